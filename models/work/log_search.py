# SPDX-License-Identifier: MIT
"""A search that reached somebody else's family is kept in the log: that it was done, and never what was typed."""

import hashlib

from sqlmodel import Session

from models.store.meaning import note
from models.values.act import Act
from models.work.by_right import by_right
from models.work.open_family import noted_this_sitting

SEARCHED = "search.elsewhere"


@by_right
def log_search(session: Session, act: Act, typed: str, hits: int) -> None:
    """Once for each search and sitting: a fingerprint that shows whether two searches were the same, and the hits."""
    words = " ".join(typed.casefold().split())
    told = f"{hashlib.sha256(words.encode()).hexdigest()[:16]} · {hits}"
    if not noted_this_sitting(session, act, SEARCHED, None, told):
        note(session, act, SEARCHED, reason=told)
