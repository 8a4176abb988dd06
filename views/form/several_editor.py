# SPDX-License-Identifier: MIT
"""Chips of which any number may be on, and among them the kinds of information something reveals."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from models.rules.visibility import Information
from views.form.choice_editors import Options
from views.form.editor import Around, Editor
from views.texts import t
from views.widgets.chips import ChipGroup


class SeveralEditor(Editor):
    """Arrows move, Space turns one on or off."""

    at_once = True

    def __init__(self, around: Around, options: Options) -> None:
        super().__init__(around)
        self.group = ChipGroup("", options, several=True)
        self.line.addWidget(self.group, 1)
        self.group.chosen.connect(lambda _value: self.edited.emit())

    def value(self) -> object:
        return frozenset(self.group.values())

    def raw(self) -> object:
        return " ".join(self.group.values())

    def set_value(self, value: object) -> None:
        given = value.split() if isinstance(value, str) else value if isinstance(value, Collection) else ()
        chosen = {str(one) for one in given}
        for name, chip in self.group.chips().items():
            chip.setChecked(name in chosen)

    def target(self) -> QWidget:
        return self.group

    def name(self, spoken: str) -> None:
        self.group.setAccessibleName(spoken)
        for chip in self.group.chips().values():
            chip.setAccessibleDescription(spoken)


class KindsEditor(SeveralEditor):
    """Which kinds of information something reveals; none chosen counts as all of them."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, [(kind.value, t(f"information.name.{kind}")) for kind in Information])
        for kind, chip in self.group.chips().items():
            chip.setToolTip(t(f"information.example.{kind}"))
