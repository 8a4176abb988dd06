# SPDX-License-Identifier: MIT
"""What stands beside the list of Min dag: the next meeting, transitions, and consents that end."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal

from models.queries.due import Day
from models.queries.next_meeting import NextMeeting
from models.values.date_words import day_and_month, from_today
from models.values.dates import OSLO, local_day
from views.discreet import shown
from views.pages.my_day.words import consent, ending_consents, transition
from views.texts import language, t
from views.widgets.basics import Piece, badge, button, column, label, relabel, row
from views.widgets.card import Card
from views.widgets.labels import IconLabel
from views.widgets.rows import RowList
from views.widgets.scroll import ScrollColumn

# Rows have a margin of their own: with the heads brought in, all cards begin at the same line.
MARGINS, INSET = (8, 14, 8, 10), 8
# The nearest few; all of them stand in Møter og frister.
MOST = 4


class Side(ScrollColumn):
    """Rows open where the thing is done; a card with nothing to say is not shown, but for the transitions."""

    opened = Signal(object)

    def __init__(self, open_meeting: Callable[[NextMeeting], object], open_all: Callable[[], object]) -> None:
        self._open_meeting = open_meeting
        self._all = button("", "right", "flat", open_all)
        self._meeting = Card(gap=6)
        self._transitions, self._no_transitions = _list("transitions"), label("", "body", "muted", wrap=True)
        self._no_transitions.setText(t("my_day.no_transitions"))
        self._no_transitions.setContentsMargins(INSET, 0, INSET, 0)
        self._consents = _list("consents")
        coming = Card(t("my_day.transitions"), icon_name="flag", gap=4, margins=MARGINS, inset=INSET)
        coming.add(self._transitions, self._no_transitions, row(self._all, None))
        self._ending = Card(t("my_day.consents"), icon_name="shield", gap=4, margins=MARGINS, inset=INSET)
        self._ending.add(self._consents)
        super().__init__(column(self._meeting, coming, self._ending, None, gap=14))
        for one in (self._transitions, self._consents):
            one.opened.connect(lambda line: self.opened.emit(line.value))

    def show_day(self, found: Day, now: datetime) -> None:
        """Everything anew."""
        today = local_day(now)
        self._transitions.show_rows([transition(one, today) for one in found.transitions[:MOST]])
        self._transitions.setVisible(bool(found.transitions))
        relabel(self._all, t("my_day.all_transitions", n=len(found.transitions)))
        self._all.setVisible(len(found.transitions) > MOST)
        self._no_transitions.setVisible(not found.transitions)
        ending = ending_consents(found)
        self._consents.show_rows([consent(one, today) for one in ending])
        self._ending.setVisible(bool(ending))
        self._meeting.empty()
        self._meeting.setVisible(found.meeting is not None)
        if found.meeting is not None:
            self._meeting.add(*self._about(found.meeting, now))

    def _about(self, one: NextMeeting, now: datetime) -> list[Piece]:
        begins = one.starts_at.astimezone(OSLO)
        when = t(
            "my_day.meeting.when", day=from_today(begins.date(), local_day(now), language()), time=f"{begins:%H:%M}"
        )
        facts = (
            one.place,
            t("my_day.meeting.participants", n=one.participants) if one.participants else "",
            t("my_day.meeting.minutes", n=one.minutes) if one.minutes else "",
        )
        invited = (
            t("my_day.meeting.invited", when=day_and_month(one.invited_on, language()))
            if one.invited_on
            else t("my_day.meeting.not_invited")
        )
        open_it = button(t("my_day.meeting.prepare"), kind="primary", run=lambda: self._open_meeting(one))
        return [
            row(
                IconLabel("calendar", "accent_text"),
                label(t("my_day.meeting.title"), "strong"),
                None,
                badge(when, "accent"),
            ),
            label(t("my_day.meeting.of", name=shown(one.family)), "lead", wrap=True),
            *([label(" · ".join(filter(None, facts)), "body", "muted", wrap=True)] if any(facts) else []),
            _mark(invited, done=one.invited_on is not None),
            *([_mark(t("my_day.meeting.without_who", n=one.without_who), done=False)] if one.without_who else []),
            row(open_it, None, margins=(0, 4, 0, 0)),
        ]


def _mark(text: str, *, done: bool) -> Piece:
    sign = IconLabel("check", "success", 18) if done else IconLabel("warning", "warning", 18)
    words = row(sign, label(text, wrap=True))
    words.setStretch(1, 1)
    return words


def _list(key: str) -> RowList:
    return RowList(t(f"my_day.{key}"), fit=True)
