# SPDX-License-Identifier: MIT
"""The two papers of a hand-over: the receipt for the sender, and the history that came along."""

from dataclasses import dataclass
from datetime import date, datetime

from models.values.letter import AccessLogLine


@dataclass(frozen=True, slots=True)
class TransferReceipt:
    """Who took in which families, and the code that the sender enters."""

    language: str
    municipality: str
    made_at: datetime
    receiver: str
    sender: str
    sender_municipality: str
    sent_at: datetime
    families: tuple[str, ...]
    code: str
    practice: bool = False


@dataclass(frozen=True, slots=True)
class TransferHistory:
    """What the sender's log says of one family, in words."""

    language: str
    municipality: str
    made_at: datetime
    family: str
    sender: str
    sender_municipality: str
    consent_on: date | None
    consent_told: str
    lines: tuple[AccessLogLine, ...]
    practice: bool = False


TransferPaper = TransferReceipt | TransferHistory
