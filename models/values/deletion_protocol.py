# SPDX-License-Identifier: MIT
"""The protocol of what was deleted for good: kinds, rules, people and days, and nothing of what it said."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ProtocolLine:
    """One deletion; `rows` is how many rows of the vault went with it."""

    what: str
    provision: str
    reference: str
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime
    rows: int
    gone_by: datetime


@dataclass(frozen=True, slots=True)
class DeletionProtocol:
    """All of them, newest first, on paper."""

    language: str
    municipality: str
    made_at: datetime
    practice: bool
    lines: tuple[ProtocolLine, ...]
