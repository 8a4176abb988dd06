# SPDX-License-Identifier: MIT
"""Writes what can still be read of a damaged vault into a new one beside it; the damaged one is only read."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from models.store import audit, backup, keyfile, listing, migrations, standin
from models.store.btree import GONE, Far
from models.store.check import copied, unlocked
from models.store.damage import DERIVED, Damage, assess
from models.store.database import Database
from models.store.engine import DATABASE, connect, open_engine
from models.store.faults import translated
from models.store.files import replace, sync_folder, trouble_with_files, write_whole
from models.store.keyfile import SCHEMA
from models.store.layout import Column, Layout
from models.store.memory import wiped
from models.store.pages import Pages
from models.store.survey import Progress, Row, Survey, silent, survey
from models.values.act import Act
from models.values.trouble import Trouble
from resources import catalogue

REPORT = "REDNING.txt"
README = "LES-MEG.txt"
RESCUED = "vault.rescued"
STRIDE = 500  # rows between two signs of progress, each of which may stop the work
NOBODY = UUID(int=0)
_CODED = frozenset({"formdraft", "deletion", "transfer", "auditentry", "historyentry"})  # half of these means nothing


@dataclass(frozen=True, slots=True)
class Rescue:
    """What came over, and what did not."""

    folder: Path
    damage: Damage
    rows: dict[str, int]
    left_out: dict[str, int]


def rescue(folder: Path, passphrase: bytearray, target: Path, now: datetime, progress: Progress = silent) -> Rescue:
    """A new vault in the new folder `target`, with the same key file, so that the same passphrases open it."""
    keys, key = unlocked(folder, passphrase)
    with wiped(key), tempfile.TemporaryDirectory(prefix="laget-") as place:
        copy = copied(folder, Path(place))
        found = survey(copy, key, keys.schema, progress)
        damage = assess(found)
        if not any(table.rows for table in found.tables.values()):
            lost = "beginning_gone" if len(damage.pages) == damage.of_pages else "nothing_to_rescue"
            raise Trouble(f"trouble.{lost}")
        with _new_folder(target) as unfinished:
            with closing(Pages(copy, key)) as pages:
                _fill(unfinished / DATABASE, key, found, pages, progress)
            rows, left_out = _tied(unfinished / DATABASE, key, found, now)
            if found.schema == SCHEMA:
                _enter(unfinished, key, now)
            keyfile.write(unfinished, keys)
            made = Rescue(target, damage, rows, left_out)
            with trouble_with_files():
                write_whole(unfinished / README, catalogue.fill("vault.readme", "nb").encode())
                write_whole(unfinished / REPORT, report(made, now).encode())
    return made


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    """A folder that takes its name when everything in it is done, and is gone when something failed."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    with trouble_with_files():
        if target.exists() and any(target.iterdir()):
            raise Trouble("trouble.folder_not_empty", folder=str(target))
        unfinished.mkdir(parents=True)
    try:
        yield unfinished
        with trouble_with_files():
            if target.exists():
                target.rmdir()
            replace(unfinished, target)
            sync_folder(target.parent)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _fill(database: Path, key: bytearray, found: Survey, pages: Pages, progress: Progress) -> None:
    """The tables of the vault's own schema, with every row that is whole enough to stand in them."""
    tables = [(name, table) for name, table in found.tables.items() if name not in DERIVED]
    with translated(), wiped(bytearray(key)) as again:
        connection = connect(database, again, create=True)
        try:
            connection.execute("PRAGMA foreign_keys=off")
            connection.execute("BEGIN IMMEDIATE")
            for number in range(1, found.schema + 1):
                for statement in migrations.script(number):
                    connection.execute(statement)
            for at, (name, table) in enumerate(tables):
                for number, row in enumerate(table.rows.values()):
                    if number % STRIDE == 0:
                        progress(at, len(tables), name)
                    _insert(connection, table.layout, row, pages)
            connection.execute(f"PRAGMA user_version={found.schema}")
            connection.execute("COMMIT")
        finally:
            connection.close()


