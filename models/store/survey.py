# SPDX-License-Identifier: MIT
"""Everything that can still be read in a damaged vault, table by table, and what is known to be lost."""

import struct
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from models.store.btree import GONE, Tree, Value, free_pages, rows_at, walk
from models.store.layout import Layout, declared, fitting, stored
from models.store.pages import Pages

Row = dict[str, Value]
Progress = Callable[[int, int, str], None]
INDEX_OF = "sqlite_autoindex_{}_1"
LINES = "auditentry"
HISTORY = "historyentry"


def silent(_done: int, _total: int, _what: str = "") -> None:
    """For those who need no progress."""


@dataclass(slots=True)
class Found:
    """One table: the rows that were read by their key, and the keys of rows that must have been there."""

    layout: Layout
    rows: dict[Value, Row] = field(default_factory=dict)
    known: set[Value] = field(default_factory=set)
    tree: Tree = field(default_factory=Tree)

    @property
    def lost(self) -> set[Value]:
        """The keys of rows that cannot be read at all."""
        return self.known - set(self.rows)

    @property
    def torn(self) -> list[Row]:
        """Rows of which only the beginning can be read."""
        return [row for row in self.rows.values() if GONE in row.values()]


@dataclass(slots=True)
class Survey:
    """The whole file as it was found."""

    schema: int
    pages: int
    damaged: tuple[int, ...]
    owners: dict[int, str]
    tables: dict[str, Found]
    schema_whole: bool

    def rows(self, table: str) -> list[Row]:
        """The rows of a table that could be read; none of a table that could not be found."""
        return list(self.tables[table].rows.values()) if table in self.tables else []


def survey(database: Path, key: bytearray, schema: int, progress: Progress = silent) -> Survey:
    """Read a copied database file past all damage; `schema` is what the key file says, should page 1 be gone."""
    with closing(Pages(database, key, lambda done, total: progress(done, total, ""))) as pages:
        return _surveyed(pages, schema)


def _surveyed(pages: Pages, schema: int) -> Survey:
    damaged = tuple(pages.damaged())
    first = pages.page(1)
    schema = struct.unpack_from(">I", first, 60)[0] if first else schema
    top = walk(pages, 1)
    entries = [values for _, values in top.rows if len(values) == 5 and GONE not in values]
    layouts, older = declared(schema)
    layouts |= stored(str(values[4]) for values in entries if values[0] == "table")
    found = {name: Found(layout) for name, layout in layouts.items()}
    owners = dict.fromkeys(top.broken, "sqlite_schema")
    reached = top.seen | top.broken | free_pages(pages)
    for kind, name, table, root, _ in entries:
        if kind not in ("table", "index") or not isinstance(root, int) or table not in found:
            continue
        tree = walk(pages, root)
        reached |= tree.seen
        owners |= dict.fromkeys(tree.broken, str(name))
        _take(found[str(table)], str(kind), str(name), tree)
    with_roots = {values[1] for values in entries if values[0] == "table"}
    open_ended = [one.layout for name, one in found.items() if name not in with_roots or one.tree.broken]
    candidates = [*open_ended, *(older[one.table] for one in open_ended if one.table in older)]
    _take_strays(pages, reached, candidates, found)
    _count_lines(found)
    owners = {page: owners.get(page, "") for page in damaged}
    return Survey(schema, pages.count, damaged, owners, found, top.whole)


def _take(found: Found, kind: str, name: str, tree: Tree) -> None:
    if kind == "table":
        found.tree = tree
        for rowid, values in tree.rows:
            _keep(found, found.layout, rowid, values)
    elif name == INDEX_OF.format(found.layout.table):
        found.known |= {_key(found.layout, values) for _, values in tree.rows if GONE not in values}


def _keep(found: Found, layout: Layout, rowid: int, values: list[Value]) -> None:
    if len(values) > len(layout.columns):
        return
    row = layout.row(rowid, values)
    key = _key(layout, list(row.values()))
    if key is not GONE:
        found.rows.setdefault(key, row)


def _key(layout: Layout, values: list[Value]) -> Value:
    """A draft is known by its form and its person; everything else by its first column."""
    if layout.table == "formdraft":
        return GONE if GONE in values[:2] else " ".join(map(str, values[:2]))
    return values[0]


def _take_strays(pages: Pages, reached: set[int], candidates: list[Layout], found: dict[str, Found]) -> None:
    """Pages of rows that hung under a damaged page belong to the only table they fit."""
    if not candidates:
        return
    for number in range(2, pages.count + 1):
        if number in reached:
            continue
        rows = list(rows_at(pages, number))
        layout = fitting(rows, candidates)
        if layout is not None:
            for rowid, values in rows:
                _keep(found[layout.table], layout, rowid, values)


def _count_lines(found: dict[str, Found]) -> None:
    """The log has a line for every number: what is missing between the first and the last is lost."""
    lines = [found[name] for name in (LINES, HISTORY) if name in found]
    last = max((key for one in lines for key in one.rows if isinstance(key, int)), default=0)
    for one in lines:
        one.known |= set(range(1, last + 1))
