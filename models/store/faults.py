# SPDX-License-Identifier: MIT
"""What the database engine complains of, in terms of what the user can do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from models.values.trouble import Trouble

_TROUBLES = (
    ("database or disk is full", "trouble.disk_full"),
    ("readonly database", "trouble.folder_read_only"),
    ("database is locked", "trouble.vault_busy"),
    ("unable to open database file", "trouble.vault_moved"),
    ("file is not a database", "trouble.vault_damaged"),
    ("malformed", "trouble.vault_damaged"),
    ("disk i/o error", "trouble.disk_fault"),
)


def trouble_of(error: BaseException) -> Trouble | None:
    """The trouble behind an engine error, or None when the error is our own fault."""
    said = str(error).lower()
    return next((Trouble(key) for words, key in _TROUBLES if words in said), None)


@contextmanager
def translated() -> Iterator[None]:
    """Raise the trouble in place of the engine's own error."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from error
