# SPDX-License-Identifier: MIT
"""What a new coordinator needs to know of a family on the day she takes over."""

from dataclasses import dataclass
from datetime import date

from models.values.family_papers import Voice
from models.values.letter import Envelope
from models.values.remark import Remark


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody of the family; where the whereabouts are secret there is no phone. `flags` are keys of words."""

    who: str
    what: str
    flags: tuple[str, ...] = ()
    born_on: date | None = None
    expected_on: date | None = None
    phone: str = ""
    protected: bool = False
    language: str = ""
    interpreter: bool = False
    aac: str = ""


@dataclass(frozen=True, slots=True)
class CoordinatorLine:
    """Who is or was coordinator, and when."""

    who: str
    kind: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that waits or has happened; `key` chooses its words, `name` what or whom it is about."""

    key: str
    on: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class HandoverSummary:
    """The family on paper for whoever takes over: people, right, what is open, and titles of what was written last."""

    envelope: Envelope
    family: str
    people: tuple[PersonLine, ...]
    voices: tuple[Voice, ...] = ()
    remarks: tuple[Remark, ...] = ()
    determinations: tuple[Matter, ...] = ()
    coordinators: tuple[CoordinatorLine, ...] = ()
    coordinating: str = ""
    clocks: tuple[Matter, ...] = ()
    steps: tuple[Matter, ...] = ()
    ahead: tuple[Matter, ...] = ()
    papers: tuple[Matter, ...] = ()
    notes: tuple[Matter, ...] = ()
