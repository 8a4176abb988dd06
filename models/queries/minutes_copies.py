# SPDX-License-Identifier: MIT
"""Who gets a copy of the minutes, and what stands in it: recipients × parts, each with why, shown before printing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from models.queries.consent_facts import permissions_about
from models.queries.guard import of_part
from models.queries.meeting_readers import grown_up, readers_of
from models.queries.minutes_content import content_to_share
from models.queries.recipients import Recipient, present, recipients_of
from models.records.family import Family
from models.records.meeting import MinutesState, TeamMeeting
from models.records.person import Person, PersonKind, Relation
from models.rules.minutes_copies import CHILD, MEETING, OBJECTIONS, PARENTS, PLAN, parts_of, passages
from models.rules.visibility import Passage, Permission, Reader, Why
from models.values.dates import age_on, local_day
from models.values.minutes import KeptParticipant, MinutesContent
from models.values.names import full_name

# From this age a youth gets papers of its own (fvl §§ 18 and 27, bvl § 12-3); before, the parents hand them on.
OWN_COPY_FROM = 15
TASKS = "tasks"
THERE = ("present", "copy")


@dataclass(frozen=True, slots=True)
class CopyColumn:
    """A part as a column of the sheet; an item has its own title, the others a name in the catalogue."""

    id: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One recipient; `absent` says that the service was not there and no ground for a copy is told."""

    key: str
    lines: tuple[str, ...]
    language: str
    addressee: str
    reader: Reader
    passages: Mapping[str, Passage]
    absent: bool = False
    participant_id: UUID | None = None

    @property
    def name(self) -> str:
        """Whom it goes to: «NAV Mellomvik – Are Strand»."""
        return " – ".join(self.lines[:2]) if self.addressee == "other" else self.lines[0]

    @property
    def gets_copy(self) -> bool:
        """Whether any paper is made for this one."""
        return not self.absent and self.passages[MEETING].seen

    @property
    def lacks_consent(self) -> bool:
        """Whether it is the consent that is missing."""
        return self.passages[MEETING].why is Why.NO_CONSENT and self.reader.service_id is not None


@dataclass(frozen=True, slots=True)
class CopySheet:
    """Everything the page of copies shows."""

    content: MinutesContent
    version: int
    state: MinutesState
    state_on: date | None
    objections_by: date | None
    columns: tuple[CopyColumn, ...]
    rows: tuple[CopyRow, ...]


@of_part(TeamMeeting)
def copy_sheet(
    session: Session, meeting_id: UUID, day: date, without: Mapping[str, frozenset[str]] | None = None
) -> CopySheet:
    """The newest version that was sent, or the draft; `without` are parts taken away by hand, by recipient."""
    meeting = session.get_one(TeamMeeting, meeting_id)
    content, version = content_to_share(session, meeting_id)
    permissions = permissions_about(session, meeting.family_id, meeting.child_id)
    away = {key: columns_to_parts(content, parts) for key, parts in (without or {}).items()}
    rows = _services(content, permissions, day, away)
    return CopySheet(
        content,
        version.number if version else 1,
        version.state if version else MinutesState.DRAFT,
        local_day(version.made_at) if version else None,
        version.objections_by if version else None,
        tuple(_columns(content)),
        (*_family(session, meeting, content, permissions, day, away), *rows),
    )


def columns_to_parts(content: MinutesContent, columns: frozenset[str]) -> frozenset[str]:
    """The column of tasks stands for every task."""
    tasks = {str(task.id) for task in content.tasks} if TASKS in columns else set()
    return frozenset(columns | tasks) - {TASKS}


def cell(row: CopyRow, column: str, content: MinutesContent) -> tuple[int, int]:
    """How many of the parts below a column this recipient sees, and of how many."""
    parts = [str(task.id) for task in content.tasks] if column == TASKS else [column]
    seen = [row.passages[part].seen for part in parts if part in row.passages]
    return sum(seen) if row.gets_copy else 0, len(seen)


