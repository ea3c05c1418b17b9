"""Bytes of a page to text, as browsers choose the encoding, without trusting what is declared."""

from __future__ import annotations

import codecs
import re

# Labels that mean another encoding than they say; https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_KNOWN = frozenset(
    {
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs", "cp932", "cp949",
        "euc_jp", "iso2022_jp", "koi8-r", "koi8-u", "mac-roman", "cp866", "cp874", "cp1250",
        "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
        "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8",
        "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
    }
)  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_HEAD = 4096  # a declaration further down is not one; browsers look at 1024 bytes
# What XML forbids, and half surrogates; the parser would stop or refuse.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def decode(data: bytes, declared: str = "") -> str:
    """The text of a page; ``declared`` is what a MIME header says.

    A byte order mark wins, then UTF-8 that is valid to the end (other encodings are hardly ever
    so by chance), then the declared encoding, then windows-1252. Never fails: what can't be read
    becomes U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(encoding, "replace"))
    if data[:2].count(0) == 1:  # UTF-16 without a mark: every other byte of "<!" is zero
        return _clean(data.decode("utf-16-be" if data[0] == 0 else "utf-16-le", "replace"))
    # UTF-16 can't be what a declaration in single bytes stands in.
    names = [name for name in (declared, _in_head(data)) if name]
    encodings = [name for name in map(_known, names) if name and "16" not in name]
    if "iso2022_jp" not in encodings:  # pure ASCII, so always valid UTF-8 too
        try:
            return _clean(data.decode("utf-8"))
        except UnicodeDecodeError as error:
            if error.start > len(data) - 4:  # cut off in the middle of a character
                return _clean(data.decode("utf-8", "replace"))
    return _clean(data.decode(encodings[0] if encodings else "cp1252", "replace"))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub(" ", text)


def _in_head(data: bytes) -> str:
    found = _DECLARED.search(data, 0, _HEAD)
    return found[1].decode("ascii") if found else ""


def _known(label: str) -> str:
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    return name if name in _KNOWN else ""
