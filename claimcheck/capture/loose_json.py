"""JSON as shops' templates write it: with comments, commas too many, texts left unescaped."""

from __future__ import annotations

import html
import json
import re
from typing import Any

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
# A text, which is kept as it is, or a comment; then a text, or a comma before a closing bracket.
_TEXT = r'"(?:[^"\\]|\\.)*+(?:"|\Z)'
_TEXT_OR_COMMENT = re.compile(rf"{_TEXT}|/\*.*?(?:\*/|\Z)|//[^\n]*", re.S)
_TEXT_OR_COMMA = re.compile(rf"{_TEXT}|,(?=\s*+[}}\]])", re.S)
_CONTROL = re.compile(r"[\x00-\x1f]+")
# What stands behind a quotation mark that closes a text.
_CLOSED = re.compile(r'\s*(?:[}\]:]|,\s*(?:["{\[}\]\d-]|true|false|null)|$)')
_QUOTE = re.compile(r'(?<!\\)"')
_MOST_VALUES = 50
_LONGEST_MENDED = 2 << 20
_MOST_QUOTES = 50_000
# Numbers stay as they are written: 19.50 isn't 19.5, and 10**5000 isn't computed.
_DECODER = json.JSONDecoder(strict=False, parse_float=str, parse_int=str, parse_constant=str)


def json_values(text: str) -> list[Any]:
    """The values in a script, one behind the other, mended where browsers' search engines would.

    What follows a value that can't be read is left out; numbers are given as texts.
    """
    text = _WRAPPING.sub("", text).strip()
    if len(text) > _LONGEST_MENDED:
        return _read(text)
    for mend in (str, _without_extras, _without_entities, _with_quotes_escaped):
        if values := _read(mend(text)):
            return values
    return []


def _read(text: str) -> list[Any]:
    values: list[Any] = []
    at = 0
    while len(values) < _MOST_VALUES:
        while at < len(text) and text[at] in " \t\r\n;,":
            at += 1
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
    return values


def _without_extras(text: str) -> str:
    def kept(found: re.Match[str]) -> str:
        return found[0] if found[0].startswith('"') else " "

    text = _TEXT_OR_COMMENT.sub(kept, _CONTROL.sub(_line_or_space, text))
    return _TEXT_OR_COMMA.sub(kept, text)


def _line_or_space(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


def _without_entities(text: str) -> str:
    """Markup escaped as a whole: ``{&quot;@type&quot;: …``."""
    return _without_extras(html.unescape(text))


def _with_quotes_escaped(text: str) -> str:
    """Inches and the like in texts: ``"Board 32" x 8""``."""
    written: list[str] = []
    is_inside = False
    end = 0
    for count, found in enumerate(_QUOTE.finditer(text)):
        if count > _MOST_QUOTES:
            return text
        is_own = is_inside and not _CLOSED.match(text, found.end())
        written += (text[end : found.start()], '\\"' if is_own else '"')
        is_inside = is_own or not is_inside
        end = found.end()
    return _without_extras("".join((*written, text[end:])))
