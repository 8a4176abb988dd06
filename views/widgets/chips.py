# SPDX-License-Identifier: MIT
"""Chips: filters of which one holds, or marks that each are on or off.

chips = ChipGroup(t("families.filter"), [("all", t("families.all", n=14)), ("mine", t("families.mine", n=5))])
chips.chosen.connect(self._filter)      # "mine"
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from views.widgets.basics import ButtonKind, button
from views.widgets.flow import FlowLayout

ARROWS = {
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Up): -1,
}


class ChipGroup(QWidget):
    """Chips in a row that wraps; arrows move inside, Tab leaves it."""

    chosen = Signal(str)

    def __init__(
        self,
        spoken: str,
        options: Sequence[tuple[str, str]],
        chosen: str | None = None,
        several: bool = False,
        kind: ButtonKind = "chip",
    ) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self._several, self._kind = several, kind
        self._chips: dict[str, QPushButton] = {}
        self._flow = FlowLayout(8 if kind == "chip" else 6)
        self.setLayout(self._flow)
        for value, text in options:
            self._add(value, text)
        if chosen is None and options and not several and kind == "chip":
            chosen = options[0][0]
        self.choose(chosen)

    def _add(self, value: str, text: str) -> None:
        chip = button(text, kind=self._kind)
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self._clicked(value))
        chip.installEventFilter(self)
        self._chips[value] = chip
        self._flow.addWidget(chip)

    def _clicked(self, value: str) -> None:
        if not self._several:
            self.choose(value)
        self.chosen.emit(value)

    def choose(self, value: str | None) -> None:
        """Mark one chip without telling anybody."""
        for name, chip in self._chips.items():
            chip.setChecked(name == value)
        self._one_tab_stop()

    def _one_tab_stop(self) -> None:
        if self._several:
            return
        stop = self.value() or next(iter(self._chips), "")
        for name, chip in self._chips.items():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == stop else Qt.FocusPolicy.ClickFocus)
        if self._chips:
            self.setFocusProxy(self._chips[stop])

    def value(self) -> str | None:
        """The marked chip."""
        return next((name for name, chip in self._chips.items() if chip.isChecked()), None)

    def values(self) -> tuple[str, ...]:
        """All marked chips."""
        return tuple(name for name, chip in self._chips.items() if chip.isChecked())

    def set_text(self, value: str, text: str) -> None:
        """Change what a chip says, for counts."""
        self._chips[value].setText(text.replace("&", "&&"))
        self._chips[value].setAccessibleName(text)

    def chips(self) -> dict[str, QPushButton]:
        """The buttons by value."""
        return dict(self._chips)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a button would take the arrows for itself and lead out of the group
        step = (
            ARROWS.get(event.key(), 0) if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else 0
        )
        names = list(self._chips)
        at = next((n for n, name in enumerate(names) if self._chips[name] is watched), None)
        if not step or at is None:
            return False
        target = names[(at + step) % len(names)]
        self._chips[target].setFocus(Qt.FocusReason.TabFocusReason)
        if not self._several:
            self._clicked(target)
        return True
