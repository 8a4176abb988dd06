# SPDX-License-Identifier: MIT
"""One line of the log in full: who, in which role, why, and each field before and after."""

from datetime import date, datetime

from PySide6.QtWidgets import QVBoxLayout

from models.queries.access_log import LogRow, field_in
from models.values.date_words import long_date, moment_text
from views.texts import language, t
from views.widgets.basics import Piece, add, clear, column, label
from views.widgets.card import Card
from views.widgets.scroll import ScrollColumn

LONGEST = 600


class BeforeAfter(Card):
    """What stood there is told as it stood; what is empty is said to be empty."""

    def __init__(self) -> None:
        super().__init__(t("access_log.detail"), icon_name="clock")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.add(ScrollColumn(column(self._lines, None)))

    def show_row(self, one: object) -> None:
        """Show this line, or nothing."""
        clear(self._lines)
        if not isinstance(one, LogRow):
            return
        self._add(label(one.told_in(language()), "strong", wrap=True))
        who = t("access_log.who", name=one.name, roles=one.roles_in(language()))
        self._add(label(who, "caption", "muted", wrap=True))
        self._add(label(moment_text(one.at, language()), "caption", "muted", wrap=True))
        if one.reason:
            self._add(label(t("access_log.because", reason=one.reason), "body", wrap=True))
        for change in one.changes:
            name = field_in(change.field, language())
            if name:
                before, after = said(change.before), said(change.after)
                self._add(
                    column(
                        label(name[:1].upper() + name[1:], "strong", wrap=True),
                        label(t("access_log.before", value=before), "body", "muted", wrap=True),
                        label(t("access_log.after", value=after), "body", wrap=True),
                        gap=2,
                    )
                )

    def _add(self, piece: Piece) -> None:
        add(self._lines, piece)


def said(value: object) -> str:
    """A stored value in words: dates written out, truth as yes and no, long text shortened."""
    if value is None or value == "":
        return t("access_log.nothing")
    if isinstance(value, bool):
        return t("access_log.yes") if value else t("access_log.no")
    text = str(value)
    try:
        if len(text) == 10:
            return long_date(date.fromisoformat(text), language())
        if len(text) > 18 and text[10] in "T ":
            return moment_text(datetime.fromisoformat(text), language())
    except ValueError:
        pass
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
