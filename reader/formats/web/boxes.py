"""The boxes between the paragraphs of a page: key points, and what leads to other articles."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise, takewhile

from reader.formats import introductions, invitations, marks
from reader.formats.credit import credit
from reader.formats.web import asking, copies, furniture, lines, promotion, tail
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.paragraphs import is_prose

_LONGEST_POINT = 400  # characters
_LEAST = 150  # characters of prose that are perhaps an article
_NOTICE = (
    60  # characters; what may stand between the heading and the points, such as who wrote them
)
_FEW = 3  # blocks of a teaser
_PARAGRAPH = 60  # characters; less is a line
_STORY = 600  # characters; a point that is longer is many, run together
_SMALL = 8  # blocks of a box that asks or advertises
_MOST = 500  # blocks of one box; boxes in boxes that hold more would take long to look through


def take_key_points(found: list[Block], start: int) -> tuple[tuple[str, ...], list[Block]]:
    """Take the box under a heading such as 'Highlights' or 'मुख्य बातें' out of the blocks.

    Points that ran together in the box are one string. Where there are several such boxes
    the first counts, and the others stay.
    """
    for index, block in enumerate(found[start:], start):
        if block.linked > 0.5 or block.aside:
            continue
        inline = marks.inline_key_points(block.text)
        if inline:
            return _apart(inline), found[:index] + found[index + 1 :]
        size = _points(found, index)
        if size:
            points = found[index + 1 : index + 1 + size]
            points = list(filter(_is_item, points)) or points
            told = tuple(
                point for each in points for line in _lines(each) for point in _apart(line)
            )
            if told and any(map(str.isalpha, told[0])):  # else the number over a long point
                return told, found[:index] + found[index + 1 + size :]
    return (), found


def _apart(text: str) -> tuple[str, ...]:
    points = marks.split_bullets(text)
    return tuple(marks.bullet(point, numbers=True) or point for point in points)


def _points(found: list[Block], index: int) -> int:
    """Return how many blocks under the block at ``index`` are key points, 0 if it heads none.

    These are the items of a list; else all in the heading's own element; else, right over the
    heading 'विस्तार' of the full story, what stands between; else what ends no sentence.
    """
    is_heading = marks.is_key_heading(found[index].text)
    if not (is_heading or marks.is_list_heading(found[index].text)):
        return 0
    below = found[index + 1 : index + 40]
    notice = int(len(below) > 1 and not _is_item(below[0]) and len(below[0].text) < _NOTICE)
    items = len(list(takewhile(_is_item, below[notice:])))
    if items or not is_heading:
        return items and notice + items
    told = next((at for at, each in enumerate(below[:12]) if marks.is_full_story(each.text)), 0)
    if told:
        return len(list(takewhile(_is_summary, below[:told])))
    boxed = below[: found[index].box - 1]
    if 0 < len(boxed) < 12 and all(map(_is_point, boxed)) and len(boxed) < len(found) - index - 1:
        return len(boxed)
    return len(list(takewhile(_is_loose, below[:8])))


def _is_summary(block: Block) -> bool:
    plain = block.tag in (Tag.PARAGRAPH, Tag.BARE, Tag.ITEM, Tag.HEADING) and block.linked < 0.5
    return plain and not marks.is_button(block.text)


def _is_item(block: Block) -> bool:
    listed = block.tag is Tag.ITEM or bool(marks.bullet(block.text, numbers=True))
    return listed and _is_point(block)


def _is_point(block: Block) -> bool:
    return block.linked < 0.8 and len(block.text) < _STORY and block.tag is not Tag.TITLE


def _is_loose(block: Block) -> bool:
    ends = marks.ENDS_SENTENCE.search(block.text)
    plain = block.tag in (Tag.PARAGRAPH, Tag.BARE) and block.linked < 0.5
    return plain and not ends and len(block.text) < _LONGEST_POINT


def _lines(block: Block) -> list[str]:
    """Return the lines of a block of points, none of a picture."""
    if block.tag is Tag.ALT:
        return []
    ends = pairwise((0, *block.breaks, len(block.text)))
    return [line for start, end in ends if (line := block.text[start:end].strip())]


def lines_apart(found: list[Block], start: int) -> list[Block]:
    """Return the blocks, those from ``start`` on cut at the line breaks that end a paragraph.

    So does each where the lines have nothing in common.
    """
    parts = [[block] if at < start else _lines_of(block) for at, block in enumerate(found)]
    places = [0, *accumulate(map(len, parts))]
    for at, (first, *_) in enumerate(parts):
        box = places[min(at + first.box, len(parts))] - places[at]
        if first.box > 1 and box != first.box:
            parts[at][0] = replace(first, box=box)
    return [block for part in parts for block in part]


def _lines_of(block: Block) -> list[Block]:
    places = list(pairwise((0, *block.breaks, len(block.text))))
    if len(places) > 1 and _stand_apart([block.text[s:e].strip() for s, e in places]):
        return [lines.cut(block, s, e) for s, e in places if block.text[s:e].strip()]
    return lines.paragraphs(block)


def _stand_apart(texts: list[str]) -> bool:
    """Whether a line points elsewhere or is a credit to the others, or each is a paragraph."""
    told = [len(each) >= _PARAGRAPH and bool(marks.ENDS_SENTENCE.search(each)) for each in texts]
    if all(told) or any(map(marks.is_also_read, texts)):
        return True
    return any(told) and any(map(credit, texts))


def without_furniture(found: list[Block], start: int) -> list[Block]:
    """Drop from ``start`` on the boxes that lead to other articles, or tell of the author.

    Where the article has begun, what stands under a heading such as 'Comments' or 'Next
    article' and behind it is dropped as well.
    """
    found = tail.set_aside(copies.without_copies(found, start), start)
    kept, at, told, paragraphs = found[:start], start, 0, 0
    while at < len(found):
        block = found[at]
        if told >= _LEAST and _is_end(block, paragraphs) and not _goes_on(found, at):
            break
        size = _box(found, at)
        if not size:
            kept.append(_without_pointer(block))
        if not size and is_prose(block):
            told += len(block.text)
            paragraphs += block.tag is not Tag.HEADING
        at += size or 1
    return kept


def _is_end(block: Block, paragraphs: int) -> bool:
    """Whether a block ends the article behind so many paragraphs.

    What is no heading may be the count of comments under a deck, which is the first of them.
    """
    headed = block.tag in (Tag.HEADING, Tag.TITLE) or paragraphs > 1
    return headed and block.linked < 0.8 and furniture.ends_article(block.text)


def _goes_on(found: list[Block], at: int) -> bool:
    """Whether a button to comment stands here between paragraphs of one element."""
    if not marks.is_button(found[at].text):
        return False
    above = next((found[n] for n in range(at - 1, -1, -1) if is_prose(found[n])), None)
    below = next(filter(is_prose, found[at + 1 : at + 3]), None)
    if above is None or below is None or {above.tag, below.tag} != {Tag.PARAGRAPH}:
        return False
    return above.holder.around is below.holder.around


def _without_pointer(block: Block) -> Block:
    """Return the block without what points to another article at the end of its own text."""
    own = marks.without_pointer(block.text)
    return lines.cut(block, 0, len(own)) if 0 < len(own) < len(block.text) else block


def _box(found: list[Block], at: int) -> int:
    """Return how many blocks the box that begins here holds, 0 if none begins."""
    text = found[at].text
    if _is_note(found[at]):
        return 1
    if promotion.heads_appeal(text) and (size := _appeal(found, at)):
        return size
    if promotion.is_promotion(text) and not invitations.is_report(text):
        return _asking(found, at) or 1
    if size := _asking(found, at) or _advertisement(found, at) or _poll(found, at):
        return size
    is_owner = found[at].box > 1 and furniture.is_owner_heading(text)
    if is_owner or furniture.is_author_heading(text):
        return _author_box(found, at)
    if furniture.is_invitation(text):
        inside = _inside(found, at)
        return len(inside) if sum(len(b.text) for b in inside) < _STORY else 1
    if furniture.is_box_heading(text):
        inside = _inside(found, at)
        links = _links(found, at + 1)
        return len(inside) if _leads_away(inside) else links and 1 + links
    if introductions.is_contents_heading(text) and (links := _links(found, at + 1)):
        return 1 + links
    if marks.is_bare_also_read(text):
        return 1 + (_teaser(found, at + 1) or _links(found, at + 1) or _unlinked_title(found, at))
    return 0


def _is_note(block: Block) -> bool:
    """Whether a block is a rule, a release's number, or a note on the language it was first in."""
    if block.tag not in (Tag.PARAGRAPH, Tag.BARE, Tag.ITEM, Tag.HEADING):
        return False
    text = block.text
    if furniture.is_rule(text) or furniture.is_release_note(text) or furniture.is_path(text):
        return True
    if furniture.is_post_footer(text) or furniture.is_syndicated(text):
        return True
    return furniture.is_translation_note(text) and (text[0] in "([*" or bool(block.links))


