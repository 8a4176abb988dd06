# SPDX-License-Identifier: MIT
"""How the encrypted database file is opened: key, pragmas, transactions and the functions its triggers call."""

import hashlib
import json
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from models.store.memory import wipe
from models.store.told import TOLD
from models.values.act import Act
from models.values.ids import new_id
from models.values.trouble import Trouble

DATABASE = "vault.db"
PRAGMAS = (
    "cache_size=-65536",
    "foreign_keys=on",
    # The log's triggers call our functions, which SQLite takes for unsafe in an untrusted schema. Ours is sealed by
    # the page seals, and `schema.open_database` compares it with what the program makes.
    "trusted_schema=on",
    "recursive_triggers=on",  # else INSERT OR REPLACE removes rows past the triggers
    "cell_size_check=on",
    "temp_store=memory",
)
# Memory that holds pages and keys is locked against the swap file and wiped when it is let go. The whole program runs
# so; most tests do not, since it takes nine tenths of the time of opening a vault.
LOCK_MEMORY = True
_FIXED = frozenset({"writable_schema", "temp_store", "temp_store_directory"})
_HEX = b"0123456789abcdef"


class ActSlot:
    """The act that the statements of one connection are done in; the audit triggers read it."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}
        self._id = ""

    def set(self, act: Act | None) -> None:
        """From now on every write on this connection is this act's; None stops all writing."""
        self._values = {} if act is None else _told(act)
        # A note with a reason of its own is still part of the same act.
        self._id = "" if act is None else self._id or new_id().hex

    def seal_line(self, previous: str, number: int, *told: object) -> str:
        """The seal of a line in the log; the act's part is known here and need not travel through SQL once more."""
        return seal(previous, number, *(self._values[name] for name in _TOLD), *told)

    def functions(self) -> dict[str, Callable[[], str]]:
        """The SQL functions by name; without an act they fail, so that no change is anonymous."""
        return {f"act_{name}": self._teller(name) for name in _TOLD} | {"act_id": lambda: self._id}

    def _teller(self, name: str) -> Callable[[], str]:
        return lambda: self._values[name]


_TOLD = ("at", "staff", "name", "roles", "machine", "program", "reason")


def _told(act: Act) -> dict[str, str]:
    return {
        "staff": act.staff_id.hex,
        "name": act.name,
        "roles": ",".join(sorted(act.roles)),
        "at": stored(act.now),
        "reason": act.reason,
        "program": act.program,
        "machine": socket.gethostname(),
    }


def stored(moment: datetime) -> str:
    """A moment as the database keeps it: UTC, microseconds, no zone."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def seal(*parts: object) -> str:
    """The fingerprint of a list of values, the same in SQL and in Python."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def keyspec(key: bytearray) -> bytearray:
    """The raw key as SQLCipher wants it, x'…', without any immutable copy of it."""
    spec = bytearray(67)
    spec[0], spec[1], spec[66] = b"x''"
    for index, value in enumerate(key):
        spec[2 + 2 * index], spec[3 + 2 * index] = _HEX[value >> 4], _HEX[value & 15]
    return spec


def connect(path: Path, key: bytearray, *, create: bool = False, read_only: bool = False) -> Any:  # noqa: ANN401
    """One connection with key and pragmas; the file must be there unless it is to be made."""
    mode = "rwc" if create else "rw"
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, check_same_thread=False, isolation_level=None, timeout=5
    )
    try:
        _prepare(connection, key, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: Any, key: bytearray, *, read_only: bool) -> None:  # noqa: ANN401
    connection.execute(f"pragma cipher_memory_security={'on' if LOCK_MEMORY else 'off'}")
    connection.execute("pragma cipher_log_level=none")
    spec = keyspec(key)
    connection.set_key(spec)
    wipe(spec)
    for pragma in PRAGMAS:
        connection.execute(f"pragma {pragma}")
    if connection.execute("pragma journal_mode=wal").fetchone()[0] != "wal":
        raise Trouble("trouble.folder_unfit")
    connection.execute("pragma synchronous=full")
    if connection.execute("pragma cipher_status").fetchone()[0] != "1":
        raise Trouble("trouble.vault_damaged")
    connection.execute("select count(*) from sqlite_schema").fetchone()
    if read_only:
        connection.execute("pragma query_only=on")
    connection.set_authorizer(_allowed)


def _allowed(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    """No second database beside the vault, which would be a file without encryption, and no way round the schema."""
    if action in (sqlcipher.SQLITE_ATTACH, sqlcipher.SQLITE_DETACH):
        return int(sqlcipher.SQLITE_DENY)
    if action == sqlcipher.SQLITE_PRAGMA and second is not None and str(first).lower() in _FIXED:
        return int(sqlcipher.SQLITE_DENY)
    if action == sqlcipher.SQLITE_FUNCTION and second == "load_extension":
        return int(sqlcipher.SQLITE_DENY)
    return int(sqlcipher.SQLITE_OK)


def open_engine(path: Path, key: bytearray, *, create: bool = False, read_only: bool = False) -> Engine:
    """An engine whose connections all open the same encrypted file; the caller keeps and wipes the key."""

    def creator() -> Any:  # noqa: ANN401
        return connect(path, key, create=create, read_only=read_only)

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=creator, poolclass=QueuePool, pool_size=3, hide_parameters=True
    )
    event.listen(engine, "connect", _register_functions)
    event.listen(engine, "reset", _forget_act)
    event.listen(engine, "begin", _begin_as_reader if read_only else _begin)
    return engine


def _register_functions(connection: Any, record: Any) -> None:  # noqa: ANN401
    slot = ActSlot()
    record.info["act"] = slot
    for name, function in slot.functions().items():
        connection.create_function(name, 0, function)
    connection.create_function("seal_line", -1, slot.seal_line)
    connection.create_function("seal", -1, seal, deterministic=True)
    for name, count, told in TOLD:
        connection.create_function(name, count, told, deterministic=True)


def _forget_act(connection: Any, record: Any, _state: Any) -> None:  # noqa: ANN401
    record.info["act"].set(None)
    # A COMMIT that a foreign key stops leaves the transaction open, and SQLAlchemy believes it is over.
    if connection.in_transaction:
        connection.rollback()


def _begin(connection: Connection) -> None:
    """No pragma here: most of them make SQLite prepare every statement anew, with all the triggers' code."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("rw") else "BEGIN")


def _begin_as_reader(connection: Connection) -> None:
    """A window that may only read is let through for the lines of the log, and shut again for the next reading."""
    writes = connection.get_execution_options().get("rw")
    connection.exec_driver_sql(f"pragma query_only={'off' if writes else 'on'}")
    _begin(connection)
