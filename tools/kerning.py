# SPDX-License-Identifier: MIT
"""The kerning of a font as a plain table of pairs, which the program reads without a shaping engine."""

from io import BytesIO
from itertools import product

import uharfbuzz
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

_LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖÁČĐÉŊŠŦŽÏabcdefghijklmnopqrstuvwxyzæøåäöáčđéŋšŧžïńñüèêôò0123456789.,:;?!-–«»()/’“”"
)


def add_kerning(font: TTFont) -> None:
    """Write the table for the letters that headings are made of."""
    content = BytesIO()
    font.save(content)
    engine, glyphs = uharfbuzz.Font(uharfbuzz.Face(content.getvalue())), font.getBestCmap()
    pairs = KernTable_format_0(0)
    pairs.coverage, pairs.version, pairs.tupleIndex = 1, 0, None
    pairs.kernTable = {
        (glyphs[ord(left)], glyphs[ord(right)]): by
        for left, right in product(_LETTERS, repeat=2)
        if (by := _kern(engine, left + right))
    }
    table = newTable("kern")
    table.version, table.kernTables = 0, [pairs]
    font["kern"] = table


def _kern(engine: uharfbuzz.Font, pair: str) -> int:
    return _width(engine, pair, kerned=True) - _width(engine, pair, kerned=False)


def _width(engine: uharfbuzz.Font, text: str, *, kerned: bool) -> int:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(engine, buffer, {"kern": kerned, "liga": False})
    return sum(position.x_advance for position in buffer.glyph_positions)
