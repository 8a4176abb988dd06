# SPDX-License-Identifier: MIT
"""Checks a vault on a copy of its files; the vault itself is only read, never opened by the database engine."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError

import models.records as _declared  # the triggers are compared with those of every declared table
from models.store import audit, backup, fit, keyfile, slots
from models.store.damage import Damage, assess
from models.store.engine import DATABASE, connect, open_engine
from models.store.faults import translated
from models.store.files import trouble_with_files
from models.store.keyfile import KeyFile
from models.store.memory import wipe, wiped
from models.store.survey import Progress, silent, survey
from models.store.vault_lock import refuse_if_held
from models.values.trouble import Trouble

__all__ = ["CheckReport", "_declared", "check", "copied", "unlocked"]
_DAMAGED = ("trouble.vault_damaged", "trouble.disk_fault")


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found; `sound` says whether all of it was in order, `damage` what is hit when pages are."""

    sound: bool
    pages_sealed: bool
    pages_whole: bool
    log_length: int
    log_broken_at: int | None
    clock_jumps: tuple[int, ...]
    rows: dict[str, int]
    triggers_in_place: bool
    damage: Damage | None = None


def check(folder: Path, passphrase: bytearray, progress: Progress = silent) -> CheckReport:
    """Open a copy with the passphrase and look at everything in it; raises Trouble when no key fits it."""
    keys, key = unlocked(folder, passphrase)
    with wiped(key), tempfile.TemporaryDirectory(prefix="laget-") as place:
        copy = copied(folder, Path(place))
        damage = assess(survey(copy, key, keys.schema, progress))
        with wiped(bytearray(key)) as again:
            try:
                report = _report(copy, again)
            except Trouble as trouble:
                if trouble.key not in _DAMAGED:
                    raise
                return _unreadable(damage)
            except DBAPIError:
                # It opens, and yet its tables are not those the program makes.
                return _unreadable(damage)
    return report if report.pages_sealed and report.pages_whole else replace(report, damage=damage)


def unlocked(folder: Path, passphrase: bytearray) -> tuple[KeyFile, bytearray]:
    """The key file and the database key in it, which the caller wipes; raises Trouble when nothing opens."""
    keys, _ = keyfile.read(folder)
    found = slots.unlock(keys, passphrase, [slot for slot in keys.slots if slot.cost is not None])
    if found is None:
        raise Trouble("trouble.wrong_passphrase")
    if not slots.seal_holds(keys, found.key):
        wipe(found.key)
        raise Trouble("trouble.keyfile_altered")
    try:
        key = bytearray(fit.fitting(folder, keys, found.key, found.coming))
    finally:
        wipe(found.key)
        wipe(found.coming or bytearray())
    return keys, key


def copied(folder: Path, place: Path) -> Path:
    """Database and log as they lie: still encrypted, and read while nobody writes."""
    if not (folder / DATABASE).exists():
        raise Trouble("trouble.database_missing", folder=str(folder))
    refuse_if_held(folder)
    with trouble_with_files():
        for name in (DATABASE, f"{DATABASE}-wal"):
            if (folder / name).exists():
                shutil.copyfile(folder / name, place / name)
    return place / DATABASE


def _report(copy: Path, key: bytearray) -> CheckReport:
    with translated():
        connection = connect(copy, key)
        try:
            sealed, whole = _pages(connection)
            rows = backup.facts(connection)[3]
            tied = connection.execute("PRAGMA foreign_key_check").fetchone() is None
        finally:
            connection.close()
        engine = open_engine(copy, key)
        with engine.connect() as reading:
            log, jumps, watched = audit.verify(reading), audit.clock_jumps(reading), audit.installed(reading)
        engine.dispose()
    return CheckReport(
        sound=sealed and whole and tied and watched and log.broken_at is None,
        pages_sealed=sealed,
        pages_whole=whole and tied,
        log_length=log.length,
        log_broken_at=log.broken_at,
        clock_jumps=jumps,
        rows=rows,
        triggers_in_place=watched,
    )


def _pages(connection: Any) -> tuple[bool, bool]:  # noqa: ANN401
    """The page seals are checked past the write-ahead log, so that must be moved into the file first."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sealed = connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return sealed and str(connection.execute("PRAGMA cipher_status").fetchone()[0]) == "1", whole


def _unreadable(damage: Damage) -> CheckReport:
    """The engine could not read its way through; what the pages themselves tell is all there is."""
    rows = {name: len(table.rows) for name, table in damage.found.tables.items()}
    return CheckReport(
        sound=False,
        pages_sealed=not damage.pages,
        pages_whole=False,
        log_length=rows["auditentry"],
        log_broken_at=None,
        clock_jumps=(),
        rows=rows,
        triggers_in_place=True,
        damage=damage,
    )