def _appeal(found: list[Block], at: int) -> int:
    """Return the size of a box that asks for money or an opinion, 0 if it is none of these."""
    inside = _inside(found, at)
    text = " ".join(
        block.text.rstrip("?") if block is inside[0] else block.text for block in inside
    )
    return len(inside) if len(text) < _STORY and promotion.is_appeal(text) else 0


def _asking(found: list[Block], at: int) -> int:
    """Return the size of a block or a small box whose texts and links together ask, else 0."""
    inside = _inside(found, at)
    if len(inside) > _SMALL:
        return 0
    told = [block for block in inside if block.tag is not Tag.ALT]
    if len(told) > 1 and not all(map(_may_ask, told)):
        return 0
    links = [each.address for block in told for each in block.markup if each.address]
    return len(inside) if asking.asks([block.text for block in told], links) else 0


def _may_ask(block: Block) -> bool:
    """Whether a block of a box may be a part of what asks: a heading, a link, what speaks."""
    apart = block.tag is Tag.HEADING or block.linked > 0.5
    return apart or asking.speaks(block.text) or promotion.is_promotion(block.text)


def _advertisement(found: list[Block], at: int) -> int:
    """Return the size of a small box under the label of an advertisement that tells nothing."""
    if promotion.is_sponsored(found[at].text):
        return 1
    inside = _inside(found, at)
    if len(inside) > _SMALL or not promotion.heads_advertisement(inside[0].text):
        return 0
    told = [block.text for block in inside if is_prose(block)]
    tells = len(told) > 1 or any(map(asking.tells, told))
    return 0 if tells else len(inside)


