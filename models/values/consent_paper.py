# SPDX-License-Identifier: MIT
"""What a consent on paper needs to know: one matter to answer, in three versions, and the letter it goes with."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.values.letter import Envelope

ConsentKind = Literal["child_coordinator", "individual_plan", "care_team", "sharing"]
Capacity = Literal["", "parent", "guardian", "youth", "child_welfare", "foster_parent", "representative"]


@dataclass(frozen=True, slots=True)
class ConsentSigner:
    """Who must sign, and in what capacity; without a name there is a line to write it on."""

    name: str = ""
    capacity: Capacity = ""


@dataclass(frozen=True, slots=True)
class ConsentService:
    """A service that may take part or be told, with whom the family meets there and what it is for."""

    name: str
    contact: str = ""
    answer: bool | None = None


@dataclass(frozen=True, slots=True)
class InformationKind:
    """A kind of information; `answers` go with the services told, in their order, and are open where unknown."""

    name: str
    example: str = ""
    answers: tuple[bool | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ChildView:
    """Whether the child was heard, how and by whom, and what it said; or why it was not."""

    heard: Literal["", "heard", "not_heard"] = ""
    words: str = ""
    how: str = ""
    by: str = ""
    heard_on: date | None = None
    not_heard_reason: str = ""


@dataclass(frozen=True, slots=True)
class OralConsent:
    """An answer given by word of mouth, as the one who received it noted it."""

    given_by: str = ""
    received_by: str = ""
    how: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConsentMatter:
    """What is asked for. Whatever is empty becomes a line to write on, so an empty matter is a blank form.

    `child` is the whole name and `child_called` what it is called in running text. A consent is for one kind only;
    `services` take part in a plan or team, or may be told when something is shared by those in `from_services`.
    """

    kind: ConsentKind
    child: str = ""
    child_called: str = ""
    born_on: date | None = None
    from_services: tuple[str, ...] = ()
    services: tuple[ConsentService, ...] = ()
    information: tuple[InformationKind, ...] = ()
    purpose: str = ""
    consequences: str = ""
    exceptions: str = ""
    expires_on: date | None = None
    language_and_interpreter: str = ""
    child_view: ChildView = ChildView()
    signers: tuple[ConsentSigner, ...] = ()
    one_signer_reason: str = ""
    oral: OralConsent = OralConsent()


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """The form for signature, in full."""

    envelope: Envelope
    matter: ConsentMatter


@dataclass(frozen=True, slots=True)
class EasyConsentForm:
    """The same form, easy to read."""

    envelope: Envelope
    matter: ConsentMatter


@dataclass(frozen=True, slots=True)
class ChildConsentForm:
    """The child's or youth's own version; `why` in words for the child, and whether the youth's yes `decides`."""

    envelope: Envelope
    matter: ConsentMatter
    why: str = ""
    decides: bool = False


@dataclass(frozen=True, slots=True)
class ConsentRequest:
    """Innhenting av samtykke: the letter that goes with one or more forms.

    `reason` tells why now: start, new_service, expiry or main_responsibility; `service` which one it is about.
    """

    envelope: Envelope
    child: str
    kinds: tuple[ConsentKind, ...]
    reason: Literal["start", "new_service", "expiry", "main_responsibility"] = "start"
    service: str = ""
    expires_on: date | None = None
    answer_by: date | None = None
    child_called: str = ""
