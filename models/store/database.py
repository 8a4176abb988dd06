# SPDX-License-Identifier: MIT
"""The open vault database: short reading units, and writing units that are kept whole or not at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from sqlalchemy import QueuePool, event
from sqlmodel import Session

import models.records as _declared  # every table must be declared before the first session
from models.store import listing
from models.store.changes import Collector, forbid_bulk, forbid_writes
from models.store.disk_room import translated_at
from models.store.engine import DATABASE, open_engine
from models.store.erase import ERASED
from models.store.files import trouble_key
from models.store.gate import Gate
from models.store.hidden import hide_binned
from models.store.memory import wipe
from models.values.act import Act
from models.values.changes import ChangeSet
from models.values.trouble import Trouble

Listener = Callable[[ChangeSet], None]
__all__ = ["Database", "Listener", "_declared"]


class Database:
    """The one way to the data: `reading()` for queries, `working(act)` for use-cases."""

    def __init__(self, folder: Path, key: bytearray, *, create: bool = False, read_only: bool = False) -> None:
        self.folder = folder
        self.read_only = read_only
        self._path = folder / DATABASE
        self._key = bytearray(key)
        self._gate = Gate()
        self._listeners: list[Listener] = []
        self._open(create=create)

    def on_change(self, listener: Listener) -> None:
        """Tell `listener` of each committed transaction that touched something."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the vault; nothing can be written."""
        with self._gate.passing(), self._told(), Session(self._engine, autoflush=False) as session:
            event.listen(session, "before_flush", forbid_writes)
            event.listen(session, "do_orm_execute", forbid_bulk)
            event.listen(session, "do_orm_execute", hide_binned)
            with _guarded(session):
                yield session

    @contextmanager
    def working(self, act: Act, *, log_only: bool = False) -> Iterator[Session]:
        """One transaction done by one person: all of it is kept, or none; listeners hear only of what was kept."""
        if self.read_only and not log_only:
            raise Trouble("trouble.vault_read_only")
        with (
            self._gate.passing(),
            self._told(),
            Session(self._writing_engine, expire_on_commit=False) as session,
        ):
            self._check_place()
            collector = Collector(session, act)
            event.listen(session, "do_orm_execute", hide_binned)
            session.connection().info["act"].set(act)
            with _guarded(session):
                yield session
                session.flush()
                listing.refresh(session, collector.families(), act.today)
                session.flush()
                self._check_place()
            session.commit()
            erased = ERASED in session.info
        if erased:
            self.checkpoint()
        changes = collector.changes()
        if changes:
            for listener in self._listeners:
                listener(changes)

    def key_copy(self) -> bytearray:
        """The key for a copy or a check made beside; whoever asks wipes it."""
        return bytearray(self._key)

    def checkpoint(self) -> None:
        """Move what stands in the write-ahead log into the file itself."""
        with self._gate.passing(), self._told(), self._engine.connect() as connection:
            connection.connection.driver_connection.execute("pragma wal_checkpoint(truncate)")  # type: ignore[union-attr]

    def exchange(self, swap: Callable[[], bytearray | None]) -> bool:
        """Close every connection, let `swap` put another file in place, and go on with the key it gives.

        All units of work end before, and the next ones wait until it is done; without a new key all is as before.
        """
        self._empty_caches()
        with self._gate.shut():
            self._engine.dispose()
            key = None
            try:
                key = swap()
            finally:
                if key is not None:
                    wipe(self._key)
                    self._key = bytearray(key)
                # Whoever exchanged it must hear so even when it cannot be opened now, on a disk that has become full:
                # each unit of work tries again, and says what is wrong.
                with suppress(Trouble):
                    self._open()
        return key is not None

    def close(self) -> None:
        """Close every connection and forget the key."""
        self._engine.dispose()
        wipe(self._key)
        self._listeners.clear()

    def _empty_caches(self) -> None:
        """A connection that is closed overwrites its cache, half a second when it is full: not while people wait."""
        pool = self._engine.pool
        assert isinstance(pool, QueuePool)
        with self._gate.shut():
            idle = [self._engine.connect() for _ in range(pool.checkedin())]
        for connection in idle:
            with connection:
                connection.connection.driver_connection.execute("pragma shrink_memory")  # type: ignore[union-attr]

    def _open(self, *, create: bool = False) -> None:
        self._engine = open_engine(self._path, self._key, create=create, read_only=self.read_only)
        self._writing_engine = self._engine.execution_options(rw=True)
        if not create:
            self._place = self._stand()
        with self._told():
            self._engine.connect().close()
        self._place = self._stand()

    def _told(self) -> AbstractContextManager[None]:
        return translated_at(self.folder)

    def _stand(self) -> tuple[int, int]:
        try:
            found = os.stat(self._path)
        except OSError as error:
            raise Trouble(trouble_key(error)) from None
        return found.st_dev, found.st_ino

    def _check_place(self) -> None:
        """A vault moved or replaced while open would take what is written here with it, out of sight."""
        if self._stand() != self._place:
            raise Trouble("trouble.vault_moved")


@contextmanager
def _guarded(session: Session) -> Iterator[None]:
    """Let nothing out of a unit that met a damaged page, not even an error that would be told as something else.

    SQLCipher answers zeroes for a damaged page and only lowers this flag, which stays down.
    """
    connection = session.connection()
    raw = connection.connection.driver_connection
    assert raw is not None
    try:
        yield
    finally:
        if raw.execute("pragma cipher_status").fetchone()[0] != "1":
            session.invalidate()
            raise Trouble("trouble.vault_damaged")
