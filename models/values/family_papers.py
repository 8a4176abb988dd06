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


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody has said is important, in their own words."""

    who: str
    words: str


@dataclass(frozen=True, slots=True)
class Speech:
    """How somebody speaks, when it is not Norwegian by mouth."""

    who: str
    language: str = ""
    interpreter: bool = False
    aac: str = ""
    sami: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody one may ring; `what` is the relation to the child, or the kind of coordinator."""

    who: str
    what: str
    phone: str


@dataclass(frozen=True, slots=True)
class AboutSheet:
    """«Dette bør du vite om meg», or «om oss» without a child: the family decides what stands there and who gets it."""

    envelope: Envelope
    whole_name: str
    child_called: str
    voices: tuple[Voice, ...]
    child_speech: Speech | None
    speech: tuple[Speech, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Adulthood:
    """Who turns 18 and when, and who is coordinator now; without one `kind` is empty."""

    child: str
    child_called: str
    turns_18_on: date
    kind: str = ""
    coordinator: str = ""


@dataclass(frozen=True, slots=True)
class AdulthoodLetter:
    """What changes when a child turns 18, told in good time."""

    envelope: Envelope
    adulthood: Adulthood


@dataclass(frozen=True, slots=True)
class AdulthoodChecklist:
    """The list to go through before a child turns 18 (R62)."""

    envelope: Envelope
    adulthood: Adulthood


@dataclass(frozen=True, slots=True)
class PriorNotice:
    """Notice before an avgjørelse that changes or ends what a family has, and a chance to say something first (R17)."""

    envelope: Envelope
    outcome: str
    kind: str
    child: str
    child_called: str
    reason_code: str
    effective_on: date | None
    coordinator: str
    answer_by: date


@dataclass(frozen=True, slots=True)
class ClosingLetter:
    """That the work with a family ends: who goes on, what becomes of the papers, and consent to pass them on (R73).

    `sent_to` and `sent_on` tell of a hand-over to another municipality that has been made, `consent_on` of its ground.
    """

    envelope: Envelope
    child: str
    child_called: str
    ends_on: date
    reason_code: str
    new_municipality: str
    coordinating: str = ""
    sent_to: str = ""
    sent_on: date | None = None
    consent_on: date | None = None

    @property
    def moves(self) -> bool:
        """Whether the family goes to another municipality."""
        return self.reason_code == "moved" or bool(self.new_municipality)
