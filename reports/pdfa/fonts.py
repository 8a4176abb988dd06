# SPDX-License-Identifier: MIT
"""Fonts that are always embedded and never print the empty box."""

import unicodedata
import zlib
from codecs import charmap_build, charmap_encode
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby, zip_longest
from typing import NamedTuple

from reports.pdfa.glyphs import Glyphs
from reports.pdfa.writer import File
from reports.right_to_left import parted
from reports.style import Weight
from reports.text import NBSP, UnprintableText
from resources import path

_MOST_KNOWN, _WORD = 20_000, 40
# Code 0 is the empty box, and some have a meaning of their own in a string of PDF.
_CODES = bytes(code for code in range(1, 256) if code not in b"\n\r()\\")
# The first part of the font: what nearly every letter is written with.
_COMMON = (
    *map(chr, (*range(0x20, 0x7F), *range(0xA1, 0x100))),
    *"ČčĐđŃńŊŋŠšŦŧŽžƷʒǤǥǦǧǨǩǮǯʹ–—‘’“”„•…‰€−≤≥→✓☐☑№™",
)


class Shown(NamedTuple):
    """How a text is shown: strings, each with the part of the font it is in; and the letters it uses."""

    pieces: tuple[tuple[int, str], ...]
    letters: frozenset[str]


class Font:
    """A font whose used letters are embedded; a letter it lacks is an error that names it."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name, self.glyphs = name, Glyphs(content)
        glyphs = self.glyphs.of_letter
        self._widths = {letter: self.glyphs.width(glyph) / 1000 for letter, glyph in glyphs.items()}
        kinds = {letter: unicodedata.category(letter) for letter in glyphs}
        # Private codes have the joined forms of letters, which nobody types.
        self.forms = frozenset(letter for letter, kind in kinds.items() if kind == "Co")
        self.letters = frozenset(glyphs) - {letter for letter, kind in kinds.items() if kind in _NO_LETTER} | {"\n"}
        self.described = self.glyphs.describing()
        self.kerns = self.glyphs.kerning()
        self.parts = [[letter for letter in _COMMON if letter in glyphs]]
        others = sorted(set(glyphs) - set(_COMMON) - {NBSP})
        self.parts += [others[start : start + len(_CODES)] for start in range(0, len(others), len(_CODES))]
        self.codes = {
            letter: (part, code)
            for part, some in enumerate(self.parts)
            for letter, code in zip(some, _CODES, strict=False)
        }
        self.common = charmap_build(_decoding(self.parts[0]))
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

    def embed(self, file: File, used: Iterable[str]) -> dict[int, int]:
        """Write the used letters into the file; gives the object of each part of the font."""
        found = {}
        for part, letters in groupby(sorted(used, key=self.codes.__getitem__), key=lambda one: self.codes[one][0]):
            program, length, meaning, widths = _embedded(self, tuple(letters))
            name = f"{'A' * 5}{chr(ord('A') + part)}+{self.name}".encode()
            embedded = file.stream(program, b"/Length1 %d/Filter/FlateDecode" % length, packed=False)
            body = b"<</Type/FontDescriptor/FontName/%s%s/FontFile2 %d 0 R>>"
            told = file.add(body % (name, self.described, embedded))
            unicode = file.stream(meaning, b"/Filter/FlateDecode", packed=False)
            found[part] = file.add(
                b"<</Type/Font/Subtype/TrueType/BaseFont/%s/FirstChar 0/LastChar %d/Widths[%s]"
                b"/FontDescriptor %d 0 R/ToUnicode %d 0 R>>" % (name, widths.count(b" "), widths, told, unicode)
            )
        return found


_NO_LETTER = ("Cc", "Cn", "Co", "Cs")


def _decoding(letters: list[str]) -> str:
    """The letter of each code, and of codes that have none a sign that is none."""
    found = ["\ufffe"] * 256
    for letter, code in zip(letters, _CODES, strict=False):
        found[code] = letter
    return "".join(found)


# Most of what letters say, they all say.
@lru_cache(maxsize=4096)
def shown(font: Font, text: str, *, kerned: bool = False) -> Shown:
    """The operators that show the text; on paper a space that holds is one as others, and who searches types those."""
    text = text.replace(NBSP, " ")
    if kerned and font.kerns and all(font.codes[letter][0] == 0 for letter in text):
        return Shown(((0, _kerned(font, text)),), frozenset(text))
    try:
        codes = charmap_encode(text, "strict", font.common)[0].decode("latin-1")
        return Shown(((0, f"({codes}) Tj"),), frozenset(text))
    except UnicodeEncodeError:
        runs = groupby((font.codes[letter] for letter in text), key=lambda code: code[0])
        pieces = tuple((part, f"({''.join(chr(code) for _, code in run)}) Tj") for part, run in runs)
        return Shown(pieces, frozenset(text))


def _kerned(font: Font, text: str) -> str:
    said = ["[("]
    for letter, after in zip_longest(text, text[1:], fillvalue=""):
        said.append(chr(font.codes[letter][1]))
        if by := font.kerns.get(letter + after):
            said.append(f"){-by}(")
    return "".join([*said, ")] TJ"])


@lru_cache(maxsize=64)
def _embedded(font: Font, letters: tuple[str, ...]) -> tuple[bytes, int, bytes, bytes]:
    """The font of some letters, packed, and its length; what its codes mean, packed; and their widths."""
    glyphs = [0] * (font.codes[letters[-1]][1] + 1)
    for letter in letters:
        glyphs[font.codes[letter][1]] = font.glyphs.of_letter[letter]
    content = font.glyphs.some(glyphs)
    widths = [b"%d" % font.glyphs.width(glyph) if glyph else b"0" for glyph in glyphs]
    return zlib.compress(content), len(content), zlib.compress(_to_unicode(font, letters)), b" ".join(widths)


def _around(text: str, letter: str) -> str:
    at = text.index(letter)
    around = text[max(0, at - 30) : at + 31].strip()
    return "".join(one if one.isprintable() else "\ufffd" for one in around)


def _to_unicode(font: Font, letters: tuple[str, ...]) -> bytes:
    """The map from codes to Unicode; a block holds at most a hundred."""
    read = [(font.codes[letter][1], parted(letter).encode("utf-16-be").hex()) for letter in letters]
    pairs = [f"<{code:02X}> <{letter}>" for code, letter in read]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    head = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange"""
    body = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    return "\n".join([head, *body, "endcmap CMapName currentdict /CMap defineresource pop end end"]).encode("ascii")


@cache
def font(weight: Weight) -> Font:
    """One of our four fonts, read once."""
    return Font(f"LagetSans-{weight}", path("fonts", f"LagetSans-{weight}.ttf").read_bytes())
