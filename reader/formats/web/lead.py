"""What stands between the headline and the body: the deck, and the article's own picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reader.formats import dates, invitations, marks
from reader.formats.credit import Credit, credit
from reader.formats.web import captions, images
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.page_facts import PageFacts, likeness
from reader.formats.web.paragraphs import is_marked, is_prose, with_stamps
from reader.formats.web.surroundings import Holder
from reader.model import Image, Kind, Paragraph

_NEAR = 8  # blocks over a text
_DECK = 40  # characters; less is a label
_WORDS = 4  # of a shorter one, set as a heading right under the headline
_LONGEST = 400  # characters of a deck
_SPEAKERS = 2  # more lines with a name and a colon are a conversation
_MOSTLY = 0.8  # of two texts, or of one, where they are the same or it is in bold
_SCRAPS = (Tag.ALT, Tag.CAPTION, Tag.BARE, Tag.PARAGRAPH, Tag.STAMP)
_LIVE = "LiveBlogPosting"
_MOST = 200  # blocks that are read for a date


def over_credits(run: list[Block]) -> int:
    """Return where in the run of a body the text begins that stands under the byline.

    It is 0 unless the first paragraph stands over the author or the date, and no other does,
    as in a live blog: then that one is the deck.
    """
    proses = [at for at, block in enumerate(run) if is_prose(block)]
    if len(proses) < 2 or len(run[0].text) < _DECK:
        return 0
    text = proses[0] or proses[1]  # a heading is perhaps no sentence, and so no prose
    below = _credited(run[1:text])
    return text if below and not _credited(run[text:]) else 0


def over_body(run: list[Block]) -> int:
    """Return where in the run of a body the text begins that stands in an element of its own.

    It is 0 unless the first paragraph stands outside of that of the next two, and is a deck:
    in bold, or over a paragraph with the dateline.
    """
    proses = [at for at, block in enumerate(run) if is_prose(block)]
    if len(proses) < 3 or len(run[proses[0]].text) > _LONGEST:
        return 0
    first, *others = (run[at] for at in proses)
    around, own = {_around(block) for block in others[:2]}, _around(first)
    if len(around) > 1 or own in around or marks.split_dateline(first.text)[0]:
        return 0
    opened = sum(bool(marks.split_dateline(block.text)[0]) for block in others)
    under_dateline = bool(marks.split_dateline(others[0].text)[0]) and opened <= _SPEAKERS
    return proses[1] if under_dateline or first.bold > _MOSTLY else 0


def under_deck(run: list[Block]) -> int:
    """Return where in the run of a body the text begins under what its element calls a deck.

    It is 0 where the first paragraph is called nothing of the kind. Pictures and scraps
    under a deck stand over the text.
    """
    first = next((block for block in run if is_prose(block)), None)
    if first is None or len(first.text) > _LONGEST or not _is_called_deck(first.holder):
        return 0
    at = run.index(first) + 1
    while at < len(run) and run[at].tag in _SCRAPS and not is_prose(run[at]):
        at += 1
    return at if any(map(is_prose, run[at:])) else 0


def _is_called_deck(holder: Holder) -> bool:
    """Whether an element, or the one around it that holds no more, is called a deck."""
    around = holder.around
    return holder.is_deck or bool(around and around.is_deck and around.size == holder.size)


def over_entry(above: list[Block], run: list[Block], said: PageFacts) -> int:
    """Return how many blocks above the run of a live blog's body head its first entry.

    They are a stamp as those in the run are, with a date or without, and perhaps a heading.
    """
    stamps = [block for block in with_stamps(run) if block.tag is Tag.STAMP]
    if _LIVE not in said.types or not stamps:
        return 0
    size = 1 + (len(above) > 0 and above[-1].tag is Tag.HEADING)
    heads = [block for block in with_stamps(above[-size:][:1]) if block.tag is Tag.STAMP]
    return size if heads and _is_day(heads[0]) == _is_day(stamps[0]) else 0


def _is_day(block: Block) -> bool:
    return dates.parse(block.text) is not None


def _asks(text: str) -> bool:
    return is_marked(text) or invitations.is_footer(text)


def _around(block: Block) -> Holder | None:
    return block.holder.around if block.tag is Tag.PARAGRAPH else block.holder


def _is_summary(block: Block, said: PageFacts) -> bool:
    return likeness(block.text, said.description) > _MOSTLY and block.tag is not Tag.ALT


def _dated(found: list[Block]) -> bool:
    return any(each.published or each.modified for each in _credits(found))


def _credited(found: list[Block]) -> bool:
    return any(each.published or each.modified or each.byline for each in _credits(found))


def _credits(found: list[Block]) -> Iterator[Credit]:
    short = islice((block for block in found if not is_prose(block)), _MOST)
    return filter(None, (credit(block.text) for block in short))


def take_lead(
    above: list[Block], text: list[Paragraph], said: PageFacts
) -> tuple[str, list[Paragraph]]:
    """Return the deck, '' if there is none, and the body without it.

    It is a heading under the headline, there or at the head of the body, or what the page
    gives as its summary, or what stands over the byline or the date, or a single paragraph.
    """
    for at, block in enumerate(above):
        if block.aside or block.linked > 0.5 or _asks(block.text):
            continue
        if len(block.text) < _DECK and not (at == 0 and _is_short_deck(block)):
            continue
        over_date = is_prose(block) and _dated(above[at:])
        if _is_set_as_heading(block) or _is_summary(block, said) or over_date:
            return block.text, text
    alone = [block for block in above if is_prose(block) and not _asks(block.text)]
    if len(alone) == 1 and alone[0].linked == 0 and _DECK <= len(alone[0].text) <= _LONGEST:
        return alone[0].text, text
    if len(text) > 1 and text[0].kind is Kind.HEADING and len(text[0].text) >= _DECK:
        return text[0].text, text[1:]
    return "", text


def _is_set_as_heading(block: Block) -> bool:
    is_bold = block.tag is Tag.PARAGRAPH and block.bold > _MOSTLY
    return block.tag is Tag.HEADING or is_bold


def _is_short_deck(block: Block) -> bool:
    """Whether a heading right under the headline says something, and is no label."""
    is_label = marks.is_key_heading(block.text) or marks.is_list_heading(block.text)
    is_long = len(block.text.split()) >= _WORDS and marks.has_hindi(block.text)
    return block.tag is Tag.HEADING and is_long and not is_label and credit(block.text) is None


def lines_over(found: list[Block], start: int, first: int) -> list[str]:
    """Return the lines right over the first paragraph of a body, which begins there.

    They stand under the headline, from block ``start`` on.
    """
    places = range(first, len(found))
    text = next((at for at in places if is_prose(found[at])), first)
    near = found[max(text - _NEAR, start) : text]
    return [block.text for block in near if not (block.aside or block.linked)]


def take_image(
    above: list[Block], text: list[Paragraph], said: PageFacts
) -> tuple[Image, list[Paragraph]]:
    """Return the article's own picture, and the body without it.

    It is the first picture over the body; else the one in the body that the page names as its
    picture. The page's own address of it goes before the one it is shown from.
    """
    own = [block for block in above if block.linked < 0.5 and not block.aside]
    shown = [b for b in own if b.tag is Tag.ALT and (b.text or b.address)]
    telling = [b for b in shown if len(b.text.split()) > 2] or [b for b in shown if b.figure]
    telling = telling or [b for b in shown if b.address and not _is_portrait(b, own, said)]
    alt = next((b.text for b in telling), "")
    under = captions.beneath(telling[0], own) if telling else ""
    caption = captions.joined([b.text for b in own if b.tag is Tag.CAPTION]) or under
    address = said.image or next((b.address for b in telling if b.address), "")
    if not (shown or caption):
        named = [p for p in text if p.kind is Kind.IMAGE and _same(p.address, address)]
        if named:
            caption, text = named[0].text, [p for p in text if p is not named[0]]
    return Image(alt, caption or said.caption, address), text


def _is_portrait(picture: Block, own: list[Block], said: PageFacts) -> bool:
    """Whether a picture is called by the name of who wrote the article."""
    credits = (credit(block.text) for block in own)
    names = (said.byline, *(each.byline for each in credits if each))
    return bool(picture.text) and any(picture.text in name for name in names)


def _same(one: str, other: str) -> bool:
    """Whether two addresses are those of one picture, perhaps in two sizes."""
    if not one or not other:
        return False
    return images.same(one).rsplit("/", 1)[-1] == images.same(other).rsplit("/", 1)[-1]
