# SPDX-License-Identifier: MIT
"""A family's ansvarsgrupper: why they began, and each member with how the consents cover them (R39)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import team_permissions
from models.queries.guard import of_family
from models.queries.meeting_readers import readers_of
from models.queries.responsible import Responsible, who_can
from models.records.care_team import CareTeam, TeamMember
from models.records.person import Person
from models.rules.visibility import Permission, Reader
from models.values.dates import add_days

SOON = 60


class Covered(StrEnum):
    """Whether a member may be told of the child."""

    OURS = "ours"
    PARTY = "party"
    LIMITED = "limited"
    VALID = "valid"
    ENDS_SOON = "ends_soon"
    ENDED = "ended"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member; `covered_until` is the last day of a consent that holds, when it has one."""

    id: UUID
    name: str
    role: str
    service: str
    chair: bool
    deputy: str
    language: str
    from_on: date
    to_on: date | None
    person_id: UUID | None
    family_service_id: UUID | None
    staff_id: UUID | None
    covered: Covered
    covered_until: date | None


@dataclass(frozen=True, slots=True)
class CareTeamRow:
    """One group, running or ended."""

    id: UUID
    child_id: UUID | None
    child: str
    started_on: date
    started_by: str
    ground: str
    every_weeks: int
    ended_on: date | None
    ended_by: str
    end_reason: str
    members: tuple[MemberRow, ...]

    def now(self, today: date) -> tuple[MemberRow, ...]:
        """The members of today."""
        return tuple(one for one in self.members if one.to_on is None or one.to_on > today)


@of_family
def care_teams_of(session: Session, family_id: UUID, today: date) -> tuple[CareTeamRow, ...]:
    """The running ones first, then the ended, newest first."""
    teams = session.exec(
        select(CareTeam)
        .where(CareTeam.family_id == family_id)
        .order_by(col(CareTeam.ended_on).is_not(None), col(CareTeam.started_on).desc(), col(CareTeam.id).desc())
    )
    return tuple(_row(session, team, today) for team in teams)


@of_family
def care_team_of(session: Session, family_id: UUID, today: date) -> CareTeamRow | None:
    """The group that runs, else the one that ended last."""
    return next(iter(care_teams_of(session, family_id, today)), None)


@of_family
def who_can_come(session: Session, family_id: UUID) -> tuple[Responsible, ...]:
    """Who can be in the group or at a meeting: as for tasks, and the youngest too."""
    return who_can(session, family_id, date.max)


def _row(session: Session, team: CareTeam, today: date) -> CareTeamRow:
    members = session.exec(
        select(TeamMember)
        .where(TeamMember.care_team_id == team.id)
        .order_by(col(TeamMember.to_on).is_not(None), col(TeamMember.chair).desc(), col(TeamMember.id))
    ).all()
    readers = readers_of(session, team.family_id, members, team.child_id, today)
    permissions = team_permissions(session, team.family_id, team.child_id)
    child = session.get(Person, team.child_id) if team.child_id else None
    return CareTeamRow(
        **team.model_dump(include=set(CareTeamRow.__slots__) - {"child", "members"}),
        child=child.given_name if child else "",
        members=tuple(_member(one, reader, permissions, today) for one, reader in zip(members, readers, strict=True)),
    )


def _member(one: TeamMember, reader: Reader, permissions: tuple[Permission, ...], today: date) -> MemberRow:
    covered, until = covering(reader, permissions, today, ours=one.staff_id is not None)
    kept = set(MemberRow.__slots__) - {"covered", "covered_until"}
    return MemberRow(**one.model_dump(include=kept), covered=covered, covered_until=until)


def covering(
    reader: Reader, permissions: tuple[Permission, ...], today: date, *, ours: bool = False
) -> tuple[Covered, date | None]:
    """How somebody stands today, and until when."""
    if ours:
        return Covered.OURS, None
    if reader.party:
        return (Covered.LIMITED if reader.kept_from else Covered.PARTY), None
    given = [one for one in permissions if one.service_id == reader.service_id and one.from_on]
    holding = [one for one in given if one.holds_on(today)]
    if not holding:
        return (Covered.ENDED if given else Covered.MISSING), None
    until = max(one.until or date.max for one in holding)
    if until == date.max:
        return Covered.VALID, None
    return (Covered.ENDS_SOON if until <= add_days(today, SOON) else Covered.VALID), until
