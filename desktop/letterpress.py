# SPDX-License-Identifier: MIT
"""Sets letters on paper for the windows (views.letterpress.Letterpress)."""

from collections.abc import Iterable

from models.values.calendar_event import CalendarEvent
from models.values.deletion_protocol import DeletionProtocol
from models.values.letter import Envelope, LetterSection, Paper, PrintedLetter
from models.values.standard_text import StandardLetter
from models.values.transfer_papers import TransferPaper
from reports.build import render
from reports.letters.deletion import protocol_document
from reports.letters.transfer import transfer_document, transfer_title
from reports.papers import document, faults, sections, title
from reports.plain import plain
from reports.standard_texts import standard_letters
from reports.texts import edition


class ReportLetterpress:
    """Letters as the reports make them."""

    def sections(self, letter: Paper) -> tuple[LetterSection, ...]:
        """The standard texts a person may change, in reading order."""
        return sections(letter)

    def standard_letters(self, envelope: Envelope) -> tuple[StandardLetter, ...]:
        """Every letter with the texts a municipality may say otherwise, each shown in an example."""
        return standard_letters(envelope)

    def press(self, letter: Paper) -> PrintedLetter:
        """The letter as an archivable file."""
        content, envelope = render(document(letter)), letter.envelope
        texts = edition(envelope.language, envelope.own_edition)
        return PrintedLetter(title(letter), content, page_count(content), texts, faults(letter))

    def press_transfer(self, paper: TransferPaper) -> PrintedLetter:
        """A paper of a hand-over as an archivable file."""
        content = render(transfer_document(paper))
        return PrintedLetter(transfer_title(paper), content, page_count(content), edition(paper.language))

    def press_protocol(self, protocol: DeletionProtocol) -> bytes:
        """The protocol of deletions as an archivable file."""
        return render(protocol_document(protocol))

    def calendar(self, events: Iterable[CalendarEvent]) -> bytes:
        """Meetings as a file that calendars read."""
        # the library takes five megabytes, and most days nobody asks for a calendar file
        from reports.calendar import calendar_file

        return calendar_file(events)

    def words(self, letter: Paper) -> str:
        """The letter as plain text in reading order."""
        return plain(document(letter))


def page_count(content: bytes) -> int:
    """How many pages our own files have."""
    import pypdfium2

    file = pypdfium2.PdfDocument(content)
    try:
        return len(file)
    finally:
        file.close()
