# SPDX-License-Identifier: MIT
"""What the page of one colleague asks of the vault's keys."""

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from views.workspace import Pulse


class WaysIn(Protocol):
    """Who can open the vault; every act asks the table of rights first."""

    def slots(self) -> tuple[tuple[str, str], ...]:
        """Each way in and the name it was made for."""
        ...

    def let_in(self, staff_id: UUID, passphrase: str) -> None:
        """A way in for this person; takes a second. Raises Refusal or Trouble."""
        ...

    def shutting_out(self, staff_id: UUID) -> Callable[[Pulse], None]:
        """The job that gives the others a new key; asks for the right before it is begun."""
        ...

    def old_copies(self, slot: str) -> int:
        """How many copies at the place of the copies this way in still opens."""
        ...

    def strength(self, passphrase: str) -> str:
        """weak, fair or strong."""
        ...

    def propose(self) -> str:
        """A passphrase of random words."""
        ...
