# SPDX-License-Identifier: MIT
"""How a page gets a letter on paper; the desktop knows how documents are set and drawn.

from views.letterpress import letterpress
workspace.do(finish_letter, document_id, letterpress().press)
"""

from collections.abc import Iterable
from typing import Protocol

from models.values.calendar_event import CalendarEvent
from models.values.deletion_protocol import DeletionProtocol
from models.values.letter import Envelope, LetterSection, Paper, PrintedLetter
from models.values.standard_text import StandardLetter
from models.values.transfer_papers import TransferPaper


class Letterpress(Protocol):
    """Letters as texts that may be changed, as pages, and as plain words."""

    def sections(self, letter: Paper) -> tuple[LetterSection, ...]:
        """The standard texts a person may change, in reading order."""
        ...

    def standard_letters(self, envelope: Envelope) -> tuple[StandardLetter, ...]:
        """Every letter with the texts a municipality may say otherwise, each shown in an example."""
        ...

    def press(self, letter: Paper) -> PrintedLetter:
        """The letter on paper; raises Trouble for a sign that can not be printed."""
        ...

    def press_transfer(self, paper: TransferPaper) -> PrintedLetter:
        """A paper of a hand-over: the receipt, or the history that came along."""
        ...

    def press_protocol(self, protocol: DeletionProtocol) -> bytes:
        """The protocol of what was deleted for good."""
        ...

    def calendar(self, events: Iterable[CalendarEvent]) -> bytes:
        """Meetings as a file that calendars read."""
        ...

    def words(self, letter: Paper) -> str:
        """The letter as plain text in reading order."""
        ...


_in_use: list[Letterpress] = []


def use_letterpress(way: Letterpress) -> None:
    """From now on letters are set this way."""
    _in_use[:] = [way]


def letterpress() -> Letterpress:
    """The way letters are set."""
    return _in_use[0]
