# SPDX-License-Identifier: MIT
"""The head of a meeting's page: where one is, when and where the meeting is, and what can be done with the minutes."""

from typing import Protocol

from models.queries.meeting_room import MeetingRoom
from models.records.meeting import MinutesState
from views.discreet import shown
from views.pages.meeting.words import context, short_day
from views.texts import t
from views.widgets.basics import button, for_reading
from views.widgets.page_header import PageHeader


class HeadActs(Protocol):
    """What the head asks for."""

    def finish(self) -> object: ...
    def to_copies(self) -> object: ...
    def to_family(self) -> object: ...
    def to_team(self) -> object: ...
    def alone(self) -> object: ...


def meeting_head(room: MeetingRoom, acts: HeadActs, is_alone: bool) -> PageHeader:
    """Alone on a shared screen there is no way to anything else in it."""
    sent = room.minutes is not MinutesState.DRAFT
    actions = []
    if not room.is_final:
        kind = "" if sent else "primary"
        actions.append(button(t("room.finish_again" if sent else "room.finish"), "", kind, acts.finish))  # type: ignore[arg-type]
    if not is_alone:
        actions.append(for_reading(button(t("room.copies"), "copy", "primary" if sent else "", acts.to_copies)))
    alone = button(t("room.not_alone" if is_alone else "room.alone"), "eye", run=acts.alone, tip="F11")
    actions.append(for_reading(alone))
    family = t("room.family", name=shown(room.family))
    crumbs = [(family, acts.to_family), (t("room.team"), acts.to_team), (t("room.of", day=short_day(room.sheet)), None)]
    state = t(f"room.state.{room.minutes}", version=room.version) if sent else ""
    return PageHeader(
        t("room.title"),
        " · ".join(filter(None, (state, context(room)))),
        actions,
        () if is_alone else crumbs,
    )
