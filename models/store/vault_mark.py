# SPDX-License-Identifier: MIT
"""Holds the key file against the mark in the database: another vault's file, or an older one put back, is told."""

from sqlmodel import Session, select

from models.records.vault_mark import VaultMark
from models.store.database import Database
from models.store.keyfile import KeyFile
from models.values.trouble import Trouble


def newest(database: Database, keys: KeyFile, *, by_paper: bool) -> int:
    """The newest generation the database has seen; raises when this key file is another vault's, or older.

    An older one is let through only to the recovery key: that is the way back when the newer file is lost for good.
    """
    with database.reading() as session:
        mark = session.exec(select(VaultMark.vault, VaultMark.generation)).first()
    vault, generation = mark or (keys.vault, keys.generation)  # a vault from the first schema has no mark yet
    if vault != keys.vault:
        raise Trouble("trouble.keyfile_foreign")
    if keys.generation < generation and not by_paper:
        raise Trouble("trouble.keyfile_rolled_back")
    return generation


def set_mark(session: Session, keys: KeyFile) -> None:
    """Remember this key file as the newest."""
    mark = session.exec(select(VaultMark)).first() or VaultMark(vault=keys.vault)
    if mark.generation != keys.generation:
        mark.generation = keys.generation
        session.add(mark)
