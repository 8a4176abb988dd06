# SPDX-License-Identifier: MIT
"""What the sheet with the recovery key needs to know."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The paper recovery key, printed once and kept in the municipality's safe."""

    language: str
    municipality: str
    vault: str
    made_at: datetime
    key_groups: tuple[str, ...]
    part: int = 0
    parts: int = 0
    practice: bool = False
