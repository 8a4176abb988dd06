# SPDX-License-Identifier: MIT
"""A date typed the way people write it, with its reading beside it and a small calendar."""

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidgetAction

from models.values.date_reading import read_date
from models.values.date_words import short_date, weekday_date
from views.form.editor import Advice, Around
from views.form.text_editors import TextEditor
from views.texts import t
from views.widgets.basics import button

LOCALES = {"nb": QLocale.Language.NorwegianBokmal, "nn": QLocale.Language.NorwegianNynorsk}


class DateEditor(TextEditor):
    """Reads 14.4.09, 140409, «i morgen», «om 2 uker»; says «tirsdag 14. april 2009»."""

    def __init__(self, around: Around, past: bool = False) -> None:
        super().__init__(around)
        self._past = past
        self.box.setMinimumWidth(120)
        self._open = button("", "calendar", spoken=t("form.date.calendar"), run=self.show_calendar)
        self.line.setSpacing(4)
        self.line.addWidget(self._open)

    def value(self) -> object:
        day = self._read()
        return day if day is not None else (self.box.text().strip() or None)

    def set_value(self, value: object) -> None:
        super().set_value(short_date(value) if isinstance(value, date) else value)

    def unreadable(self) -> str:
        reason = read_date(self.box.text(), self.around.today(), self._past).reason
        return t(f"remark.{reason.key.removeprefix('remark.')}", **reason.values) if reason else ""

    def advice(self) -> Advice | None:
        day = self._read()
        return Advice(weekday_date(day, self.around.language)) if day is not None else None

    def tidy(self) -> None:
        day = self._read()
        if day is not None:
            self.box.setText(short_date(day))

    def name(self, spoken: str) -> None:
        super().name(spoken)
        self._open.setAccessibleName(f"{t('form.date.calendar')}: {spoken}")

    def show_calendar(self) -> None:
        """A month to point in, for those who would rather not type."""
        calendar = self._calendar()
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def take(day: QDate) -> None:
            menu.close()
            self.box.setText(f"{day.toString('dd.MM.yyyy')}")
            self.edited.emit()
            self.box.setFocus()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        calendar.setFocus()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.box.mapToGlobal(self.box.rect().bottomLeft()))

    def _calendar(self) -> QCalendarWidget:
        made = QCalendarWidget()
        made.setAccessibleName(t("form.date.calendar"))
        made.setLocale(QLocale(LOCALES[self.around.language]))
        made.setGridVisible(False)
        day = self._read() or self.around.today()
        made.setSelectedDate(QDate(day.year, day.month, day.day))
        return made

    def _read(self) -> date | None:
        return read_date(self.box.text(), self.around.today(), self._past).day


def past_date(around: Around) -> DateEditor:
    """A date that cannot lie ahead, as a birth date: «09» is 2009 and never 2109."""
    return DateEditor(around, past=True)


class SoonEditor(DateEditor):
    """A date that is most often in a week or two: one press writes it."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        for weeks in (1, 2):
            words = t("form.date.in_weeks", n=weeks)
            self.line.addWidget(button(words, kind="chip", run=partial(self._take, words)))

    def _take(self, words: str) -> None:
        self.box.setText(words)
        self.tidy()
        self.edited.emit()
