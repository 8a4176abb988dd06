# SPDX-License-Identifier: MIT
"""An example of each letter about an invented family, so that the municipality sees its words where they will stand."""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import product
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from models.values.consent_paper import ConsentRequest
from models.values.family_papers import AdulthoodLetter, ClosingLetter, PriorNotice, RoleCard
from models.values.letter import (
    AppealForwarding,
    AppointmentLetter,
    CoordinationNotice,
    DeterminationLetter,
    Envelope,
    InterimReply,
    Paper,
    RightInformation,
    ServiceInformation,
)
from models.values.letter_fields import OF_FAMILY
from models.values.meeting_paper import ChildInvitation, InvitationLetter, TaskReminder
from reports.texts import text

KINDS = ("child_coordinator", "coordinator")
REASONS = (
    *("turned_18", "withdrawn", "conditions_gone", "needs_changed", "family_asked", "coordinator_left", "more_room"),
)
OUTCOMES = ("granted", "refused", "changed", "person_changed", "ended")


def _each(**ways: tuple[object, ...]) -> tuple[Mapping[str, object], ...]:
    return tuple(dict(zip(ways, chosen, strict=True)) for chosen in product(*ways.values()))


# Each letter that has standard texts of its own, and what makes it say another thing.
LETTERS: Mapping[type, tuple[Mapping[str, object], ...]] = {
    InterimReply: _each(channel=("written", "oral", "own_initiative"), reason=("",)) + _each(expected_on=(None,)),
    RightInformation: _each(),
    PriorNotice: _each(outcome=("changed", "person_changed", "ended"), reason_code=("", *REASONS)),
    DeterminationLetter: _each(kind=KINDS, outcome=OUTCOMES, conditions=((),)),
    AppealForwarding: _each(),
    ClosingLetter: (
        *_each(reason_code=("moved",), sent_to=("",)),
        *_each(reason_code=("moved",), consent_on=(None,)),
        *_each(reason_code=("moved",)),
        *_each(reason_code=REASONS, new_municipality=("",)),
    ),
    AppointmentLetter: _each(kind=KINDS),
    RoleCard: _each(kind=KINDS),
    ServiceInformation: _each(kind=KINDS),
    CoordinationNotice: _each(),
    AdulthoodLetter: _each(kind=(*KINDS, "")),
    ConsentRequest: _each(reason=("start", "new_service", "expiry", "main_responsibility")),
    InvitationLetter: _each(),
    ChildInvitation: _each(),
    TaskReminder: _each() + _each(reply_by=(None,)),
}
# Papers that go to others than the family bear no child's name.
NAMELESS = (ServiceInformation, InvitationLetter, TaskReminder)
# What a word of ours must be for the letter to be composed at all.
CODES = {
    **{"kind": "child_coordinator", "outcome": "granted", "channel": "oral", "child_heard": "heard"},
    **{"sector": "school", "reason_code": "", "other_parent": ""},
}
NAMES = ("child", "child_called", "coordinator", "family", "previous_coordinator")
ENDINGS = ("phone", "email", "title", "number", "service")
DAYS_AHEAD = 14


def examples(envelope: Envelope) -> Iterator[Paper]:
    """Every letter in every variant, under this envelope."""
    for kind, variants in LETTERS.items():
        for given in variants:
            yield _Example(_under(kind, envelope), given).of(kind)


def _under(kind: type, envelope: Envelope) -> Envelope:
    if kind not in NAMELESS:
        return envelope
    return replace(envelope, fields={id: value for id, value in envelope.fields.items() if id not in OF_FAMILY})


@dataclass(frozen=True, slots=True)
class _Example:
    """Fills in whatever a letter asks for: what is given, and the rest by what it is and what it is called."""

    envelope: Envelope
    given: Mapping[str, object]

    def of(self, kind: type[Any]) -> Any:  # noqa: ANN401
        """A letter, or a part of one."""
        hints = get_type_hints(kind)
        names = [one.name for one in fields(kind)]
        return kind(**{name: self.given.get(name, self._value(hints[name], name)) for name in names})

    def _value(self, hint: Any, name: str) -> object:  # noqa: ANN401
        kind, parts = get_origin(hint), [one for one in get_args(hint) if one is not types.NoneType]
        if kind in (types.UnionType, Union):
            return self._value(parts[0], name)
        if kind is Literal:
            return next(one for one in parts if one)
        if kind is tuple:
            return (self._value(parts[0], name),)
        if isinstance(hint, type) and is_dataclass(hint):
            return self.envelope if hint is Envelope else self.of(hint)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        return self._simple(hint, name)

    def _simple(self, hint: type, name: str) -> object:
        day = self.envelope.dated_on + timedelta(days=DAYS_AHEAD)
        simple: Mapping[type, Callable[[], object]] = {
            str: lambda: self._word(name),
            bool: lambda: False,
            int: lambda: 4,
            date: lambda: day,
            datetime: lambda: self.envelope.made_at + timedelta(days=DAYS_AHEAD),
        }
        return simple[hint]()

    def _word(self, name: str) -> str:
        sender = self.envelope.sender
        signs = (sender.leader, sender.leader_title) if sender.leader else (sender.caseworker, sender.caseworker_title)
        if name in ("signer_name", "delegated_by", "signer_title"):
            return signs[name == "signer_title"]
        if name in CODES:
            return CODES[name]
        known = next((one for one in ENDINGS if name.endswith(one)), "written")
        return text(self.envelope.language, f"letters_example.{name if name in NAMES else known}")
