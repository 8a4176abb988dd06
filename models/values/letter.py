# SPDX-License-Identifier: MIT
"""What each letter needs to know, gathered by queries and turned into blocks by reports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, Protocol

from models.values.letter_fields import FieldFault


@dataclass(frozen=True, slots=True)
class Sender:
    """The municipality on the paper, and who signs."""

    municipality: str
    unit: str
    address_lines: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    org_number: str = ""
    arms: bytes | None = None
    caseworker: str = ""
    caseworker_title: str = ""
    caseworker_phone: str = ""
    leader: str = ""
    leader_title: str = ""
    county_governor: str = ""
    practice: bool = False


@dataclass(frozen=True, slots=True)
class LawReference:
    """A provision as it is printed, valid on the letter's date: «helse- og omsorgstjenesteloven § 7-2 a»."""

    id: str
    text: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What every letter has: to whom, when, in which language, and the law that holds on its date.

    `addressee` tells in what capacity the recipient gets it: family, child_welfare, foster or other.
    `own_texts` are the municipality's, by the key of ours; `changed_texts` are this letter's alone, by section.
    """

    language: str
    dated_on: date
    made_at: datetime
    sender: Sender
    recipient: tuple[str, ...]
    number: str = ""
    case_number: str = ""
    their_reference: str = ""
    law: tuple[LawReference, ...] = ()
    law_edition: str = ""
    restricted_basis: str = ""
    addressee: str = "family"
    attachments: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    changed_texts: dict[str, str] = field(default_factory=dict)
    own_texts: dict[str, str] = field(default_factory=dict)
    own_edition: int = 0
    fields: dict[str, str] = field(default_factory=dict)

    def provision(self, id: str) -> LawReference:
        """The reference with this id; raises KeyError when the letter was not given it."""
        return next((law for law in self.law if law.id == id), None) or _missing(id)


def _missing(id: str) -> LawReference:
    raise KeyError(id)


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One condition of the right as the letter tells it."""

    condition: str
    finding: str
    facts: str
    judgement: str


@dataclass(frozen=True, slots=True)
class InterimReply:
    """Foreløpig svar (fvl § 11 a as a norm)."""

    envelope: Envelope
    child: str
    received_on: date
    channel: str
    expected_on: date | None
    reason: str = ""
    child_called: str = ""


@dataclass(frozen=True, slots=True)
class RightInformation:
    """Information that the family may have a right, which they need not apply for."""

    envelope: Envelope
    child: str
    child_called: str = ""


@dataclass(frozen=True, slots=True)
class DeterminationLetter:
    """The avgjørelse: result first, then grounds, condition by condition, and the right to complain.

    `child` is the whole name, or empty before there is one; `child_called` is what the child is called in running text.
    """

    envelope: Envelope
    outcome: str
    kind: str
    child: str
    child_is_expected: bool
    wish: str
    received_on: date | None
    coordinator: str
    coordinator_title: str
    coordinator_phone: str
    coordinator_email: str
    previous_coordinator: str
    effective_on: date | None
    overlap_to: date | None
    reason_code: str
    grounds: str
    conditions: tuple[ConditionLine, ...]
    child_heard: str
    child_view: str
    child_view_how: str
    not_heard_reason: str
    best_interests: str
    family_view: str
    person_wish: str
    family_comment: str
    practical: str
    alternatives: str
    complaint_weeks: int
    signer_name: str
    signer_title: str
    replaces_number: str = ""
    after_appeal: bool = False
    channel: str = ""
    child_view_on: date | None = None
    turns_18_on: date | None = None
    prior_notice_on: date | None = None
    child_called: str = ""


@dataclass(frozen=True, slots=True)
class AppointmentLetter:
    """Oppnevningsbrev to the coordinator: mandate, delegated authority and limits."""

    envelope: Envelope
    kind: str
    coordinator: str
    family: str
    from_on: date
    to_on: date | None
    delegated_by: str
    delegated_on: date | None
    scope: str
    limits: str
    signer_name: str
    signer_title: str


@dataclass(frozen=True, slots=True)
class ServiceInformation:
    """Information to a service: the coordinator's name and the duty to cooperate, no health facts.

    `sector` names the provision that binds this service: the envelope's law holds it as cooperation_<sector>.
    Until it is chosen the letter stands without a duty, and cannot be finished.
    """

    envelope: Envelope
    kind: str
    service: str
    sector: str
    child_initials: str
    coordinator: str
    coordinator_phone: str
    from_on: date


@dataclass(frozen=True, slots=True)
class CoordinationNotice:
    """Who samordner when the family has no barnekoordinator."""

    envelope: Envelope
    child: str
    service: str
    contact: str
    phone: str
    from_on: date


@dataclass(frozen=True, slots=True)
class AppealForwarding:
    """Oversendelse of a complaint to Statsforvalteren, with copy to the party (fvl § 33)."""

    envelope: Envelope
    child: str
    determination_number: str
    determination_on: date
    outcome: str
    received_on: date
    knowledge_on: date | None
    due_on: date | None
    in_time: bool | None
    from_whom: str
    grounds: str
    reassessment: str
    child_view: str
    documents: tuple[str, ...]
    signer_name: str
    signer_title: str


@dataclass(frozen=True, slots=True)
class AccessLogLine:
    """One line of the innsynslogg: who did what, when and why."""

    at: datetime
    who: str
    role: str
    what: str
    reason: str
    family: str = ""


@dataclass(frozen=True, slots=True)
class AccessLog:
    """Innsynslogg for one family, printable for the family (R35)."""

    envelope: Envelope
    family: str
    lines: tuple[AccessLogLine, ...]


@dataclass(frozen=True, slots=True)
class PersonLog:
    """What one person who works here has done, for whoever looks after the log."""

    envelope: Envelope
    person: str
    lines: tuple[AccessLogLine, ...]


class Paper(Protocol):
    """Anything about a family that is set on paper under the municipality's name; a frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def envelope(self) -> Envelope:
        """To whom, when, in which language and under which law."""
        ...


@dataclass(frozen=True, slots=True)
class LetterSection:
    """A standard text of a letter that a person may change before the letter is finished.

    `hint` is the key of what the program says where there is no standard text; `fields` are what can be filled in.
    """

    id: str
    label: str
    text: str
    standard: str
    hint: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """The letter on paper: title, bytes and pages, the edition of its texts, and fields that could not be filled in."""

    title: str
    content: bytes
    pages: int
    text_edition: str
    faults: tuple[FieldFault, ...] = ()


Press = Callable[[Paper], PrintedLetter]
