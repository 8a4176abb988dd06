# SPDX-License-Identifier: MIT
"""What must be settled before anybody is invited: who leads, how the child takes part, and consents (R41, R42)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.rules.agenda import is_identifiable
from models.rules.visibility import Mark, Permission, Reader, passage
from models.values.refusal import Refusal
from models.values.typed import gives_reason

NOT_THERE = "not"


class Standing(StrEnum):
    """How somebody stands towards the items they are called to."""

    FREE = "free"
    COVERED = "covered"
    PARTLY = "partly"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item of the agenda: what its heading reveals, and what will be talked of."""

    id: UUID
    title: str
    heading: Mark
    content: Mark


@dataclass(frozen=True, slots=True)
class InvitedFacts:
    """Somebody to be invited; no `items` means all of them."""

    id: UUID
    name: str
    reader: Reader
    items: frozenset[UUID] = frozenset()
    reason: str = ""

    def called_to(self, items: Sequence[ItemFacts]) -> list[ItemFacts]:
        """The items of the agenda this one is to be there for."""
        return [item for item in items if not self.items or item.id in self.items]


@dataclass(frozen=True, slots=True)
class ChildAnswers:
    """How the child takes part, who prepares it and asks what it thinks, and by when."""

    takes_part: str = ""
    how: str = ""
    prepared_by: str = ""
    view_by: date | None = None


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """A planned meeting as the checks see it."""

    on: date
    place: str
    leader: str
    recorder: str
    child: ChildAnswers
    items: tuple[ItemFacts, ...]
    invited: tuple[InvitedFacts, ...]
    may_join: frozenset[UUID] = frozenset()
    """Services that a consent lets take part in the group on the day of the meeting."""
    place_is_secret: bool = False


def what_is_missing(meeting: InvitationFacts, permissions: Sequence[Permission], today: date) -> list[Refusal]:
    """Everything that stops the invitation, in the order of the page; empty when it can go out."""
    return [*_meeting(meeting, today), *_child(meeting), *_people(meeting, permissions)]


def standing(
    invited: InvitedFacts, meeting: InvitationFacts, permissions: Sequence[Permission]
) -> tuple[Standing, tuple[ItemFacts, ...]]:
    """How this one stands on the day of the meeting, and the items no consent covers.

    Without a consent to take part nobody hears of a child, whatever the heading says. One that holds lets somebody sit
    through the general items, such as the round and the summary; an item with a matter of its own must be covered.
    """
    reader, called = invited.reader, [one for one in invited.called_to(meeting.items) if is_identifiable(one.content)]
    if reader.party:
        kept = tuple(one for one in called if one.content.reveals & reader.kept_from)
        return (Standing.WITHOUT if kept else Standing.FREE), kept
    if reader.service_id not in meeting.may_join:
        return (Standing.WITHOUT if called else Standing.COVERED), tuple(called)
    uncovered = tuple(one for one in called if not passage(one.heading, reader, permissions, meeting.on).seen)
    return (Standing.PARTLY if uncovered else Standing.COVERED), uncovered


def _meeting(meeting: InvitationFacts, today: date) -> Iterator[Refusal]:
    if meeting.on < today:
        yield Refusal("meeting_refused.in_the_past", field="on")
    if not meeting.place and not meeting.place_is_secret:
        yield Refusal("meeting_refused.place_missing", field="place")
    if not meeting.leader:
        yield Refusal("meeting_refused.leader_missing", field="leader")
    if not meeting.recorder:
        yield Refusal("meeting_refused.recorder_missing", field="recorder")
    if not meeting.items:
        yield Refusal("meeting_refused.agenda_empty", field="agenda")
    if not meeting.invited:
        yield Refusal("meeting_refused.nobody_invited", field="participants")


def _child(meeting: InvitationFacts) -> Iterator[Refusal]:
    child = meeting.child
    if not child.takes_part:
        yield Refusal("meeting_refused.child_part_missing", field="child_takes_part", basis="bk_12")
    if child.takes_part == NOT_THERE:
        if not gives_reason(child.how):
            yield Refusal("meeting_refused.child_why_not", field="child_how", basis="bk_12")
        return
    if not child.prepared_by:
        yield Refusal("meeting_refused.child_prepared_by_missing", field="child_prepared_by", basis="bk_12")
    if child.view_by is None:
        yield Refusal("meeting_refused.child_view_by_missing", field="child_view_by", basis="bk_12")
    elif child.view_by > meeting.on:
        yield Refusal("meeting_refused.child_view_after_meeting", field="child_view_by")


def _people(meeting: InvitationFacts, permissions: Sequence[Permission]) -> Iterator[Refusal]:
    for one in meeting.invited:
        how, uncovered = standing(one, meeting, permissions)
        if not uncovered or gives_reason(one.reason):
            continue
        field, item = f"participant.{one.id}", uncovered[0].title
        if how is Standing.PARTLY:
            yield Refusal("meeting_refused.some_not_covered", field=field, basis="fvl_13", name=one.name, item=item)
        else:
            yield Refusal("meeting_refused.no_consent", field=field, basis="fvl_13", name=one.name)
