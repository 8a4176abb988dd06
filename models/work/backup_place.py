# SPDX-License-Identifier: MIT
"""Who decides where the copies lie, whether one is taken back, and whether the vault moves; copies take themselves."""

from sqlmodel import Session

from models.store.meaning import note
from models.values.act import Act
from models.work.by_right import by_right


@by_right
def choose_backup_place(session: Session, act: Act) -> None:
    """From now on the copies go somewhere else; where is told on this machine alone."""
    note(session, act, "vault.copies_placed")


@by_right
def may_restore(_session: Session, _act: Act) -> None:
    """Refused before the vault is locked for the guide."""


@by_right
def may_move(_session: Session, _act: Act) -> None:
    """Refused before any copy is made."""
