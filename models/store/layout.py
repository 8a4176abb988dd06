# SPDX-License-Identifier: MIT
"""Which columns each table has, in the order they are stored, and which table a stray page of rows belongs to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable
from sqlcipher3 import dbapi2 as sqlcipher
from sqlmodel import SQLModel

import models.records as _declared  # every table must be declared before it is looked for
from models.store import migrations
from models.store.btree import GONE, Far, Value

__all__ = ["Column", "Layout", "_declared", "declared", "fitting", "stored"]
_ID = 32


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, declared type, whether it must be filled, and whether it is the row's own number."""

    name: str
    declared: str
    needed: bool
    number: bool

    @property
    def kind(self) -> str:
        return self.declared.partition("(")[0]

    @property
    def free_text(self) -> bool:
        """Whether a person's own words stand here; a coded word has a longest length."""
        return self.declared in ("VARCHAR", "TEXT")


@dataclass(frozen=True, slots=True)
class Layout:
    """A table and its columns as they lie in a row."""

    table: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        return self.columns[0].name

    @property
    def numbered(self) -> bool:
        """Whether the rows are counted rather than named: the lines of the log."""
        return any(column.number for column in self.columns)

    def row(self, rowid: int, values: Sequence[Value]) -> dict[str, Value]:
        """A row's values by name; a column added after the row was written is empty."""
        padded = [*values, *[None] * (len(self.columns) - len(values))]
        return {
            column.name: rowid if column.number else value for column, value in zip(self.columns, padded, strict=True)
        }


def stored(statements: Iterable[str]) -> dict[str, Layout]:
    """The tables that these statements make, as the engine itself reads them."""
    connection = sqlcipher.connect(":memory:")
    try:
        for statement in statements:
            connection.execute(statement)
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: Layout(name, tuple(_columns(connection, name))) for name in names}
    finally:
        connection.close()


def declared(schema: int) -> tuple[dict[str, Layout], dict[str, Layout]]:
    """The tables of a vault brought up to this schema step by step, and of one made new by this program."""
    steps = [statement for number in range(1, schema + 1) for statement in migrations.script(number)]
    made = [str(CreateTable(table).compile(dialect=sqlite.dialect())) for table in SQLModel.metadata.sorted_tables]
    return stored(steps), stored(made)


def fitting(rows: Sequence[tuple[int, list[Value]]], candidates: Iterable[Layout]) -> Layout | None:
    """The only table all these rows can be of."""
    fit = [layout for layout in candidates if all(_fits(values, layout) for _, values in rows)]
    return fit[0] if rows and len({layout.table for layout in fit}) == 1 else None


def _columns(connection: sqlcipher.Connection, table: str) -> list[Column]:
    found = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return [
        Column(name, kind, bool(needed or key), bool(key) and kind == "INTEGER")
        for _, name, kind, needed, _, key in found
    ]


def _fits(values: Sequence[Value], layout: Layout) -> bool:
    if len(values) > len(layout.columns):
        return False
    if any(column.needed and not column.number for column in layout.columns[len(values) :]):
        return False
    return all(_holds(column, value) for column, value in zip(layout.columns, values, strict=False))


def _holds(column: Column, value: Value) -> bool:
    if value is GONE or value is None:
        return value is GONE or not column.needed or column.number
    match column.kind:
        case "CHAR":
            return isinstance(value, str) and len(value) == _ID
        case "INTEGER" | "BOOLEAN":
            return isinstance(value, int)
        case "BLOB":
            return isinstance(value, bytes | Far)
        case "DATE" | "DATETIME":
            return isinstance(value, str) and value[:4].isdigit()
    return isinstance(value, str | int | float)
