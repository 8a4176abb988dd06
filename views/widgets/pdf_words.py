# SPDX-License-Identifier: MIT
"""What stands on a page of a finished file, letter by letter, and which mark of the file each letter bears."""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from ctypes import c_double, c_float
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

Edges = tuple[float, float, float, float]
Span = tuple[int, int]
# pdfium gives a hyphen that parts a word over two lines as \x02, whether it was typed or is a soft one.
_PARTED = re.compile(r"([^\W\d_]*)[\x02\u00ad\ufffe][\r\n]*")
_HYPHENS = frozenset("\x02-\u00ad\u2010\u2011\ufffe")
# What lies outside the structure: page numbers, heads and feet.
OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class PageWords:
    """Letters in the order of the file, the words of each mark, and where each mark stands.

    `sought` are the letters that count in a search, `places` where each of them came from.
    """

    letters: str
    marked: dict[int, str]
    marks: dict[int, Edges]
    sought: str
    places: tuple[int, ...]

    def text(self) -> str:
        """The words in lines, those parted by a hyphen made whole."""
        return _whole(self.letters).replace("\r\n", "\n")

    def of(self, mark: int) -> str:
        """The words that bear a mark, on one line; a space at either end tells that a word ends there."""
        return _on_one_line(_whole(self.marked.get(mark, "")))

    def find(self, words: str) -> list[Span]:
        """Where these words stand, as first letter and count; lines, hyphens and capitals make no difference."""
        wanted = "".join(letter for letter, _ in _folded(words)).strip()
        at, found = self.sought.find(wanted) if wanted else -1, []
        while at >= 0:
            first, last = self.places[at], self.places[at + len(wanted) - 1]
            found.append((first, last - first + 1))
            at = self.sought.find(wanted, at + len(wanted))
        return found


def read_words(page: pdfium.PdfPage) -> PageWords:
    """Read a page; the spaces and line ends that stand between letters go with the letter before them."""
    letters: list[str] = []
    marked: dict[int, list[str]] = {}
    with closing(page.get_textpage()) as text:
        mark = OUTSIDE
        for at in range(raw.FPDFText_CountChars(text)):
            if thing := raw.FPDFText_GetTextObject(text, at):
                mark = raw.FPDFPageObj_GetMarkedContentID(thing)
            letter = chr(raw.FPDFText_GetUnicode(text, at))
            letters.append(letter)
            marked.setdefault(mark, []).append(letter)
    whole = "".join(letters)
    folded = list(_folded(whole))
    sought, places = "".join(letter for letter, _ in folded), tuple(place for _, place in folded)
    return PageWords(whole, {mark: "".join(said) for mark, said in marked.items()}, _marks(page), sought, places)


def edges(page: pdfium.PdfPage, spans: Iterable[Span]) -> list[list[Edges]]:
    """Where some letters stand: left, bottom, right, top of each line of them."""
    with closing(page.get_textpage()) as text:
        return [
            [_edges(text, line) for line in range(raw.FPDFText_CountRects(text, first, count))]
            for first, count in spans
        ]


def _edges(text: pdfium.PdfTextPage, line: int) -> Edges:
    left, top, right, bottom = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetRect(text, line, left, top, right, bottom)
    return left.value, bottom.value, right.value, top.value


def _marks(page: pdfium.PdfPage) -> dict[int, Edges]:
    found: dict[int, Edges] = {}
    for at in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, at)
        mark = raw.FPDFPageObj_GetMarkedContentID(thing)
        edges = c_float(), c_float(), c_float(), c_float()
        if mark == OUTSIDE or not raw.FPDFPageObj_GetBounds(thing, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        was = found.get(mark, (left, bottom, right, top))
        found[mark] = min(was[0], left), min(was[1], bottom), max(was[2], right), max(was[3], top)
    return found


def _folded(text: str) -> Iterator[tuple[str, int]]:
    """The letters that count when words are looked for, and where each came from."""
    gap = True
    for at, letter in enumerate(text):
        if letter.isspace():
            if not gap:
                yield " ", at
            gap = True
        elif letter not in _HYPHENS:
            yield from ((one, at) for one in letter.casefold())
            gap = False


def _whole(text: str) -> str:
    """Words that a line end parted, in one piece; a short or capital first part, as in «IP-», was typed with it."""
    return _PARTED.sub(lambda found: found[1] + "-" * (len(found[1]) < 3 or found[1].isupper()), text)


def _on_one_line(text: str) -> str:
    words = " ".join(text.split())
    before, after = (" " * bool(end and end.isspace()) for end in (text[:1], text[-1:]))
    return f"{before}{words}{after}" if words else ""
