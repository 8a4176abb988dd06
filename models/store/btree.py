# SPDX-License-Identifier: MIT
"""Walks the trees of a database page by page, and reads each row as far as its pages are whole."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from models.store.pages import USABLE, Pages

Plain = int | float | str | bytes | None
_INDEX_INNER, _TABLE_INNER, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_INNER = (_INDEX_INNER, _TABLE_INNER)
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Gone(Enum):
    """Stands for a value on a damaged page."""

    VALUE = "gone"


GONE = Gone.VALUE
LONG = 1 << 14


@dataclass(frozen=True, slots=True)
class Far:
    """The bytes of a document, found whole and left on their pages: all of them at once would fill the memory."""

    page: int
    start: int
    length: int
    place: int
    size: int

    def read(self, pages: Pages) -> bytes:
        """The bytes, from the same file."""
        page = pages.page(self.page)
        assert page is not None, "the copy is not written to while it is read"
        row = _payload(pages, page, self.start, self.length, True, Tree())
        return row[self.place : self.place + self.size]


Value = Plain | Gone | Far


@dataclass(slots=True)
class Tree:
    """What was met on the way through one table or index."""

    rows: list[tuple[int, list[Value]]] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    broken: set[int] = field(default_factory=set)

    @property
    def whole(self) -> bool:
        return not self.broken


class _Torn(Exception):
    """A page with a fitting seal that makes no sense where it stands, such as one put back from an older copy."""


def walk(pages: Pages, root: int) -> Tree:
    """Every row under a root; a page that cannot be read costs only what stands on it and under it."""
    tree = Tree()
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in tree.seen or not 0 < number <= pages.count:
            tree.broken.add(number)
            continue
        tree.seen.add(number)
        page = pages.page(number)
        try:
            if page is None:
                raise _Torn
            rows, below = leaf(pages, number, page, tree), _below(number, page)
        except (_Torn, IndexError, struct.error, ValueError):
            tree.broken.add(number)
            continue
        tree.rows += rows
        waiting += reversed(below)
    return tree


def leaf(pages: Pages, number: int, page: bytes, tree: Tree) -> list[tuple[int, list[Value]]]:
    """The rows that stand on one page; none on an inner page of a table."""
    kind = _kind(number, page)
    if kind == _TABLE_INNER:
        return []
    rows: list[tuple[int, list[Value]]] = []
    for cell in _cells(number, page):
        start = cell + 4 if kind == _INDEX_INNER else cell
        length, start = _varint(page, start)
        rowid = 0
        if kind == _TABLE_LEAF:
            rowid, start = _varint(page, start)
            rowid -= (rowid >> 63) << 64
        content = _payload(pages, page, start, length, kind == _TABLE_LEAF, tree)
        rows.append((rowid, _record(content, number, start, length)))
    return rows


def is_table_leaf(page: bytes) -> bool:
    """Whether the page looks like one that holds rows of a table."""
    return page[0] == _TABLE_LEAF


def _kind(number: int, page: bytes) -> int:
    kind = page[100 if number == 1 else 0]
    if kind not in (*_INNER, _INDEX_LEAF, _TABLE_LEAF):
        raise _Torn
    return kind


def _cells(number: int, page: bytes) -> tuple[int, ...]:
    head = 100 if number == 1 else 0
    count = struct.unpack_from(">H", page, head + 3)[0]
    first = head + (12 if page[head] in _INNER else 8)
    return struct.unpack_from(f">{count}H", page, first)


def _below(number: int, page: bytes) -> list[int]:
    head = 100 if number == 1 else 0
    if page[head] not in _INNER:
        return []
    left = [struct.unpack_from(">I", page, cell)[0] for cell in _cells(number, page)]
    return [*left, struct.unpack_from(">I", page, head + 8)[0]]


def _payload(pages: Pages, page: bytes, start: int, length: int, of_table: bool, tree: Tree) -> bytes:
    """The bytes of a row, cut off where its chain of further pages breaks."""
    most = USABLE - 35 if of_table else (USABLE - 12) * 64 // 255 - 23
    if length <= most:
        return page[start : start + length]
    least = (USABLE - 12) * 32 // 255 - 23
    here = least + (length - least) % (USABLE - 4)
    here = here if here <= most else least
    content = bytearray(page[start : start + here])
    following = struct.unpack_from(">I", page, start + here)[0]
    while len(content) < length:
        further = pages.page(following) if 0 < following <= pages.count and following not in tree.seen else None
        tree.seen.add(following)
        if further is None:
            tree.broken.add(following)
            break
        content += further[4:USABLE][: length - len(content)]
        following = struct.unpack_from(">I", further)[0]
    return bytes(content)


def _record(content: bytes, number: int, start: int, length: int) -> list[Value]:
    head, at = _varint(content, 0)
    kinds, place = [], head
    while at < head:
        kind, at = _varint(content, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        size = _size(kind)
        if place + size > len(content):
            values.append(GONE)
        elif size > LONG and kind % 2 == 0:
            values.append(Far(number, start, length, place, size))
        else:
            values.append(_value(kind, content[place : place + size]))
        place += size
    return values


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return 8 if kind == 7 else _WHOLE_NUMBERS.get(kind, 0)


def _value(kind: int, part: bytes) -> Plain:
    if kind >= 12:
        return part.decode("utf-8", "replace") if kind % 2 else part
    if kind == 7:
        return float(struct.unpack(">d", part)[0])
    if kind in _WHOLE_NUMBERS:
        return int.from_bytes(part, "big", signed=True)
    return {8: 0, 9: 1}.get(kind)


def _varint(content: bytes, at: int) -> tuple[int, int]:
    found = 0
    for place in range(at, at + 8):
        byte = content[place]
        found = found << 7 | byte & 0x7F
        if byte < 0x80:
            return found, place + 1
    return found << 8 | content[at + 8], at + 9


def free_pages(pages: Pages) -> set[int]:
    """The pages that hold nothing, as far as their own chain can be followed."""
    first = pages.page(1)
    found: set[int] = set()
    trunk = struct.unpack_from(">I", first, 32)[0] if first else 0
    while trunk and trunk not in found:
        found.add(trunk)
        page = pages.page(trunk)
        if page is None:
            break
        following, count = struct.unpack_from(">2I", page)
        found.update(struct.unpack_from(f">{min(count, USABLE // 4 - 2)}I", page, 8))
        trunk = following
    return found


def rows_at(pages: Pages, number: int) -> Iterator[tuple[int, list[Value]]]:
    """The rows on one page that no tree leads to any longer, if it holds any."""
    page = pages.page(number)
    if page is None or not is_table_leaf(page):
        return
    try:
        yield from leaf(pages, number, page, Tree())
    except (_Torn, IndexError, struct.error, ValueError):
        return
