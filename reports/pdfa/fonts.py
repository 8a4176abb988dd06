# SPDX-License-Identifier: MIT
"""Fonts that are always embedded and never print the empty box."""

from functools import cache
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from reports.style import Weight
from reports.text import UnprintableText
from resources import path

if TYPE_CHECKING:
    from reports.pdfa.writer import Document

_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256), *b"()\\")}


class Font(TTFont):
    """A TrueType font whose used letters are embedded; a letter it lacks is an error that names it."""

    def __init__(self, name: str, file: str) -> None:
        # Without asciiReadable only the letters used are embedded: a letter is a third smaller.
        super().__init__(name, file, asciiReadable=0, shapable=False)
        widths = self.face.charWidths
        self._widths: dict[str, float] = {chr(code): widths[code] / 1000 for code in self.face.charToGlyph}

    def width(self, text: str, size: float) -> float:
        """How wide the text is, in points."""
        try:
            return sum(map(self._widths.__getitem__, text)) * size
        except KeyError as missing:
            letter = str(missing.args[0])
            raise UnprintableText(letter, _around(text, letter)) from None

    def check(self, text: str) -> None:
        """Raise if a letter can not be printed, telling where it stands."""
        missing = set(text) - self._widths.keys() - {"\n"}
        if missing:
            letter = min(missing, key=text.index)
            raise UnprintableText(letter, _around(text, letter))

    def shown(self, text: str, document: "Document") -> list[tuple[str, str]]:
        """The text as operands of Tj, each with the name of the part of the font it is in."""
        pieces = self.splitString(text, document)
        return [
            (self.getSubsetInternalName(part, document), codes.decode("latin-1").translate(_ESCAPES))
            for part, codes in pieces
        ]

    def addObjects(self, doc: "Document") -> None:
        """Write the used letters into the file, with a map back to Unicode that PDF/A accepts."""
        state = self.state[doc]
        state.frozen = 1
        for number, letters in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            base = b"".join((SUBSETN(number), b"+", self.face.name)).decode("ascii")
            font = pdfdoc.PDFTrueTypeFont()
            font.Name, font.BaseFont = name, base
            font.FirstChar, font.LastChar = 0, len(letters) - 1
            font.Widths = pdfdoc.PDFArray([self.face.getCharWidth(code) for code in letters])
            font.ToUnicode = doc.stream(f"unicode:{base}", _to_unicode(letters).encode("ascii"))
            font.FontDescriptor = self.face.addSubsetObjects(doc, base, letters)
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font
        del self.state[doc]


def _around(text: str, letter: str) -> str:
    at = text.index(letter)
    return text[max(0, at - 30) : at + 31].strip()


def _to_unicode(letters: list[int]) -> str:
    """The map from codes to Unicode; code 0 is nobody's, and a block holds at most a hundred."""
    pairs = [f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex()}>" for code, letter in enumerate(letters) if letter]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    head = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange"""
    body = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    return "\n".join([head, *body, "endcmap CMapName currentdict /CMap defineresource pop end end"])


@cache
def font(weight: Weight) -> Font:
    """One of our four fonts, read once."""
    made = Font(f"LagetSans-{weight}", str(path("fonts", f"LagetSans-{weight}.ttf")))
    pdfmetrics.registerFont(made)
    return made
