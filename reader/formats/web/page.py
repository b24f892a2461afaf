"""A news page to an Article, by what its elements and words mean, not by a site's class names.

What the page says of itself comes first (`page_facts`), then the headline, the boxes that are
not the body (`boxes`), the body (`body`), whether there is an article at all (`refusal`), and
what stands round the body (`surroundings` of blocks, `ends` of the text).
"""

from __future__ import annotations

from dataclasses import replace

from reader.errors import NoArticle
from reader.formats import dates, marks
from reader.formats.credit import Credit, with_agency
from reader.formats.files.text import short_title
from reader.formats.material import LONGEST, too_long
from reader.formats.web import (
    accordions,
    asides,
    authors,
    body,
    boxes,
    bylines,
    captions,
    cards,
    collapsed,
    controls,
    embeds,
    headline,
    lead,
    legacy_text,
    link_lists,
    paragraphs,
    poems,
    portraits,
    quotes,
    refusal,
    running,
    state,
    unscripted,
    widgets,
)
from reader.formats.web.blocks import Block, blocks
from reader.formats.web.elements import Element, tree
from reader.formats.web.ends import place_over, trimmed
from reader.formats.web.links import own_site
from reader.formats.web.page_facts import PageFacts, facts
from reader.formats.web.refusal import Seen
from reader.model import Article, Paragraph

_MOST = 15_000  # blocks, as in several books; more would take longer than anybody waits
_MOSTLY = 0.6  # of the text that JSON-LD tells; with less, the page does not show the article


def parse(html: str, url: str = "", name: str = "The page") -> Article:
    """Return the article of a page that came from ``url``; ``name`` is what messages call it.

    Raises NoArticle when there is none: an empty page, a front page, a list of links, a
    video, a gallery, a paywall, an error; NeedsBrowser when its scripts make the text.
    """
    root = tree(html, name)
    if root is None:
        raise NoArticle(f"{name} is empty.", "Open another page, or paste the text.")
    collapsed.open_up(root)
    accordions.open_up(root)
    asides.open_up(root)
    asked = widgets.remove(root)
    controls.remove(root)
    converted = legacy_text.to_unicode(root)
    said = facts(root, url)
    found = blocks(root, said.url or url)
    if len(found) > _MOST or sum(len(block.text) for block in found) > LONGEST:
        raise too_long(name)
    title = headline.text(said, found)
    start = headline.place(title, found) + 1
    key_points, found = boxes.take_key_points(found, start)
    portrayed, found = portraits.without(found, start)
    found = running.told(captions.told(boxes.lines_apart(found, start), start))
    found = quotes.told(embeds.told(found, start), start)
    found = poems.told(found, start)
    author = portrayed or authors.name(found, start)
    seen = replace(_seen(root, found, start, title, said), asked=asked)
    told = [] if said.is_paid else paragraphs.told(said.body, said.url)
    if seen.length >= refusal.LEAST and paragraphs.is_another(told, seen.body, title):
        told = []
    if not said.is_paid and max(seen.length, refusal.length(told)) < refusal.LEAST:
        told = unscripted.text(root, title, said.url or url)
    if seen.length < _MOSTLY * refusal.length(told):
        seen = replace(seen, last=seen.first, body=paragraphs.completed(told, seen.body))
    refusal.check(name, title, said, seen)
    return replace(_article(title, said, seen, key_points, author), converted=converted)


def _seen(root: Element, found: list[Block], start: int, title: str, said: PageFacts) -> Seen:
    """Return what is seen of a page: its article beside the cards of others, if there are any.

    Where nothing is left beside them, and the page says it is an article, they are its parts.
    """
    beside, count = cards.set_aside(found, start)
    for each, number in ((beside, count), (found, 0)):
        kept = boxes.without_furniture(each, start)
        kept = link_lists.told(kept, start, own_site(root, said.url))
        first, last = body.run(kept, start, title, said)
        run = kept[first:last]
        first += lead.over_credits(run) or lead.over_body(run) or lead.under_deck(run)
        first -= lead.over_entry(kept[start:first], kept[first:last], said)
        text = paragraphs.body(kept[first:last])
        seen = Seen(root, kept, start, first, last, text, number, cards.links(found, start))
        if not (number and said.is_news and seen.length < refusal.LEAST):
            break
    return seen


def _article(
    title: str, said: PageFacts, seen: Seen, key_points: tuple[str, ...], author: str
) -> Article:
    above = seen.found[seen.start : seen.first]
    deck, text = lead.take_lead(above, seen.body, said)
    image, text = lead.take_image(above, text, said)
    ends = trimmed(text)
    over = lead.lines_over(seen.found, seen.start, seen.first)
    credits = bylines.printed(seen.found, seen.start, seen.last)
    credits = credits.or_else(Credit(byline=author)).or_else(ends.credit)
    if not ((said.byline or credits.byline) and (said.published or credits.published)):
        credits = credits.or_else(state.credit(seen.root, title))
    published = dates.finer(said.published or credits.published, said.timed)
    return Article(
        title=title or short_title(_opening(ends.body)),
        paragraphs=ends.body,
        byline=with_agency(_byline(said, credits), ends.agency or _agency(seen)),
        published=published,
        modified=dates.later(said.modified or credits.modified, published),
        source=said.source,
        url=said.url,
        lead=deck,
        image=image,
        key_points=key_points,
        dateline=ends.dateline or place_over(ends.body, over),
        web_title=ends.web_title or _web_title(seen.found[seen.start :]),
        feed=said.feed,
    )


def _byline(said: PageFacts, credits: Credit) -> str:
    """Return who wrote an article; a page that names its publisher may print a person."""
    is_publisher = said.byline == said.source
    return (is_publisher and credits.byline) or said.byline or credits.byline


def _opening(text: tuple[Paragraph, ...]) -> str:
    return next((paragraph.text for paragraph in text if paragraph.text), "")


def _agency(seen: Seen) -> str:
    """Return the agency that stands alone over, in or right under the body, '' if none does."""
    run = seen.found[seen.first : seen.last]
    told = (marks.input_credit(block.text) for block in run)
    alone = (marks.split_sign_off(block.text)[1] for block in paragraphs.agencies_between(run))
    if agency := next(filter(None, (*told, *alone)), ""):
        return agency
    over = [each for each in seen.found[seen.start : seen.first] if bylines.is_agency(each)]
    below = [block for block in seen.found[seen.last : seen.last + 3] if block.linked < 0.5]
    split = (marks.split_sign_off(block.text) for block in (*below, *over))
    return next((told for rest, told in split if told and (not rest or marks.is_desk(rest))), "")


def _web_title(found: list[Block]) -> str:
    titles = (marks.web_title(block.text) for block in found)
    return next(filter(None, titles), "")