def _poll(found: list[Block], at: int) -> int:
    """Return the size of a poll that begins here: a question, perhaps its name, and answers."""
    for first in range(at, at + 2):
        if first >= len(found) or not found[first].text.rstrip().endswith("?"):
            continue
        below = found[first + 1 : first + _SMALL]
        answers = len(list(takewhile(lambda block: promotion.is_answer(block.text), below)))
        if answers > 1:
            return first + 1 + answers - at if _heads(found, at, first) else 0
    return 0


def _heads(found: list[Block], at: int, first: int) -> bool:
    return at == first or found[at].tag is Tag.HEADING


def _inside(found: list[Block], at: int) -> list[Block]:
    """Return the blocks of the box that begins here, the first alone where there is none."""
    size = found[at].box
    return found[at : at + (size if size <= _MOST else 1)]


def _leads_away(inside: list[Block]) -> bool:
    """Whether there are at least as many links in a box as there are paragraphs."""
    links = sum(block.linked > 0.5 for block in inside)
    return len(inside) > 1 and links >= sum(map(is_prose, inside)) and links > 0


def _links(found: list[Block], at: int) -> int:
    """Return for how many blocks from ``at`` on there are but links, and pictures before them."""
    size = 0
    for offset, block in enumerate(found[at : at + 200], 1):
        away = block.linked > 0.5 or block.aside
        if away and not marks.is_bare_also_read(block.text):
            size = offset
        elif block.tag not in (Tag.ALT, Tag.CAPTION):
            break
    return size


def _teaser(found: list[Block], at: int) -> int:
    """Return the size of a teaser from ``at`` on: its title, and text that ends in a link."""
    ends = (n for n, each in enumerate(found[at : at + _FEW], 1) if furniture.is_teaser(each.text))
    return next(ends, 0)


def _unlinked_title(found: list[Block], at: int) -> int:
    """Return 1 where the block under 'ये भी पढ़ें:' is a title that lost its link, else 0."""
    below = found[at + 1 : at + 2]
    if not below or found[at].linked > 0.5 or below[0].tag is Tag.HEADING:
        return 0
    title = len(below[0].text) < 150 and not marks.ENDS_SENTENCE.search(below[0].text)
    return int(title)


def _author_box(found: list[Block], at: int) -> int:
    """Return the size of a box about the author: its element, else the paragraph below."""
    inside = _inside(found, at)
    words = sum(len(block.text) for block in inside if is_prose(block))
    if len(inside) > 1 and words < _STORY:
        return len(inside)
    below = next((n for n, block in enumerate(found[at + 1 : at + 5], 1) if is_prose(block)), 0)
    return 1 + below
