# SPDX-License-Identifier: MIT
"""What happened, newest first, under headings by time.

timeline = Timeline(t("family.timeline"))
timeline.show_events([Event(id, "19. nov.", "Møte i ansvarsgruppen", "6 av 7 møtte", "talk", "November 2026")])
timeline.opened.connect(self._open)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from views.widgets.basics import BadgeKind
from views.widgets.rows import Head, Line, Row, RowList


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; `group` is the heading it stands under."""

    id: object
    when: str
    title: str
    second: str = ""
    icon: str = "note"
    group: str = ""
    badge: tuple[str, BadgeKind] | None = None


class Timeline(RowList):
    """A row list of events."""

    def __init__(self, spoken: str, fit: bool = False) -> None:
        super().__init__(spoken, fit=fit, marks=False)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these events in the order given."""
        lines: list[Line] = []
        for group, members in groupby(events, key=lambda event: event.group):
            if group:
                lines.append(Head(group))
            lines.extend(_row(event) for event in members)
        self.show_rows(lines)


def _row(event: Event) -> Row:
    return Row(event.id, event.title, event.second, event.icon, badge=event.badge, right=event.when)
