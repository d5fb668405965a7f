"""The lines of a text, as a scraper or a page wrote them."""

import re
from functools import cached_property
from itertools import pairwise

from onrecord.syntax.wrapping import goes_on, is_hard_wrapped

# A line end, or the "###" that scrapers write between paragraphs.
_END = re.compile(r"\r\n|[\n\r\f\x85\u2028\u2029]|(?:(?<=\s)|^)#{3,}(?=\s|$)", re.M)
# Words of a line past which it is taken for prose whatever it looks like.
PROSE_WORDS = 25
_WORD = re.compile(r"\w[\w.'’&-]*")


class Line:
    """One line without the white space at its edges. `opens` is false where it goes on from a hard-wrapped one."""

    def __init__(self, text: str, start: int, end: int, *, opens: bool = True) -> None:
        self.start, self.end, self.opens = start, end, opens
        self.text = text[start:end]

    @cached_property
    def words(self) -> list[str]:
        """The words of the line's first 500 characters: enough to tell a label from prose."""
        return _WORD.findall(self.text[:500])

    @cached_property
    def bare(self) -> str:
        """Without case, and without marks at the edges."""
        return re.sub(r"^\W+|\W+$", "", " ".join(self.text[:500].casefold().split())) if len(self.text) < 500 else ""

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence or more: many words, or a final stop after some."""
        count = len(self.words)
        return count > PROSE_WORDS or (count >= 8 and self.text.endswith((".", "!", "?", ".”", '."', "?”", '?"')))


def split_lines(text: str) -> list[Line]:
    """All lines that hold something, in order."""
    wrapped = is_hard_wrapped(text)
    mark = len(text) - len(text.lstrip("\ufeff"))  # a byte order mark that was given as a character
    ends = [(0, mark), *((m.start(), m.end()) for m in _END.finditer(text)), (len(text), len(text))]
    lines: list[Line] = []
    last = ""  # the line just above, with nothing between
    for (_, begin), (finish, after) in pairwise(ends):
        piece = text[begin:finish]
        if body := piece.strip():
            start = begin + len(piece) - len(piece.lstrip())
            opens = not (wrapped and last and goes_on(last, body))
            lines.append(Line(text, start, start + len(body), opens=opens))
        last = "" if "#" in text[finish:after] else body
    return lines
