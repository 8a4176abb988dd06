# SPDX-License-Identifier: MIT
"""A copy of the vault that has been opened and compared before it counts as one."""

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from models.store import keyfile
from models.store.engine import DATABASE, connect
from models.store.faults import translated
from models.store.files import sync_folder, trouble_with_files, write_whole
from models.values.trouble import Trouble

MANIFEST = "backup.json"
ROOM = 2


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a copy held when it was made: compared whenever it is opened."""

    made: str
    schema: int
    sha256: str
    bytes: int
    log_length: int
    log_head: str
    rows: dict[str, int]


def back_up(folder: Path, key: bytearray, target: Path, now: datetime | None = None) -> Manifest:
    """Copy the vault into the new folder `target`; it takes its name only when both sides have been checked.

    Runs beside an open database, on a connection of its own, in one step: page by page beside a writer never ends.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    with trouble_with_files():
        if target.exists() and any(target.iterdir()):
            raise Trouble("trouble.folder_not_empty", folder=str(target))
        if shutil.disk_usage(folder).free < ROOM * (folder / DATABASE).stat().st_size:
            raise Trouble("trouble.disk_full")
        unfinished.mkdir(parents=True)
    try:
        manifest = _fill(folder, key, unfinished, now)
        with trouble_with_files():
            if target.exists():
                target.rmdir()
            os.replace(unfinished, target)
            sync_folder(target.parent)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return manifest


def facts(connection: Any) -> tuple[int, int, str, dict[str, int]]:  # noqa: ANN401
    """Schema, end of the log and number of rows: what must be the same on both sides."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")]
    rows = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    last = connection.execute("SELECT n, hash FROM auditentry ORDER BY n DESC LIMIT 1").fetchone() or (0, "")
    return connection.execute("PRAGMA user_version").fetchone()[0], last[0], last[1], rows


def sound(connection: Any) -> bool:  # noqa: ANN401
    """Every page, every index and every seal in order, and nothing damaged met on the way."""
    sealed = connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return sealed and whole and str(connection.execute("PRAGMA cipher_status").fetchone()[0]) == "1"


def _fill(folder: Path, key: bytearray, unfinished: Path, now: datetime | None) -> Manifest:
    keys, _ = keyfile.read(folder)
    with translated():
        source = connect(folder / DATABASE, key)
        try:
            # The read transaction holds the view still, so that both sides can be compared while others write.
            source.execute("BEGIN")
            told = facts(source)
            copy = connect(unfinished / DATABASE, key, create=True)
            try:
                copy_pages(source, copy)
                intact = source.execute("PRAGMA quick_check").fetchall() == [("ok",)]
                if not intact or source.execute("PRAGMA cipher_status").fetchone()[0] != "1":
                    raise Trouble("trouble.vault_damaged")
                copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                if not sound(copy) or facts(copy) != told:
                    raise Trouble("trouble.copy_failed")
                copy.execute("PRAGMA journal_mode=delete")
            finally:
                copy.close()
        finally:
            source.close()
    with trouble_with_files():
        keyfile.write(unfinished, keys)
        with (unfinished / DATABASE).open("rb") as file:
            os.fsync(file.fileno())
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = (unfinished / DATABASE).stat().st_size
        made = now.isoformat(timespec="seconds") if now else ""
        manifest = Manifest(made, told[0], digest, size, told[1], told[2], told[3])
        write_whole(unfinished / MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
    return manifest


def copy_pages(source: Any, copy: Any) -> None:  # noqa: ANN401
    """The engine's own backup, in one step."""
    try:
        source.backup(copy, pages=-1)
    except sqlcipher.Error as error:
        if source.execute("PRAGMA cipher_status").fetchone()[0] != "1":
            raise Trouble("trouble.vault_damaged") from error
        raise