def _insert(connection: Any, layout: Layout, row: Row, pages: Pages) -> None:  # noqa: ANN401
    whole = {column.name: _kept(column, row.get(column.name, GONE)) for column in layout.columns}
    if GONE in whole.values() or (layout.table in _CODED and GONE in row.values()):
        return
    names = ", ".join(f'"{name}"' for name in whole)
    marks = ", ".join("?" * len(whole))
    values = [value.read(pages) if isinstance(value, Far) else value for value in whole.values()]
    connection.execute(f'INSERT OR IGNORE INTO "{layout.table}" ({names}) VALUES ({marks})', values)


def _kept(column: Column, value: object) -> object:
    """What stands in place of a value that is gone: a word that says so, or nothing, or the row cannot be kept."""
    if value is not GONE:
        return value
    if not column.needed:
        return None
    return catalogue.fill("rescue.gone", "nb") if column.free_text else GONE


def _tied(database: Path, key: bytearray, found: Survey, now: datetime) -> tuple[dict[str, int], dict[str, int]]:
    """Mend what points at a row that is lost: a stand-in for a family or a person at work, an empty pointer, or out."""
    left_out: dict[str, int] = {}
    with translated(), wiped(bytearray(key)) as again:
        connection = connect(database, again)
        try:
            connection.execute("PRAGMA foreign_keys=off")
            connection.execute("BEGIN IMMEDIATE")
            while loose := connection.execute("PRAGMA foreign_key_check").fetchall():
                for table, rowid, parent, number in loose:
                    if parent in standin.TABLES:
                        standin.put(connection, found, parent, _points_at(connection, table, rowid, number), now)
                    elif not _untie(connection, table, rowid, number):
                        left_out[table] = left_out.get(table, 0) + 1
            connection.execute("COMMIT")
            if not backup.sound(connection):
                raise Trouble("trouble.copy_failed")
            return backup.facts(connection)[3], left_out
        finally:
            connection.close()


def _column(connection: Any, table: str, number: int) -> str:  # noqa: ANN401
    tied = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return str(next(row[3] for row in tied if row[0] == number))


def _points_at(connection: Any, table: str, rowid: int, number: int) -> str:  # noqa: ANN401
    column = _column(connection, table, number)
    return str(connection.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (rowid,)).fetchone()[0])


def _untie(connection: Any, table: str, rowid: int, number: int) -> bool:  # noqa: ANN401
    """Whether the row could stay."""
    column = _column(connection, table, number)
    needed = {row[1]: row[3] or row[5] for row in connection.execute(f'PRAGMA table_info("{table}")')}[column]
    if needed:
        connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))
    else:
        connection.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (rowid,))
    return not needed


def _enter(folder: Path, key: bytearray, now: datetime) -> None:
    """Put the log's triggers in place, make the list of families anew, and enter the rescue in the log."""
    from sqlmodel import select

    from models.records.family import Family
    from models.store.meaning import note

    engine = open_engine(folder / DATABASE, key)
    with translated(), engine.execution_options(rw=True).begin() as connection:
        audit.install(connection)
    engine.dispose()
    database = Database(folder, key)
    try:
        act = Act(NOBODY, "Laget", frozenset(), now)
        with database.working(act) as session:
            listing.refresh(session, frozenset(session.exec(select(Family.id))), act.today)
            note(session, act, RESCUED)
        database.checkpoint()
    finally:
        database.close()


def report(made: Rescue, now: datetime) -> str:
    """What is missing, in numbers only: this file is not encrypted."""

    def say(key: str, **values: object) -> str:
        return catalogue.fill(f"rescue.{key}", "nb", **values)

    damage = made.damage
    lines = [say("title", day=f"{now:%d.%m.%Y %H:%M}"), say("pages", n=len(damage.pages), total=damage.of_pages)]
    for one in damage.tables:
        name = catalogue.fill(f"damage.table.{one.table}", "nb")
        lines.append(say("table", table=name, kept=one.kept, mended=one.mended, torn=one.torn, lost=one.lost))
    lines += [
        say("left_out", table=catalogue.fill(f"damage.table.{name}", "nb"), n=n) for name, n in made.left_out.items()
    ]
    lines += [say("log_gaps", n=damage.log_gaps)] if damage.log_gaps else []
    return "\n".join([*lines, say("advice")]) + "\n"
