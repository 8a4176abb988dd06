# SPDX-License-Identifier: MIT
"""Which service may know what: tick a service, choose the kinds beside it, and give it an end of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from models.rules.visibility import Information
from models.values.date_words import short_date
from views.form.choice_editors import TickBox
from views.form.date_editor import DateEditor
from views.form.editor import Around, Editor
from views.texts import t
from views.widgets.basics import boxed, column, label, row
from views.widgets.chips import ChipGroup


@dataclass(frozen=True, slots=True)
class ServiceChoice:
    """A service of the family that can be named."""

    id: UUID
    name: str


class _Line(QWidget):
    """One service with its kinds and its end, folded until it is ticked."""

    def __init__(self, around: Around, service: ServiceChoice, edited: Callable[[], object]) -> None:
        super().__init__()
        self.service = service
        self.tick = TickBox(service.name)
        self.tick.setAccessibleName(service.name)
        options = [(kind.value, t(f"information.name.{kind}")) for kind in Information]
        self.kinds = ChipGroup(t("consents.kinds_for", service=service.name), options, several=True)
        for kind, chip in self.kinds.chips().items():
            chip.setAccessibleDescription(t(f"information.example.{kind}"))
            chip.setToolTip(t(f"information.example.{kind}"))
        self.end = DateEditor(around)
        self.end.name(t("consents.own_end_for", service=service.name))
        self.end.setFixedWidth(190)
        own_end = row(label(t("consents.own_end"), "caption", "muted"), self.end, None)
        self._more = boxed(column(self.kinds, own_end, gap=6, margins=(28, 2, 0, 6)))
        self.setLayout(column(self.tick, self._more, gap=2))
        self._more.hide()
        self.tick.clicked.connect(lambda: self._more.setVisible(self.tick.isChecked()))
        self.tick.clicked.connect(lambda: edited())
        self.kinds.chosen.connect(lambda _kind: edited())
        self.end.edited.connect(lambda: edited())

    def chosen(self) -> list[str]:
        return list(self.kinds.values())

    def put(self, ticked: bool, kinds: Sequence[str], end: str) -> None:
        self.tick.setChecked(ticked)
        for kind, chip in self.kinds.chips().items():
            chip.setChecked(kind in kinds)
        self.end.set_raw(end)
        self._more.setVisible(ticked)


class ScopeEditor(Editor):
    """A line for each service; what a ticked one may know is chosen kind by kind."""

    def __init__(self, around: Around, services: Sequence[ServiceChoice]) -> None:
        super().__init__(around)
        self._lines = {str(one.id): _Line(around, one, self._tell) for one in services}
        legend = "\n".join(
            f"{t(f'information.name.{kind}')}: {t(f'information.example.{kind}')}" for kind in Information
        )
        self._legend = label(legend, "caption", "muted", wrap=True)
        nothing = label(t("consents.no_services_yet"), "body", "muted", wrap=True)
        inside = column(*(self._lines.values() or (nothing,)), self._legend, gap=4)
        self._legend.setVisible(bool(self._lines))
        self.line.addLayout(inside, 1)
        first = next(iter(self._lines.values()), None)
        if first is not None:
            self.setFocusProxy(first.tick)

    def _tell(self) -> None:
        self.edited.emit()

    def value(self) -> object:
        return [
            {"family_service_id": id, "information": line.chosen(), "expires_on": line.end.value()}
            for id, line in self._lines.items()
            if line.tick.isChecked()
        ]

    def set_value(self, value: object) -> None:
        given = {str(one["family_service_id"]): one for one in value} if isinstance(value, list | tuple) else {}
        for id, line in self._lines.items():
            one = given.get(id, {})
            end = one.get("expires_on")
            line.put(id in given, [str(kind) for kind in one.get("information", ())], _typed(end))

    def raw(self) -> object:
        return {
            id: [line.tick.isChecked(), line.chosen(), line.end.raw()]
            for id, line in self._lines.items()
            if line.tick.isChecked() or line.chosen()
        }

    def set_raw(self, raw: object) -> None:
        kept = raw if isinstance(raw, dict) else {}
        for id, line in self._lines.items():
            ticked, kinds, end = kept.get(id, (False, [], ""))
            line.put(bool(ticked), kinds, str(end))

    def unreadable(self) -> str:
        wrong = (line.end.unreadable() for line in self._lines.values() if line.tick.isChecked())
        return next(filter(None, wrong), "")

    def tidy(self) -> None:
        for line in self._lines.values():
            line.end.tidy()

    def name(self, spoken: str) -> None:
        self.setAccessibleName(spoken)

    def describe(self, sentence: str, problem: bool) -> None:
        self.setAccessibleDescription(sentence)
        for line in self._lines.values():
            line.tick.setAccessibleDescription(sentence if problem else "")


def _typed(end: object) -> str:
    return short_date(end) if isinstance(end, date) else str(end or "")
