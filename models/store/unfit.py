# SPDX-License-Identifier: MIT
"""What can be seen of a database file before any key is tried: that it is empty, not ours, or cut off."""

from pathlib import Path

from models.store.files import trouble_with_files
from models.values.trouble import Trouble

PAGE = 4096
_PLAIN = b"SQLite format 3\0"


def refuse(database: Path) -> None:
    """Raise what is wrong with the file; read before the engine has it open, so that no lock of its own is lost."""
    for name in (f"{database.name}-wal", f"{database.name}-shm"):
        if database.with_name(name).is_dir():
            raise Trouble("trouble.folder_for_file", name=name)
    with trouble_with_files():
        size = database.stat().st_size
        with database.open("rb") as file:
            head = file.read(len(_PLAIN))
    if size == 0:
        raise Trouble("trouble.database_empty")
    if head == _PLAIN:
        raise Trouble("trouble.database_plain")
    # What a power cut tears at the end of the file still stands in the write-ahead log, and is mended from there.
    log = database.with_name(f"{database.name}-wal")
    if size % PAGE and not (log.exists() and log.stat().st_size):
        raise Trouble("trouble.database_cut", bytes=PAGE - size % PAGE)
