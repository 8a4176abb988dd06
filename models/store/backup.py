# SPDX-License-Identifier: MIT
"""A copy of the vault that has been opened and compared before it counts as one."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from models.store import files, keyfile
from models.store.engine import DATABASE, connect
from models.store.faults import translated
from models.store.files import sync_folder, trouble_with_files, write_whole
from models.values.trouble import Trouble
from resources import catalogue

MANIFEST = "backup.json"
README = "LES-MEG.txt"
ROOM = 1.1
LARGEST_NUMBER = 1 << 63
STEP_PAGES = 2000
# how much of the work copying the pages is; the rest is reading both sides through
_COPIED, _READ, _ALL = 50, 70, 100
Progress = Callable[[int, int], None]


def silent(_done: int, _total: int) -> None:
    """Nobody follows; whoever does may raise to stop the work, which then leaves nothing behind."""


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
    vault: str = ""
    practice: bool = False

    @property
    def moment(self) -> datetime:
        """When the copy was made; one without a time is as old as can be."""
        try:
            return datetime.fromisoformat(self.made).astimezone(UTC)
        except (ValueError, OverflowError):
            return datetime.min.replace(tzinfo=UTC)


def read_manifest(copy: Path) -> Manifest | None:
    """What a finished copy says of itself, without any key; nothing when the folder is no copy."""
    try:
        with (copy / MANIFEST).open("rb") as file:
            told = json.loads(file.read(keyfile.LARGEST))
        manifest = Manifest(**{field.name: told[field.name] for field in fields(Manifest) if field.name in told})
        rows = {str(name): int(count) for name, count in manifest.rows.items()}
        whole = (manifest.bytes, manifest.log_length, manifest.schema)
        if all(type(one) is int and 0 <= one < LARGEST_NUMBER for one in whole) and all(
            type(one) is str for one in (manifest.made, manifest.sha256, manifest.log_head, manifest.vault)
        ):
            return replace(manifest, rows=rows)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return None


def back_up(
    folder: Path, key: bytearray, target: Path, now: datetime | None = None, progress: Progress = silent
) -> Manifest:
    """Copy the vault into the new folder `target`; it takes its name only when both sides have been checked.

    Runs beside an open database, on a connection of its own. Its read transaction holds the view still: without
    it a copy in several steps beside somebody who writes begins anew at each write, and never ends.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    with trouble_with_files():
        if target.exists() and any(target.iterdir()):
            raise Trouble("trouble.folder_not_empty", folder=str(target))
        unfinished.mkdir(parents=True)
    try:
        with trouble_with_files():
            if shutil.disk_usage(unfinished).free < ROOM * (folder / DATABASE).stat().st_size:
                raise Trouble("trouble.disk_full")
        manifest = _fill(folder, key, unfinished, now, progress)
        with trouble_with_files():
            if target.exists():
                target.rmdir()
            files.replace(unfinished, target)
            sync_folder(target.parent)
    except BaseException as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        if isinstance(error, Trouble) and error.key == "trouble.vault_busy":
            raise Trouble("trouble.copy_busy") from error
        raise
    return manifest


def open_beside(path: Path, key: bytearray, *, create: bool = False) -> Any:  # noqa: ANN401
    """A connection for a worker beside the window, that reads everything once and has no use for a large cache.

    Closing wipes the cache, and Python lets nothing else run meanwhile: 64 MB of it held the window for half a second.
    """
    connection = connect(path, key, create=create)
    connection.execute("PRAGMA cache_size=-2000")
    return connection


def written_once(path: Path, key: bytearray) -> Any:  # noqa: ANN401
    """A connection that makes a file nobody has until it is whole: no journal beside it, and one sync at the end.

    With the journal every page would be written twice, and the place would need room for two copies.
    """
    connection = open_beside(path, key, create=True)
    connection.execute("PRAGMA journal_mode=off")
    connection.execute("PRAGMA synchronous=off")
    return connection


def facts(connection: Any) -> tuple[int, int, str, dict[str, int]]:  # noqa: ANN401
    """Schema, end of the log and number of rows: what must be the same on both sides."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")]
    rows = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    return connection.execute("PRAGMA user_version").fetchone()[0], *end_of(connection), rows


def end_of(connection: Any) -> tuple[int, str]:  # noqa: ANN401
    """The last line of the log and its seal, which follows from all lines before it."""
    last = connection.execute("SELECT n, hash FROM auditentry ORDER BY n DESC LIMIT 1").fetchone()
    return (last[0], last[1]) if last else (0, "")


def sound(connection: Any) -> bool:  # noqa: ANN401
    """Every page, every index and every seal in order, and nothing damaged met on the way."""
    sealed = connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return sealed and whole and str(connection.execute("PRAGMA cipher_status").fetchone()[0]) == "1"


def _fill(folder: Path, key: bytearray, unfinished: Path, now: datetime | None, progress: Progress) -> Manifest:
    with translated():
        source = open_beside(folder / DATABASE, key)
        try:
            source.execute("BEGIN")
            if source.execute("PRAGMA user_version").fetchone()[0] < 1:  # an empty file opens with any key
                raise Trouble("trouble.vault_damaged")
            told = facts(source)
            copy = written_once(unfinished / DATABASE, key)
            try:
                compared(source, copy, told, progress)
            finally:
                copy.close()
        finally:
            source.close()
    made = now.isoformat(timespec="seconds") if now else ""
    # read after the data: an older key file than the data have seen would not be accepted
    keys, _ = keyfile.read(folder)
    with trouble_with_files():
        keyfile.write(unfinished, keys)
        write_whole(unfinished / README, catalogue.fill("vault.copy_readme", "nb", made=made[:16]).encode())
        digest, size = sum_of(unfinished / DATABASE)
        manifest = Manifest(made, told[0], digest, size, told[1], told[2], told[3], keys.vault, keys.practice)
        write_whole(unfinished / MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
    return manifest


def compared(
    source: Any,  # noqa: ANN401
    copy: Any,  # noqa: ANN401
    told: object,
    progress: Progress,
    failed: str = "trouble.copy_failed",
) -> None:
    """The pages copied, and both sides read through."""
    copy_pages(source, copy, progress)
    intact = source.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    if not intact or source.execute("PRAGMA cipher_status").fetchone()[0] != "1":
        raise Trouble("trouble.vault_damaged")
    progress(_READ, _ALL)
    if not sound(copy) or facts(copy) != told:
        raise Trouble(failed)
    progress(_ALL, _ALL)
    copy.execute("PRAGMA journal_mode=delete")


def sum_of(database: Path) -> tuple[str, int]:
    """The sum and size of a finished database file, once all of it is on the disk."""
    with database.open("r+b") as file:  # Windows syncs only what may be written
        os.fsync(file.fileno())
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return digest, file.tell()


def copy_pages(source: Any, copy: Any, progress: Progress = silent) -> None:  # noqa: ANN401
    """The engine's own backup, in steps that tell how far it has come."""

    def told(_status: int, left: int, total: int) -> None:
        progress(_COPIED * (total - left) // max(total, 1), _ALL)

    try:
        source.backup(copy, pages=STEP_PAGES, progress=told)
    except sqlcipher.Error as error:
        if source.execute("PRAGMA cipher_status").fetchone()[0] != "1":
            raise Trouble("trouble.vault_damaged") from error
        raise
