# SPDX-License-Identifier: MIT
"""What is damaged in a vault, told by page, table and family, and what of it can be rescued."""

from dataclasses import dataclass, field

from models.store import rebuild
from models.store.btree import GONE, Value
from models.store.layout import Layout
from models.store.survey import Found, Row, Survey

DERIVED = frozenset({"familylisting"})


@dataclass(frozen=True, slots=True)
class TableDamage:
    """One table that was hit: rows kept, made anew from the log, kept only in part, and lost."""

    table: str
    kept: int
    mended: int
    torn: int
    lost: int


@dataclass(frozen=True, slots=True)
class Damage:
    """The whole of it; names of families are for the person who opened the vault, and for nobody else."""

    pages: tuple[int, ...]
    of_pages: int
    owners: tuple[tuple[str, int], ...]
    tables: tuple[TableDamage, ...]
    families: tuple[str, ...]
    rows: int
    log_gaps: int
    log_length: int
    found: Survey = field(repr=False)

    @property
    def lost(self) -> int:
        """How many rows nobody can read any longer."""
        return sum(table.lost + table.torn for table in self.tables)


def assess(found: Survey) -> Damage:
    """Count what is hit, after everything the log can mend has been mended in `found`."""
    before = {name: (set(table.lost), [row[table.layout.key] for row in table.torn]) for name, table in _told(found)}
    mended = rebuild.mend(found)
    hit = {name: {*before[name][0], *before[name][1]} | table.lost for name, table in _told(found)}
    tables = tuple(_counted(name, table, mended.get(name, 0)) for name, table in _told(found) if hit[name])
    owners: dict[str, int] = {}
    for page in found.damaged:
        name = found.owners[page]
        owners[name] = owners.get(name, 0) + 1
    return Damage(
        pages=found.damaged,
        of_pages=found.pages,
        owners=tuple(sorted(owners.items())),
        tables=tables,
        families=_families(found, hit),
        rows=sum(len(table.rows) for table in found.tables.values()),
        log_gaps=len(found.tables["auditentry"].lost),
        log_length=max((n for n in found.tables["auditentry"].known if isinstance(n, int)), default=0),
        found=found,
    )


def _counted(name: str, table: Found, mended: int) -> TableDamage:
    torn = len(table.torn)
    return TableDamage(name, len(table.rows) - torn - mended, mended, torn, len(table.lost))


def _told(found: Survey) -> list[tuple[str, Found]]:
    return [(name, table) for name, table in found.tables.items() if name not in DERIVED]


def _families(found: Survey, hit: dict[str, set[Value]]) -> tuple[str, ...]:
    """The names of the families that something was lost of, or made anew for."""
    of_object: dict[Value, Value] = {
        row["object_id"]: row["family_id"] for row in found.rows("auditentry") if row["family_id"]
    }
    touched: set[Value] = set(hit.get("family", ()))
    for name, keys in hit.items():
        layout = found.tables[name].layout
        for key in keys:
            touched.add(_family(found.tables[name].rows.get(key), layout, key, of_object))
    names = {row["id"]: row["name"] for row in found.rows("family")}
    labels = {row["family_id"]: row["label"] for row in found.rows("familylisting")}
    told = {names.get(one) or labels.get(one) for one in touched if one is not GONE and one is not None}
    return tuple(sorted(str(name) for name in told if name is not None and name is not GONE))


def _family(row: Row | None, layout: Layout, key: Value, of_object: dict[Value, Value]) -> Value:
    named = any(column.name == "family_id" for column in layout.columns)
    if row is not None and named and row["family_id"] is not GONE:
        return row["family_id"]
    return of_object.get(key)
