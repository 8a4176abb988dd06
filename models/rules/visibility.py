# SPDX-License-Identifier: MIT
"""Who may know what: the one rule that decides what stands in somebody's copy (R34; fvl § 13, hol § 12-1, domain § 4).

A party reads everything that is not kept from it. A service reads what a consent that holds lets it know, and its own
part. Whatever nobody has sorted by kind counts as all kinds at once, so that a forgotten mark never tells too much.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar
from uuid import UUID


class Information(StrEnum):
    """Kinds of information a family can say yes or no to; practical is time, place and who to call."""

    PRACTICAL = "practical"
    MEASURES = "measures"
    SCHOOL = "school"
    HEALTH = "health"
    EVERYDAY = "everyday"
    FAMILY = "family"
    ECONOMY = "economy"
    WORDS = "words"


ALL = frozenset(Information)


class Why(StrEnum):
    """Why something is in a copy or not, as the screen tells it before printing."""

    PARTY = "party"
    OWN = "own"
    CONSENT = "consent"
    KEPT = "kept"
    NO_CONSENT = "no_consent"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True)
class Permission:
    """What one consent lets one service know, and from when to when; `until` is the last day it holds."""

    consent_id: UUID
    service_id: UUID
    information: frozenset[Information]
    from_on: date | None
    until: date | None = None
    withdrawn_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Given, not run out, not withdrawn: a withdrawal counts from the same day."""
        given = self.from_on is not None and self.from_on <= day
        return (
            given
            and (self.until is None or day <= self.until)
            and (self.withdrawn_on is None or day < self.withdrawn_on)
        )


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets a copy: a party, or one at a service; somebody with neither is a stranger."""

    service_id: UUID | None = None
    party: bool = False
    kept_from: frozenset[Information] = frozenset()
    """What a party is not told (pbrl § 3-4, barnelova § 47)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a part of a paper reveals, whose own it is, and whom it is kept from by hand."""

    information: frozenset[Information] = frozenset()
    owners: frozenset[UUID] = frozenset()
    kept_from: frozenset[UUID] = frozenset()

    @property
    def reveals(self) -> frozenset[Information]:
        """The kinds it tells of; nothing sorted means everything."""
        return self.information or ALL


class Marked(Protocol):
    """A part of a plan, of minutes or of an overview."""

    @property
    def mark(self) -> Mark: ...


M = TypeVar("M", bound=Marked)


@dataclass(frozen=True, slots=True)
class Passage:
    """Whether a reader sees a part, why, and on which consents."""

    seen: bool
    why: Why
    consents: tuple[UUID, ...] = ()


def may_know(permissions: Iterable[Permission], service_id: UUID, day: date) -> frozenset[Information]:
    """The kinds of information a service may be told that day; a consent that holds always covers the practical."""
    found: frozenset[Information] = frozenset()
    for one in permissions:
        if one.service_id == service_id and one.holds_on(day):
            found |= one.information | {Information.PRACTICAL}
    return found


def of_all(each: Sequence[Sequence[Permission]]) -> tuple[Permission, ...]:
    """What holds for all of several at once, from what holds for each: only the kinds, and days, that all have."""
    together = list(each[0])
    for more in each[1:]:
        pairs = ((one, other) for one in together for other in more if one.service_id == other.service_id)
        together = [both for both in (_both(*pair) for pair in pairs) if both is not None]
    return tuple(dict.fromkeys(together))


def _both(one: Permission, other: Permission) -> Permission | None:
    """One permission as far as both go; None when there is no day on which both hold."""
    if one == other:
        return one
    if one.from_on is None or other.from_on is None:
        return None
    from_on = max(one.from_on, other.from_on)
    until = min((day for day in (one.until, other.until) if day), default=None)
    withdrawn_on = min((day for day in (one.withdrawn_on, other.withdrawn_on) if day), default=None)
    both = Permission(one.consent_id, one.service_id, one.information & other.information, from_on, until, withdrawn_on)
    return both if both.holds_on(from_on) else None


def passage(mark: Mark, reader: Reader, permissions: Sequence[Permission], day: date) -> Passage:
    """Whether this part stands in this reader's copy made that day."""
    if reader.party:
        kept = mark.reveals & reader.kept_from
        return Passage(not kept, Why.KEPT if kept else Why.PARTY)
    holding = [one for one in permissions if one.service_id == reader.service_id and one.holds_on(day)]
    if reader.service_id is None or not holding:
        return Passage(False, Why.NO_CONSENT)
    if reader.service_id in mark.kept_from:
        return Passage(False, Why.KEPT)
    grounds = tuple(dict.fromkeys(one.consent_id for one in holding))
    if reader.service_id in mark.owners:
        return Passage(True, Why.OWN, grounds)
    covered = mark.reveals <= may_know(holding, reader.service_id, day)
    return Passage(covered, Why.CONSENT if covered else Why.NOT_COVERED, grounds if covered else ())


def visible(parts: Iterable[M], reader: Reader, permissions: Sequence[Permission], day: date) -> tuple[M, ...]:
    """The parts that stand in this reader's copy, in their order; a smaller paper, never one with flags."""
    # what concerns others is left out once and not for each part: twelve readers of a long plan wait for nobody
    own = [one for one in permissions if one.service_id == reader.service_id and one.holds_on(day)]
    return tuple(part for part in parts if passage(part.mark, reader, own, day).seen)


def kinds_in(text: str) -> frozenset[Information]:
    """The kinds as records keep them, in one line with spaces; a word that is no kind is left out."""
    known = {kind.value for kind in Information}
    return frozenset(Information(word) for word in text.split() if word in known)


def kinds_out(kinds: Iterable[Information]) -> str:
    """The kinds as records keep them, in the order of the list."""
    wanted = frozenset(kinds)
    return " ".join(kind.value for kind in Information if kind in wanted)
