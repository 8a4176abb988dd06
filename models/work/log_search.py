# SPDX-License-Identifier: MIT
"""A search that reached somebody else's family is kept in the log: that it was done, and never what was typed."""

import hashlib
import hmac
import os

from sqlmodel import Session, col, select

from models.records.history import HistoryEntry
from models.store.meaning import note
from models.values.act import Act
from models.work.by_right import by_right
from models.work.open_family import noted_this_sitting

SEARCHED = "search.elsewhere"


@by_right
def log_search(session: Session, act: Act, typed: str, hits: int) -> None:
    """Once for each search and sitting: a fingerprint that shows whether two searches were the same, and the hits."""
    words = " ".join(typed.casefold().split())
    told = f"{hmac.new(_key(session), words.encode(), hashlib.sha256).hexdigest()[:16]} · {hits}"
    if not noted_this_sitting(session, act, SEARCHED, None, told):
        note(session, act, SEARCHED, reason=told)


def _key(session: Session) -> bytes:
    """What only this vault knows: the random number its first line with values was sealed with.

    Without a key anybody who reads the log, or has it on paper, could try names until the fingerprint fits.
    """
    first = select(HistoryEntry.nonce).where(col(HistoryEntry.nonce) != "").order_by(col(HistoryEntry.n)).limit(1)
    nonce = session.exec(first).first()
    return hashlib.sha256(b"laget-search-v1" + bytes.fromhex(nonce)).digest() if nonce else os.urandom(32)
