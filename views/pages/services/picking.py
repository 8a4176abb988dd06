# SPDX-License-Identifier: MIT
"""Finds a service in the municipality's register while one types, with each of its contacts as a line of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.services import ContactRow, ServiceRow
from models.values.names import ascii_key, matches, search_key
from views.discreet import shown
from views.texts import t
from views.widgets.rows import Row, RowList
from views.widgets.search_field import SearchField

MOST = 6


class RegisterPicker(QWidget):
    """`chosen` tells what a family takes over, by the names of the form's fields."""

    chosen = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._options: list[tuple[Row, str, str]] = []
        self._list = RowList(t("family_services.hits"), fit=True)
        self._list.opened.connect(self._take)
        self._list.hide()
        self.search = SearchField(t("family_services.pick"), t("family_services.pick"), self._list)
        self.search.searched.connect(self._find)
        self.search.setMaximumWidth(760)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.search)
        layout.addWidget(self._list)

    def show_register(self, rows: Sequence[ServiceRow]) -> None:
        """What can be chosen: what is offered now."""
        self._options = []
        for service in rows:
            if service.ended:
                continue
            for contact in service.now or (None,):
                row = _row(service, contact)
                text = f"{row.title} {row.second}"
                self._options.append((row, search_key(text), ascii_key(text)))

    def _find(self, typed: str) -> None:
        hits = [row for row, *keys in self._options if matches(typed, *keys)][:MOST] if typed.strip() else []
        self._list.show_rows(hits)
        self._list.choose_first()
        self._list.setVisible(bool(hits))

    def _take(self, row: Row) -> None:
        self.search.clear()
        if isinstance(row.value, dict):
            self.chosen.emit(row.value)


def _row(service: ServiceRow, contact: ContactRow | None) -> Row:
    taken: dict[str, object] = {
        "register_id": str(service.id),
        "contact_id": str(contact.id) if contact else "",
        "name": service.name,
        "level": service.level,
        "sector": service.sector,
        "kind": service.kind,
        "contact": contact.name if contact else "",
        "contact_title": contact.title if contact else "",
        "phone": (contact.phone if contact else "") or service.phone,
        "email": (contact.email if contact else "") or service.email,
    }
    who = (shown(contact.name), contact.title) if contact else ()
    second = " · ".join(filter(None, (*who, str(taken["phone"]))))
    return Row(f"{service.id}/{contact.id if contact else ''}", service.name, second, service.icon, value=taken)
