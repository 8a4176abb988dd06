# SPDX-License-Identifier: MIT
"""Fonts that are always embedded and never print the empty box."""

import unicodedata
from functools import cache
from itertools import groupby, zip_longest
from operator import itemgetter
from struct import unpack_from
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont, TTFontFace

from reports.right_to_left import parted
from reports.style import Weight
from reports.text import NBSP, UnprintableText
from resources import path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reports.pdfa.writer import Document

_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256), *b"()\\")}

_MOST_KNOWN, _WORD = 20_000, 40


class Font(TTFont):
    """A TrueType font whose used letters are embedded; a letter it lacks is an error that names it."""

    def __init__(self, name: str, file: str) -> None:
        # Without asciiReadable only the letters used are embedded: a letter is a third smaller.
        super().__init__(name, file, asciiReadable=0, shapable=False)
        widths = self.face.charWidths
        # Glyph 0 is the empty box. Private codes have the joined forms of letters, which nobody types.
        self._widths = {chr(code): widths[code] / 1000 for code, glyph in self.face.charToGlyph.items() if glyph}
        kinds = {letter: unicodedata.category(letter) for letter in self._widths}
        self.letters = {letter for letter, kind in kinds.items() if kind not in ("Cc", "Cn", "Co", "Cs")} | {"\n"}
        self.forms = {letter for letter, kind in kinds.items() if kind == "Co"}
        self._kerns = _kerning(self.face) if "kern" in self.face.table else {}
        # The widths of words: most words of a letter stood in the one before.
        self._known: dict[str, float] = {}

    def width(self, text: str, size: float) -> float:
        """How wide the text is, in points."""
        wide = self._known.get(text)
        if wide is None:
            try:
                wide = sum(map(self._widths.__getitem__, text.replace("\n", "")))
            except KeyError:
                self.check(text)
                raise
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            if len(text) <= _WORD:
                self._known[text] = wide
        return wide * size

    def check(self, text: str) -> None:
        """Raise if a letter can not be printed, telling where it stands."""
        if not self.letters.issuperset(text):
            letter = next(letter for letter in text if letter not in self.letters)
            raise UnprintableText(letter, _around(text, letter))

    def told(self, text: str) -> str:
        """The text with the code of each letter that is lacking in its place: «[U+4E2D]», never an empty box."""
        for letter in set(text) - self.letters:
            text = text.replace(letter, f"[U+{ord(letter):04X}]")
        return text

    def shown(self, text: str, document: "Document", *, kerned: bool = False) -> list[tuple[str, str]]:
        """How to show the text, piece by piece, each with the name of the part of the font it is in."""
        used = self._used_in(document)
        codes = used.codes
        for letter in text:
            if letter not in codes:
                used.add(letter)
        if len(used.parts) == 1:
            if kerned and self._kerns:
                return [(f"/{used.name}+0", self._kerned(text, codes))]
            return [(f"/{used.name}+0", f"({''.join([codes[letter][1] for letter in text])}) Tj")]
        runs = groupby((codes[letter] for letter in text), key=itemgetter(0))
        return [(f"/{used.name}+{part}", f"({''.join(code for _, code in run)}) Tj") for part, run in runs]

    def _kerned(self, text: str, codes: "Mapping[str, tuple[int, str]]") -> str:
        said = ["[("]
        for letter, after in zip_longest(text, text[1:], fillvalue=""):
            said.append(codes[letter][1])
            if by := self._kerns.get(letter + after):
                said.append(f"){-by}(")
        return "".join([*said, ")] TJ"])

    def getSubsetInternalName(self, subset: int, doc: "Document") -> str:
        """The name of a part of the font, as ReportLab asks for it at the top of each page."""
        return f"/{self._used_in(doc).name}+{subset}"

    def addObjects(self, doc: "Document") -> None:
        """Write the used letters into the file, with a map back to Unicode that PDF/A accepts."""
        used = self._used_in(doc)
        for number, letters in enumerate(used.parts):
            name, base = f"{used.name}+{number}", b"".join((SUBSETN(number), b"+", self.face.name)).decode("ascii")
            font = pdfdoc.PDFTrueTypeFont()
            font.Name, font.BaseFont = name, base
            font.FirstChar, font.LastChar = 0, len(letters) - 1
            font.Widths = f"[{' '.join(f'{self.face.getCharWidth(code):g}' for code in letters)}]"
            font.ToUnicode = doc.stream(f"unicode:{base}", _to_unicode(letters).encode("ascii"))
            font.FontDescriptor = self.face.addSubsetObjects(doc, base, letters)
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font

    def _used_in(self, document: "Document") -> "_Used":
        used = document.letters_used.get(self.fontName)
        if used is None:
            used = document.letters_used[self.fontName] = _Used(f"F{len(document.letters_used) + 1}")
            document.delayedFonts.append(self)
        return used


class _Used:
    """The letters of a font that one document uses, in parts of at most 255; code 0 is nobody's."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.codes: dict[str, tuple[int, str]] = {}
        self.parts: list[list[int]] = [[0]]

    def add(self, letter: str) -> None:
        if letter == NBSP:
            # On paper the two are one, and who searches types the common one.
            if " " not in self.codes:
                self.add(" ")
            self.codes[letter] = self.codes[" "]
            return
        if len(self.parts[-1]) == 256:
            self.parts.append([0])
        part = self.parts[-1]
        code = len(part)
        part.append(ord(letter))
        self.codes[letter] = len(self.parts) - 1, _ESCAPES.get(code) or chr(code)


def _kerning(face: TTFontFace) -> dict[str, int]:
    """How much nearer two letters stand, in thousandths: the first table of pairs in the font."""
    table = face.get_table("kern")
    letters = {glyph: chr(code) for code, glyph in face.charToGlyph.items()}
    (count,) = unpack_from(">H", table, 10)
    pairs = (unpack_from(">HHh", table, 18 + 6 * number) for number in range(count))
    return {letters[left] + letters[right]: by for left, right, by in pairs}


def _around(text: str, letter: str) -> str:
    at = text.index(letter)
    around = text[max(0, at - 30) : at + 31].strip()
    return "".join(one if one.isprintable() else "\ufffd" for one in around)


def _to_unicode(letters: list[int]) -> str:
    """The map from codes to Unicode; code 0 is nobody's, and a block holds at most a hundred."""
    read = [(code, parted(chr(letter)).encode("utf-16-be").hex()) for code, letter in enumerate(letters) if letter]
    pairs = [f"<{code:02X}> <{letter}>" for code, letter in read]
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
