# SPDX-License-Identifier: MIT
"""What the settings page asks of the vault's keys: the recovery key on paper, and this machine as a second factor."""

from typing import Protocol

from views.start.recovery_step import Sheets


class OwnKeys(Protocol):
    """The keys one may change oneself; what does not go raises Trouble."""

    @property
    def sheets(self) -> int:
        """How many sheets the recovery key lies on."""
        ...

    @property
    def bound(self) -> bool:
        """Whether one's own passphrase works on this machine only."""
        ...

    @property
    def keyring_line(self) -> str:
        """What is lost on a machine without a keyring; empty where there is one."""
        ...

    def propose_paper(self, sheets: int) -> Sheets:
        """A new recovery key; the one before works until this is accepted."""
        ...

    def print_sheet(self, at: int) -> bool:
        """Print one sheet of the proposed key; whether it was done."""
        ...

    def save_sheet(self, at: int) -> bool:
        """Save one sheet of the proposed key as PDF; whether it was done."""
        ...

    def accept_paper(self, typed: tuple[str, ...]) -> None:
        """The proposed key takes the old one's place, once it was typed back."""
        ...

    def bind(self, passphrase: str) -> None:
        """From now on one's own passphrase works on this machine only."""
        ...

    def release(self, passphrase: str) -> None:
        """From now on one's own passphrase works on every machine."""
        ...