def _columns(content: MinutesContent) -> Iterator[CopyColumn]:
    filled = {
        CHILD: content.child_view.heard,
        PARENTS: content.parents_view.strip(),
        TASKS: content.tasks,
        PLAN: content.plan_note.strip(),
        OBJECTIONS: content.objections,
    }
    yield CopyColumn(MEETING)
    yield from (CopyColumn(part) for part in (CHILD, PARENTS) if filled[part])
    yield from (CopyColumn(str(item.id), item.title) for item in content.items)
    yield from (CopyColumn(part) for part in (TASKS, PLAN, OBJECTIONS) if filled[part])


def _family(
    session: Session,
    meeting: TeamMeeting,
    content: MinutesContent,
    permissions: tuple[Permission, ...],
    day: date,
    away: Mapping[str, frozenset[str]],
) -> Iterator[CopyRow]:
    """The child of age first, then each envelope of the family, then others of the family who were there."""
    parts, envelopes = tuple(parts_of(content)), recipients_of(session, meeting.family_id)
    written_to = {id for envelope in envelopes for id in envelope.key.split(",")}
    people = [one for one in content.participants if one.person_id and not one.service_id]
    grown = grown_up(session, meeting.family_id, meeting.child_id, day)
    there = {one.person_id for one in people}
    people += [_absent(one) for one in grown if one.id not in there]
    readers = dict(zip((one.id for one in people), _readers(session, meeting, people, day), strict=True))
    for one in people:
        person = session.get(Person, one.person_id)
        if person is None or person.id.hex in written_to or not _gets_own(person, day):
            continue
        seen = passages(parts, readers[one.id], permissions, day, away.get(person.id.hex, ()))
        language = person.letter_language or session.get_one(Family, meeting.family_id).language
        at = one.id if person.id in there else None
        yield CopyRow(person.id.hex, (one.name,), language, "family", readers[one.id], seen, participant_id=at)
    for envelope in envelopes:
        reader = Reader(party=not grown or _speaks(session, meeting, envelope))
        seen = passages(parts, reader, permissions, day, away.get(envelope.key, ()))
        yield CopyRow(envelope.key, envelope.lines, envelope.language, envelope.addressee, reader, seen)


def _absent(person: Person) -> KeptParticipant:
    """A grown-up it is about gets a copy, there or not: nobody else hands it on."""
    return KeptParticipant(person.id, full_name(person.given_name, person.family_name), person_id=person.id)


def _speaks(session: Session, meeting: TeamMeeting, envelope: Recipient) -> bool:
    """Whether all behind an envelope are guardians, who go on speaking for a grown-up."""
    guardians = {one.id.hex for one in present(session, meeting.family_id) if one.relation is Relation.GUARDIAN}
    return set(envelope.key.split(",")) <= guardians


def _readers(session: Session, meeting: TeamMeeting, people: list[KeptParticipant], day: date) -> tuple[Reader, ...]:
    return readers_of(session, meeting.family_id, [_AsMember(one) for one in people], meeting.child_id, day)


class _AsMember:
    """A kept participant as the question of readers sees it."""

    def __init__(self, one: KeptParticipant) -> None:
        self.person_id, self.family_service_id, self.staff_id = one.person_id, one.service_id, one.staff_id


def _gets_own(person: Person, day: date) -> bool:
    """A small child's copy goes through its parents."""
    if person.kind is not PersonKind.CHILD:
        return True
    return person.born_on is not None and age_on(person.born_on, day) >= OWN_COPY_FROM


def _services(
    content: MinutesContent, permissions: tuple[Permission, ...], day: date, away: Mapping[str, frozenset[str]]
) -> Iterator[CopyRow]:
    """Those from services, and anybody who is neither of the family nor one of us."""
    parts = tuple(parts_of(content))
    for one in content.participants:
        if one.staff_id or (one.person_id and not one.service_id):
            continue
        reader, key = Reader(service_id=one.service_id), one.id.hex
        lines = tuple(filter(None, (one.service, one.name if one.attendance != "present" else one.deputy or one.name)))
        seen = passages(parts, reader, permissions, day, away.get(key, ()))
        absent = one.attendance not in THERE
        yield CopyRow(key, lines, one.language, "other", reader, seen, absent=absent, participant_id=one.id)
