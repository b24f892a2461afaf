"""The keys of all JSON that commands print, as their help tells them; they are kept stable."""

ARTICLE_JSON = """\
keys of the JSON object:
  title, byline, source, url, language, lead, dateline, web_title   text, "" if missing
  published, modified   ISO 8601 with the offset from UTC, or null
  asked, fetched        the address given, "" for a file, and when it was fetched, or null
  converted             the legacy font encoding the text was converted from, or ""
  feed                  the address of the list of articles that the page declares, or ""
  image                 alt, caption, address
  key_points            a list: text, and sentence: the id of the one it sums up, or ""
  paragraphs            a list:
    kind                paragraph, heading, quote, item, image, table-head, table-row, stamp
    text                a table's row has a tab between cells; an image its caption or alt text
    label               the number of an item of a numbered list, or ""
    address             where an image's picture lies, or ""
    markup              a list: start, end (code points of the text, end not included),
                        style (bold, italic, link) and address, where a link leads
    sentences           a list: id, text, language

where there are several articles, a book's or a feed's, the JSON object has:
  kind                  book or feed
  title, url            of the whole
  entries               a list: title, source (what to open), part (what --part takes, "" where
                        there is none), published, summary
"""
CHANGES_JSON = """\
keys of the JSON object:
  kept      when the version kept before was fetched (ISO 8601), "" if that is not known, null
            if there was none
  fetched   when this one was; it is kept now
  changes   a list in reading order: kind (added, removed, changed), and before and after:
            the sentence's id, text and english ("" if not translated), or null
"""
FEEDS_JSON = """\
keys of each object in the JSON list, the feeds as they are afterwards:
  title, address
  checked   when it was last asked, ISO 8601
  new       a list of the items not opened yet that came since you subscribed: title, source
            (what to open), part, published (or null), summary
  error     why it could not be asked now, else ""
"""
UNITS_JSON = """\
keys of each object in the JSON list:
  id       the sentence's, as show --json has them; title.1, lead.1, k1.1 … for the rest
  source   the Hindi sentence
  target   its English, "" if there is none
  engine   who made it: google, libretranslate, gloss …, "" if nobody
  state    machine (translated now), cached (taken from the memory), edited (a person's),
           gloss (dictionary, word for word; not a translation) or failed
  reason   why it failed, why a gloss stands in, or why another engine did it, else ""
  version  that of the engine's model, "" if it tells none
  problems what the checks found, a list of lines: numbers that differ, an odd shape
  replaced where a pinned spelling was put in: start, end (code points of the target), before

of several articles, a JSON object a line, as each is done: article (what was named), units
"""
CHECK_JSON = """\
A JSON object for each line of the file, in its order. Keys:
  numbers   a list, the quantities of both sides in the Hindi's order:
    hindi, english   the words as they stand, "" where that side has none
    value            what they come to: "50 million", "17:30", "June", "20%", "3rd",
                     "10 miles", "thousands"
    problem          a line on how the two differ, "" if they agree
  problems  what was found, a list of lines: numbers that differ, then an odd shape (empty, not
            translated, repeated, cut off, far too long); empty if all agrees
"""
ANALYSIS_JSON = """\
One JSON object a line of the file, in its order. Offsets are code points of that line, from
start up to, not including, end. Keys:
  sentences   a list: text, start, end
  words       a list: text, start, end, headword, pos, romanised, gloss
  entities    a list: text, start, end, label (PERSON PLACE ORGANISATION DATE NUMBER MONEY),
              english
  gloss       the gloss line
"""
MODELS_JSON = """\
keys of the JSON object:
  model       null when none is installed, else an object: version, origin (the host it came
              from, or "your files"), installed (ISO 8601), size (bytes), folder, and files:
              a list of name, size, sha256
  disk_used   bytes of everything kept, half downloads included

verify wants texts with a sentence a line, such as FLORES-200's hin_Deva.dev and eng_Latn.dev,
and prints the BLEU of what the model makes of the first 100.
"""
ENGINES_JSON = """\
keys of each object in the JSON list:
  name, label   the name --engine takes, and the one people see
  sends_to      the host that gets the text; null when it stays on this machine
  available     whether it can be used
  reason        why not, else ""
"""
