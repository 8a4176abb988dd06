# SPDX-License-Identifier: MIT
"""What is asked of the log: words, the days between, and one kind of line."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.queries.vault_log import KINDS, LogSearch
from views.form.date_editor import DateEditor, past_date
from views.form.editor import Around
from views.navigation import Place
from views.texts import language, t
from views.widgets.basics import column, row
from views.widgets.chips import ChipGroup
from views.widgets.search_field import SearchField
from views.workspace import Workspace


class LogFilters(QWidget):
    """Tells `changed` whenever something else is asked for."""

    changed = Signal()

    def __init__(self, workspace: Workspace, hits: QWidget) -> None:
        super().__init__()
        self.words = SearchField(t("vault_log.search"), t("vault_log.search_short"), hits)
        self.words.searched.connect(lambda _: self.changed.emit())
        around = Around(workspace.today, language())
        self._from, self._to = self._day(around, "vault_log.from_on"), self._day(around, "vault_log.to_on")
        self._chips = ChipGroup(t("vault_log.filter"), [(kind, t(f"vault_log.kind.{kind}")) for kind in KINDS])
        self._chips.chosen.connect(lambda _: self.changed.emit())
        line = row(self.words, self._from, self._to, None, gap=12)
        self.setLayout(column(line, self._chips, gap=8))

    def asked(self) -> LogSearch:
        """The search as it stands."""
        kind = self._chips.value() or KINDS[0]
        return LogSearch(self.words.text(), kind, _date(self._from), _date(self._to), language=language())

    def place(self) -> Place:
        """As plain values, to come back to."""
        days = {"from_on": self._from.raw(), "to_on": self._to.raw()}
        return {"text": self.words.text(), "kind": self._chips.value(), **days}

    def go_to(self, place: Place) -> None:
        """Ask the same again."""
        if isinstance(kind := place.get("kind"), str) and kind in KINDS:
            self._chips.choose(kind)
        self._from.set_raw(place.get("from_on") or "")
        self._to.set_raw(place.get("to_on") or "")
        if isinstance(text := place.get("text"), str) and text != self.words.text():
            self.words.setText(text)
        else:
            self.changed.emit()

    def _day(self, around: Around, key: str) -> DateEditor:
        editor = past_date(around)
        editor.name(t(key))
        editor.box.setPlaceholderText(t(key))
        editor.setMaximumWidth(190)
        editor.edited.connect(self.changed)
        return editor


def _date(editor: DateEditor) -> date | None:
    value = editor.value()
    return value if isinstance(value, date) else None
