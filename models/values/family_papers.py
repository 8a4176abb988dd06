# SPDX-License-Identifier: MIT
"""What the sheets and letters around a family need to know, beside those on the way to the right."""

from dataclasses import dataclass
from datetime import date

from models.values.letter import Envelope


@dataclass(frozen=True, slots=True)
class RoleCard:
    """The coordinator's card for the first talk: what she can help with, decide, and not (R20)."""

    envelope: Envelope
    kind: str
    coordinator: str
    phone: str
    email: str
    from_on: date
    child_called: str
