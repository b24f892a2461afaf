"""Hindi typed for fonts that draw Devanagari over Latin letters, converted to Unicode."""

from reader.formats.legacy.articles import converted, converted_lines, converted_parts
from reader.formats.legacy.decoding import decode, decode_parts
from reader.formats.legacy.recognising import may_be_legacy
from reader.formats.legacy.tables import encoding_of_font

__all__ = [
    "converted",
    "converted_lines",
    "converted_parts",
    "decode",
    "decode_parts",
    "encoding_of_font",
    "may_be_legacy",
]
