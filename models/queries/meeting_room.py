# SPDX-License-Identifier: MIT
"""Everything the page in the meeting room shows: the meeting, its minutes so far, tasks, and who may take one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import permissions_about
from models.queries.guard import of_part
from models.queries.meetings import MeetingSheet, ParticipantRow, meeting_sheet
from models.queries.minutes_content import content_of, newest_version
from models.records.family import Family
from models.records.family_service import FamilyService, ServiceState
from models.records.meeting import MinutesObjection, MinutesState, MinutesVersion, TeamMeeting
from models.records.person import Person, Relation
from models.rules.minutes_checks import MinutesFacts, what_minutes_lack
from models.rules.minutes_copies import parts_of, passages
from models.rules.service_kinds import service_kinds
from models.rules.visibility import Permission
from models.values.minutes import KeptTask, KeptView, MinutesContent
from models.values.refusal import Refusal
from models.values.task_reading import Doer
from resources.catalogue import LANGUAGES, fill

PARTICIPANT, SERVICE = "participant", "service"
ENDED = (ServiceState.ENDED, ServiceState.REFUSED)
RELATIONS = {Relation.MOTHER: "mother", Relation.FATHER: "father", Relation.CO_MOTHER: "mother"}
# A word of a service's name shorter than this says nothing by itself.
SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """What somebody said was wrong in a version that was sent, and the answer."""

    id: UUID
    from_whom: str
    words: str
    made_on: date
    answer: str


@dataclass(frozen=True, slots=True)
class MeetingRoom:
    """The meeting as it is held; `shared` tells of each item how many of the services there may read it."""

    sheet: MeetingSheet
    family: str
    child_called: str
    what_matters: str
    child_view: KeptView
    tasks: tuple[KeptTask, ...]
    doers: tuple[Doer, ...]
    shared: Mapping[UUID, tuple[int, int]]
    objections: tuple[ObjectionRow, ...]
    version: int = 0
    minutes: MinutesState = MinutesState.DRAFT
    objections_by: date | None = None

    @property
    def is_final(self) -> bool:
        """Whether nothing can be changed any more."""
        return self.minutes is MinutesState.FINAL

    @property
    def done_since_last(self) -> tuple[str, ...]:
        """What has been done since the meeting before: the good news one begins with."""
        return tuple(task.what for task in self.tasks if task.earlier and task.state == "done")


@of_part(TeamMeeting)
def meeting_room(session: Session, meeting_id: UUID, today: date) -> MeetingRoom | None:
    """None when the meeting is gone."""
    sheet = meeting_sheet(session, meeting_id)
    if sheet is None:
        return None
    content, version = content_of(session, meeting_id), newest_version(session, meeting_id)
    child = session.get(Person, sheet.row.child_id) if sheet.row.child_id else None
    permissions = permissions_about(session, sheet.family_id, sheet.row.child_id)
    return MeetingRoom(
        sheet=sheet,
        family=session.get_one(Family, sheet.family_id).name,
        child_called=child.given_name if child else "",
        what_matters=child.what_matters if child else "",
        child_view=content.child_view,
        tasks=content.tasks,
        doers=tuple(_doers(session, sheet)),
        shared=_shared(content, sheet, permissions, today),
        objections=_objections(session, meeting_id),
        version=version.number if version else 0,
        minutes=version.state if version else MinutesState.DRAFT,
        objections_by=version.objections_by if version else None,
    )


@of_part(TeamMeeting)
def minutes_lacks(session: Session, meeting_id: UUID, today: date) -> tuple[Refusal, ...]:
    """What stops the minutes from being sent now."""
    meeting = session.get_one(TeamMeeting, meeting_id)
    return tuple(what_minutes_lack(MinutesFacts(content_of(session, meeting_id), meeting.held_on, today)))


def _shared(
    content: MinutesContent, sheet: MeetingSheet, permissions: tuple[Permission, ...], today: date
) -> dict[UUID, tuple[int, int]]:
    readers = [one.reader for one in sheet.participants if one.family_service_id]
    parts = tuple(parts_of(content))
    seen = [passages(parts, reader, permissions, today) for reader in readers]
    return {item.id: (sum(one[str(item.id)].seen for one in seen), len(seen)) for item in content.items}


def _doers(session: Session, sheet: MeetingSheet) -> Iterator[Doer]:
    """The participants, then the family's other services: a task can be given to one who is not there."""
    services = {
        one.id: one
        for one in session.exec(
            select(FamilyService).where(FamilyService.family_id == sheet.family_id).order_by(col(FamilyService.id))
        )
    }
    there = {one.family_service_id for one in sheet.participants}
    for one in sheet.participants:
        service = services.get(one.family_service_id) if one.family_service_id else None
        words = _words(service) if service else _family_words(session, one)
        yield Doer(f"{PARTICIPANT}/{one.id}", one.deputy or one.name, one.service, words)
    for service in services.values():
        if service.id not in there and service.state not in ENDED:
            yield Doer(f"{SERVICE}/{service.id}", service.contact, service.name, _words(service))


def _words(service: FamilyService) -> tuple[str, ...]:
    """The words of its name, and what such a service is usually called."""
    kind = service_kinds().get(service.kind)
    names = [service.name, *(kind.name.values() if kind else ())]
    usual = [fill(f"minutes.said.{service.kind}", "nb")] if service.kind in ("school", "upper_secondary") else []
    found = " ".join((*names, *usual)).replace("(", " ").replace(")", " ").split()
    return tuple(dict.fromkeys(word for word in found if len(word) >= SHORTEST_WORD))


def _family_words(session: Session, one: ParticipantRow) -> tuple[str, ...]:
    person = session.get(Person, one.person_id) if one.person_id else None
    if one.staff_id:
        key = "ours"
    elif person and person.relation in RELATIONS:
        key = RELATIONS[person.relation]
    else:
        return ()
    return tuple(word for language in LANGUAGES for word in fill(f"minutes.said.{key}", language).split())


def _objections(session: Session, meeting_id: UUID) -> tuple[ObjectionRow, ...]:
    found = session.exec(
        select(MinutesObjection)
        .join(MinutesVersion, col(MinutesVersion.id) == MinutesObjection.version_id)
        .where(MinutesVersion.meeting_id == meeting_id)
        .order_by(col(MinutesObjection.id))
    )
    return tuple(ObjectionRow(one.id, one.from_whom, one.words, one.made_on, one.answer) for one in found)
