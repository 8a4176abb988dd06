# SPDX-License-Identifier: MIT
"""What the page «Logg» asks of the program: to walk the log's seals beside the window."""

from typing import Protocol

from models.values.log_state import LogCheck
from views.workspace import Pulse


class LogGuard(Protocol):
    """Knows the vault's keys and what this machine remembers of its log."""

    def check(self, pulse: Pulse) -> LogCheck:
        """Read every line; run it as a job."""
        ...

    def accept(self) -> None:
        """From now on remember the log as it stands."""
        ...
