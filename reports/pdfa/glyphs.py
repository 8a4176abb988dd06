# SPDX-License-Identifier: MIT
"""One of our fonts as it lies on disk: its letters, their widths and outlines, and a smaller font of some of them."""

from collections.abc import Iterator, Sequence
from struct import pack, unpack_from

_NEEDED = (b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")
_ARE_WORDS, _HAS_SCALE, _MORE, _HAS_TWO_SCALES, _HAS_MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080


class Glyphs:
    """A TrueType font of a thousand units, whose letters all lie in Unicode's first plane (tools/make_fonts.py)."""

    def __init__(self, content: bytes) -> None:
        count = unpack_from(">H", content, 4)[0]
        found = (unpack_from(">4s4xII", content, 12 + 16 * number) for number in range(count))
        self._tables = {tag: content[start : start + length] for tag, start, length in found}
        self._count = unpack_from(">H", self._tables[b"maxp"], 4)[0]
        self._places = unpack_from(f">{self._count + 1}I", self._tables[b"loca"])
        self._metrics = unpack_from(f">{2 * self._count}H", self._tables[b"hmtx"])
        self.of_letter = dict(self._mapped())

    def width(self, glyph: int) -> int:
        """How far the next letter is, in thousandths of the size."""
        return int(self._metrics[2 * glyph])

    def describing(self) -> bytes:
        """What a file tells of the font beside its letters."""
        box = unpack_from(">4h", self._tables[b"head"], 36)
        ascent, descent = unpack_from(">2h", self._tables[b"hhea"], 4)
        (weight,), (capital,) = (
            unpack_from(">H", self._tables[b"OS/2"], 4),
            unpack_from(">h", self._tables[b"OS/2"], 88),
        )
        slant = unpack_from(">i", self._tables[b"post"], 4)[0] / 65536
        told = "/Flags 4/FontBBox[{} {} {} {}]/ItalicAngle {:g}/Ascent {}/Descent {}/CapHeight {}/StemV {}"
        return told.format(*box, slant, ascent, descent, capital, 50 + (weight // 65) ** 2).encode()

    def kerning(self) -> dict[str, int]:
        """How much nearer than usual two letters stand."""
        table = self._tables.get(b"kern")
        if table is None:
            return {}
        letters = {glyph: letter for letter, glyph in self.of_letter.items()}
        count = unpack_from(">H", table, 10)[0]
        pairs = unpack_from(">" + "HHh" * count, table, 18)
        return {letters[pairs[at]] + letters[pairs[at + 1]]: pairs[at + 2] for at in range(0, 3 * count, 3)}

    def some(self, wanted: Sequence[int]) -> bytes:
        """A font where the glyph of code n is the nth of these; nothing stands at codes that want glyph 0."""
        glyphs = list(wanted)
        outlines, at = [], 0
        while at < len(glyphs):  # composed letters bring along what they are composed of
            outlines.append(self._outline(glyphs[at], glyphs) if glyphs[at] or not at else b"")
            at += 1
        places = [0]
        for outline in outlines:
            places.append(places[-1] + len(outline))
        metrics = [self._metrics[2 * glyph + side] if glyph else 0 for glyph in glyphs for side in (0, 1)]
        count, tables = len(glyphs), self._tables
        codes = bytes(code if glyph else 0 for code, glyph in enumerate(wanted)).ljust(256, b"\0")
        head = tables[b"head"]
        return _file(
            {
                b"cmap": pack(">HHHHIHHH", 0, 1, 1, 0, 12, 0, 262, 0) + codes,
                b"glyf": b"".join(outlines),
                b"head": head[:8] + bytes(4) + head[12:50] + pack(">h", 1) + head[52:],
                b"hhea": tables[b"hhea"][:34] + pack(">H", count),
                b"hmtx": pack(f">{2 * count}H", *metrics),
                b"loca": pack(f">{count + 1}I", *places),
                b"maxp": tables[b"maxp"][:4] + pack(">H", count) + tables[b"maxp"][6:],
            }
        )

    def _mapped(self) -> Iterator[tuple[str, int]]:
        """Each letter and its glyph, as the table of segments (format 4) tells them."""
        table = self._tables[b"cmap"]
        start = unpack_from(">I", table, 8)[0]
        count = unpack_from(">H", table, start + 6)[0] // 2
        at = start + 14
        ends = unpack_from(f">{count}H", table, at)
        starts = unpack_from(f">{count}H", table, at + 2 * count + 2)
        deltas = unpack_from(f">{count}H", table, at + 4 * count + 2)
        offsets_at = at + 6 * count + 2
        for number, offset in enumerate(unpack_from(f">{count}H", table, offsets_at)):
            first, last, delta = starts[number], ends[number], deltas[number]
            codes = range(first, last + 1)
            at = offsets_at + 2 * number + offset
            found = unpack_from(f">{len(codes)}H", table, at) if offset else tuple(codes)
            for code, glyph in zip(codes, found, strict=True):
                if (offset and not glyph) or not (glyph + delta) % 65536:  # glyph 0 is the empty box
                    continue
                yield chr(code), (glyph + delta) % 65536

    def _outline(self, glyph: int, glyphs: list[int]) -> bytes:
        outline = self._tables[b"glyf"][self._places[glyph] : self._places[glyph + 1]]
        if outline[:1] < b"\x80" or not outline:
            return outline
        changed, at = bytearray(outline), 10
        while True:
            flags, part = unpack_from(">HH", outline, at)
            if part not in glyphs:
                glyphs.append(part)
            changed[at + 2 : at + 4] = pack(">H", glyphs.index(part))
            at += 8 if flags & _ARE_WORDS else 6
            at += 2 if flags & _HAS_SCALE else 4 if flags & _HAS_TWO_SCALES else 8 if flags & _HAS_MATRIX else 0
            if not flags & _MORE:
                return bytes(changed)


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables as a file."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = [pack(">IHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))]
    body, at = [], 12 + 16 * count
    for tag in _NEEDED:
        length = len(tables[tag])
        whole = tables[tag] + bytes(-length % 4)
        head.append(pack(">4sIII", tag, _sum(whole), at, length))
        body.append(whole)
        at += len(whole)
    made = bytearray(b"".join([*head, *body]))
    adjusted = made.index(tables[b"head"][:8]) + 8
    made[adjusted : adjusted + 4] = pack(">I", (0xB1B0AFBA - _sum(made)) % 2**32)
    return bytes(made)


def _sum(content: bytes | bytearray) -> int:
    words: tuple[int, ...] = unpack_from(f">{len(content) // 4}I", content)
    return sum(words) % 2**32
