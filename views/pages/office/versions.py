# SPDX-License-Identifier: MIT
"""Every version of one of the municipality's texts: when, by whom, and the words back into the field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from models.queries.office_texts import OfficeTextRow
from models.values.date_words import moment_text
from models.values.typed import first_line
from views.texts import language, t
from views.widgets.basics import label
from views.widgets.card import Card
from views.widgets.rows import Row, RowList

LONGEST = 80


class Versions(Card):
    """The newest first; Enter fetches the words of an old one, and nothing changes until they are taken into use."""

    # the row whose words are wanted back
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(t("office_texts.versions"), kind="flat", icon_name="clock")
        self._list = RowList(t("office_texts.versions"), fit=True)
        self._list.opened.connect(lambda line: self.wanted.emit(line.value))
        self.add(self._list, label(t("office_texts.versions_hint"), "caption", "muted", wrap=True))
        self.hide()

    def show_versions(self, rows: Sequence[OfficeTextRow]) -> None:
        """Show these, or nothing when there are none."""
        self._list.show_rows([Row(str(one.id), _when(one), first_line(_what(one), LONGEST), value=one) for one in rows])
        self.setVisible(bool(rows))


def _when(one: OfficeTextRow) -> str:
    when = moment_text(one.created_at, language())
    return t("office_texts.version", n=one.number, when=when, who=one.written_by)


def _what(one: OfficeTextRow) -> str:
    if not one.in_use:
        return t("office_texts.back_to_ours")
    return one.text.replace("\n", " ") or t("office_texts.left_out")
