# SPDX-License-Identifier: MIT
"""Letters that Source Sans lacks, taken from its neighbours: rare Latin, Greek and Cyrillic, Arabic and Hebrew."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import fontpkg_assistant
import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
import uharfbuzz
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from reports.right_to_left import FORMS, HEBREW, LIGATURES, joined_code, ligature_code

_NOTO, _ARABIC, _HEBREW = (
    Path(package.__file__).parent / "files"
    for package in (fontpkg_noto_sans, fontpkg_noto_sans_arabic, fontpkg_assistant)
)
LICENCES = tuple(
    Path(package.__file__).parent / "LICENSE"
    for package in (fontpkg_noto_sans, fontpkg_noto_sans_arabic, fontpkg_assistant)
)
_RARE = (
    *((0x0020, 0x03E1), (0x03F0, 0x052F), (0x1C80, 0x1C8A), (0x1D00, 0x1FFF)),
    *((0x2000, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F)),
    *((0x2C60, 0x2C7F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F)),
)
_ARABIC_LETTERS = [code for code in range(0x0600, 0x0780) if unicodedata.category(chr(code)) in ("Lo", "Po", "Nd")]
_JOINER = "\u200d"


def add_letters(font: TTFont, weight: int, *, italic: bool) -> None:
    """Add what the font lacks, in this weight."""
    noto = "NotoSans-Italic[wdth,wght].ttf" if italic else "NotoSans[wdth,wght].ttf"
    rare = [code for first, last in _RARE for code in range(first, last + 1)]
    _copy(font, _static(_NOTO / noto, weight, rare), rare)
    _copy(font, _static(_HEBREW / "Assistant[wght].ttf", weight, [*HEBREW]), [*HEBREW])
    arabic = _static(_ARABIC / "NotoSansArabic[wdth,wght].ttf", weight, range(0x0600, 0x0780), ["*"])
    _compose(font, arabic, _shapes(arabic))


def _static(file: Path, weight: int, letters: Iterable[int], features: Sequence[str] = ()) -> TTFont:
    font = TTFont(file, recalcTimestamp=False)
    options = Options(layout_features=[*features], glyph_names=False, hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*letters, 0x200D])
    subsetter.subset(font)
    axes = {axis.axisTag: {"wght": weight, "wdth": 100}[axis.axisTag] for axis in font["fvar"].axes}
    return instantiateVariableFont(font, axes, inplace=True)


def _copy(font: TTFont, more: TTFont, letters: list[int]) -> None:
    """Copy the letters that the font has not got."""
    have, found = font.getBestCmap(), more.getBestCmap()
    for code in letters:
        if code in found and code not in have and unicodedata.category(chr(code))[0] != "C":
            _map(font, code, _glyph(font, more, found[code]))


def _glyph(font: TTFont, more: TTFont, name: str) -> str:
    """Copy a glyph and those it is composed of; gives its name in the font."""
    own = f"{name}.{unicodedata.normalize('NFC', more['name'].getDebugName(6) or '')[:12]}"
    if own not in font["glyf"].glyphs:
        glyph = deepcopy(more["glyf"][name])
        if glyph.isComposite():
            for part in glyph.components:
                part.glyphName = _glyph(font, more, part.glyphName)
        font["glyf"][own] = glyph
        font["hmtx"][own] = more["hmtx"][name]
    return own


def _map(font: TTFont, code: int, name: str) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def _shapes(arabic: TTFont) -> Iterator[tuple[int, str]]:
    """Each code to fill, and the text whose shape it gets: letters alone, and joined to their neighbours."""
    known = arabic.getBestCmap()
    for code in _ARABIC_LETTERS:
        if code not in known:
            continue
        yield code, chr(code)
        for form in FORMS:
            before = _JOINER if form in ("final", "medial") else ""
            after = _JOINER if form in ("initial", "medial") else ""
            yield joined_code(chr(code), form), f"{before}{chr(code)}{after}"
    for letters in LIGATURES:
        yield ligature_code(letters, final=False), letters
        yield ligature_code(letters, final=True), f"{_JOINER}{letters}"


def _compose(font: TTFont, arabic: TTFont, shapes: Iterator[tuple[int, str]]) -> None:
    """Set each shape as one glyph of the parts that a shaping engine gives for it."""
    content = BytesIO()
    arabic.save(content)
    engine, names = uharfbuzz.Font(uharfbuzz.Face(content.getvalue())), arabic.getGlyphOrder()
    alone: dict[str, list[tuple[str, int, int]]] = {}
    for code, text in shapes:
        parts, advance = _shaped(engine, names, text)
        letter = text.strip(_JOINER)
        alone.setdefault(letter, parts)
        # A letter that looks the same has no such form: it does not join on that side.
        if text != letter and parts == alone[letter]:
            continue
        pen = TTGlyphPen(font["glyf"].glyphs)
        for name, x, y in parts:
            pen.addComponent(_glyph(font, arabic, name), (1, 0, 0, 1, x, y))
        own = f"joined{code:04X}"
        font["glyf"][own] = pen.glyph()
        font["hmtx"][own] = (advance, 0)
        _map(font, code, own)
    glyphs = font["glyf"]
    for name in [name for name in glyphs.keys() if name.startswith("joined")]:  # noqa: SIM118 - a table, not a dict
        glyphs[name].recalcBounds(glyphs)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyphs[name], "xMin", 0))


def _shaped(engine: uharfbuzz.Font, names: list[str], text: str) -> tuple[list[tuple[str, int, int]], int]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script = "rtl", "arab"
    uharfbuzz.shape(engine, buffer)
    parts, x = [], 0
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        name = names[info.codepoint]
        if not _is_joiner(name):
            parts.append((name, x + at.x_offset, at.y_offset))
        x += at.x_advance
    return parts, x


def _is_joiner(name: str) -> bool:
    return name in ("uni200D", "space")
