"""From bytes to characters."""

import codecs
import re

from onrecord.model.errors import BinaryInput, EmptyInput, UndecodableInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORD_OR_SPACE = re.compile(r"[\w\s]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# A text in Windows-1252 is mostly ASCII with some quotation marks and accents. Cyrillic or Greek bytes read as
# Windows-1252 are mostly above ASCII. Ten such bytes are let through in the cells of a table.
MOST_ABOVE_ASCII = 0.2
# Share of control characters past which characters are no text; OCR and old wire texts hold a few.
MOST_CONTROL = 0.01


def decode(raw: bytes, declared: str | None = None) -> str:
    """The characters of `raw`, newlines untouched: by byte order mark, UTF-8, the declared encoding, Windows-1252.

    A byte order mark tells the encoding and is none of the characters.
    Raises `EmptyInput`, `BinaryInput` or `UndecodableInput`.
    """
    if not raw.strip():
        raise EmptyInput("nothing to read: the input is empty")
    text = _decode(raw, declared)
    control = sum(1 for _ in _CONTROL.finditer(text))
    if control > len(text) * MOST_CONTROL:
        raise BinaryInput("these bytes are no text: save it as text or HTML and read that")
    if not text.strip("\ufeff \t\r\n\xa0"):
        raise EmptyInput("nothing to read: the input holds only white space")
    return text


def codec_of(head: bytes) -> str:
    """The codec that the first bytes call for: a Unicode one by its mark or its zero bytes, else UTF-8."""
    for mark, codec in _BOMS:
        if head.startswith(mark):
            return codec
    if len(head) >= 4 and head.count(0) > len(head) * 0.3:
        # Latin letters in UTF-16 without a mark: every second byte is zero.
        odd, even = head[1::2].count(0), head[::2].count(0)
        if min(odd, even) * 10 < max(odd, even):
            return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def _decode(raw: bytes, declared: str | None) -> str:
    for codec in (codec_of(raw[:4096]), declared):
        if codec is None:
            continue
        try:
            return raw.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    above = sum(1 for byte in raw[:100_000] if byte > 127)
    if above <= max(min(len(raw), 100_000) * MOST_ABOVE_ASCII, 10):
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            pass
    return _guessed(raw)


def _guessed(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    text = str(best) if best is not None else ""
    if not text or sum(1 for _ in _WORD_OR_SPACE.finditer(text)) < len(text) / 2:
        raise UndecodableInput("the encoding could not be told: save the text as UTF-8")
    return text
