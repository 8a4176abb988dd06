# SPDX-License-Identifier: MIT
"""Letters: from what a letter knows to what it says, and which of its texts a person may change."""

from collections.abc import Iterable

from models.values.letter import (
    AccessLog,
    AppealForwarding,
    AppointmentLetter,
    CoordinationNotice,
    DeterminationLetter,
    InterimReply,
    Letter,
    LetterSection,
    PersonLog,
    RecoverySheet,
    RightInformation,
    ServiceInformation,
)
from reports.blocks import Document
from reports.letters import appeal, coordinator, determination, enquiry, log, sheets
from reports.letters.parts import Part, bind, open_texts


def document(letter: Letter | RecoverySheet) -> Document:
    """What the letter says, ready for paper."""
    if isinstance(letter, RecoverySheet):
        return sheets.recovery(letter)
    title, parts = _composed(letter)
    return bind(letter.envelope, title, parts, "sheet" if isinstance(letter, AccessLog | PersonLog) else "letter")


def title(letter: Letter) -> str:
    """The letter's title, in its own language and without names."""
    return _composed(letter)[0]


def sections(letter: Letter) -> tuple[LetterSection, ...]:
    """The standard texts that may be changed before the letter is finished, in reading order."""
    return open_texts(letter.envelope, _composed(letter)[1])


def _composed(letter: Letter) -> tuple[str, Iterable[Part]]:
    found: tuple[str, Iterable[Part]]
    match letter:
        case InterimReply():
            found = enquiry.interim_title(letter), enquiry.interim_parts(letter)
        case RightInformation():
            found = enquiry.right_title(letter), enquiry.right_parts(letter)
        case DeterminationLetter():
            found = determination.title(letter), determination.parts(letter)
        case AppointmentLetter():
            found = coordinator.appointment_title(letter), coordinator.appointment_parts(letter)
        case ServiceInformation():
            found = coordinator.service_title(letter), coordinator.service_parts(letter)
        case CoordinationNotice():
            found = coordinator.notice_title(letter), coordinator.notice_parts(letter)
        case AppealForwarding():
            found = appeal.title(letter), appeal.parts(letter)
        case AccessLog():
            found = log.family_title(letter), log.family_parts(letter)
        case PersonLog():
            found = log.person_title(letter), log.person_parts(letter)
    return found
