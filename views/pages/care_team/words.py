# SPDX-License-Identifier: MIT
"""How groups, members and meetings are written: since when, how the consents cover them, and how far they have come."""

from datetime import date

from models.queries.care_teams import CareTeamRow, Covered, MemberRow
from models.queries.meetings import MeetingRow, ParticipantRow
from models.records.meeting import MeetingState, MinutesState
from models.values.date_words import clock_time, day_and_month, long_date, short_date, weekday_date
from views.discreet import free_text, shown
from views.texts import language, t
from views.widgets.basics import BadgeKind
from views.widgets.rows import Head, Line, Row

COVERED: dict[Covered, BadgeKind] = {
    Covered.OURS: "neutral",
    Covered.PARTY: "neutral",
    Covered.LIMITED: "warning",
    Covered.VALID: "success",
    Covered.ENDS_SOON: "warning",
    Covered.ENDED: "danger",
    Covered.MISSING: "danger",
}


def covered_badge(covered: Covered, until: date | None) -> tuple[str, BadgeKind]:
    """«Samtykke til 12.06.2027», «Mangler samtykke»."""
    if until is not None:
        return t(f"care_team.until.{covered}", day=short_date(until)), COVERED[covered]
    return t(f"care_team.covered.{covered}"), COVERED[covered]


def about(team: CareTeamRow) -> str:
    """«Startet 3. mars 2026 etter ønske fra familien · møtes hver 8. uke»."""
    since = t(f"care_team.since.{team.started_by or 'family'}", day=long_date(team.started_on, language()))
    often = t("care_team.every", n=team.every_weeks) if team.every_weeks else t("care_team.no_frequency")
    ended = ""
    if team.ended_on:
        day = long_date(team.ended_on, language())
        ended = t(f"care_team.ended_by.{team.ended_by or 'family'}", day=day)
    return " · ".join(filter(None, (since, ended or often)))


def reasons(team: CareTeamRow) -> str:
    """Why it began, and why it ended."""
    return "\n".join(filter(None, map(free_text, (team.ground, team.end_reason))))


def member_lines(team: CareTeamRow, today: date) -> list[Line]:
    """The members of today, then those who have left."""
    now = team.now(today)
    former = [one for one in team.members if one not in now]
    gone: list[Line] = [Head(t("care_team.former")), *(_member(one, left=True) for one in former)] if former else []
    return [*(_member(one) for one in now), *gone]


def _member(one: MemberRow, left: bool = False) -> Row:
    chair = t("care_team.chair") if one.chair else ""
    deputy = t("care_team.deputy_is", name=shown(one.deputy)) if one.deputy else ""
    since = t("care_team.with_from", day=day_and_month(one.from_on, language()))
    if left and one.to_on:
        since = t("care_team.with_to", start=long_date(one.from_on, language()), end=long_date(one.to_on, language()))
    name = one.name if one.family_service_id and one.name == one.service else shown(one.name)
    service = "" if one.service == one.name else one.service
    return Row(
        one.id,
        name,
        second=" · ".join(filter(None, (one.role, service, chair, deputy, since))),
        icon="network" if one.family_service_id else "person",
        badge=None if left else covered_badge(one.covered, one.covered_until),
        strong=one.chair,
        value=one,
    )


def meeting_lines(meetings: tuple[MeetingRow, ...], today: date) -> list[Line]:
    """What lies ahead, the soonest first; then what has been, the newest first."""
    ahead = [one for one in reversed(meetings) if is_ahead(one, today)]
    behind = [one for one in meetings if not is_ahead(one, today)]
    made: list[Line] = []
    for key, rows in (("coming", ahead), ("earlier", behind)):
        if rows:
            made += [Head(t(f"care_team.{key}")), *(_meeting(one, today) for one in rows)]
    return made


def is_ahead(one: MeetingRow, today: date) -> bool:
    """Whether it is still to come."""
    return one.state in (MeetingState.PLANNED, MeetingState.INVITED) and one.on >= today


def when(one: MeetingRow) -> str:
    """«Torsdag 3. desember 2026 kl. 13:00»."""
    day = weekday_date(one.on, language())
    return f"{day[:1].upper()}{day[1:]} {clock_time(one.starts_at, language())}"


def _meeting(one: MeetingRow, today: date) -> Row:
    place = free_text(one.place or one.online)
    reason = free_text(one.cancelled_reason)
    return Row(
        one.id,
        when(one),
        second=" · ".join(filter(None, (t("care_team.number", n=one.number), place, reason))),
        icon="calendar",
        badge=state_badge(one, today),
        value=one,
    )


def state_badge(one: MeetingRow, today: date) -> tuple[str, BadgeKind]:
    """How far a meeting has come, its minutes included."""
    match one.state, one.minutes:
        case MeetingState.CANCELLED, _:
            return t("care_team.state.cancelled"), "neutral"
        case MeetingState.HELD, None:
            return t("care_team.state.no_minutes"), "warning"
        case MeetingState.HELD, MinutesState.FINAL:
            return t("care_team.state.final"), "success"
        case MeetingState.HELD, _:
            return t("care_team.state.sent"), "info"
        case MeetingState.INVITED, _:
            return t("care_team.state.invited"), "info"
    return t("care_team.state.planned"), "danger" if one.on < today else "neutral"


def participant_line(one: ParticipantRow, items: int) -> Row:
    """Somebody who is invited, ticked."""
    some = t("plan_meeting.called_to", n=len(one.items), all=items) if one.items else ""
    why = t("plan_meeting.reason_told") if one.without_consent_reason else ""
    return _invited(one, (some, why), True)


def left_out_line(one: MemberRow) -> Row:
    """A member who is not invited this time."""
    return _invited(one, (), False)


def _invited(one: ParticipantRow | MemberRow, more: tuple[str, ...], invited: bool) -> Row:
    service = "" if one.service == one.name else one.service
    said, second = t(f"plan_meeting.{'is' if invited else 'not'}_invited"), (one.role, service, *more)
    badge = covered_badge(one.covered, one.covered_until)
    return Row(
        one.id,
        shown(one.name),
        second=" · ".join(filter(None, (*second, "" if invited else said))),
        badge=badge,
        tick=invited,
        spoken=", ".join(filter(None, (shown(one.name), *second, badge[0], said))),
        value=one,
    )
