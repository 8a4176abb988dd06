# SPDX-License-Identifier: MIT
"""Editors for choices: segments, combo, yes-no-unclear, and a box to tick.

Field("kind", "right.kind", choice(Kind, "right.kind_of"))             # right.kind_of.<value> are the words
Field("language", "person.language", combo(lambda: spoken_languages("nb")))
Field("urgent", "note.urgent", CheckEditor)
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton, QWidget

from views import icons, theme
from views.form.editor import Around, Editor
from views.texts import t
from views.widgets.basics import label
from views.widgets.chips import ChipGroup

Options = Sequence[tuple[str, str]]


class ChoiceEditor(Editor):
    """A few choices beside each other; arrows move, letters choose, nothing is chosen beforehand."""

    at_once = True

    def __init__(self, around: Around, options: Options, keys: dict[str, str] | None = None) -> None:
        super().__init__(around)
        self.group = ChipGroup("", options, kind="segment")
        self._known = {value for value, _ in options}
        self._keys = keys or {}
        self.line.addWidget(self.group, 1)
        self.setFocusProxy(self.group)
        self.group.chosen.connect(lambda: self.edited.emit())

    def value(self) -> object:
        return self.group.value()

    def set_value(self, value: object) -> None:
        text = value.value if isinstance(value, StrEnum) else value
        self.group.choose(str(text) if text in self._known else None)

    def target(self) -> QWidget:
        return self.group

    def name(self, spoken: str) -> None:
        self.group.setAccessibleName(spoken)
        for chip in self.group.chips().values():
            chip.setAccessibleDescription(spoken)

    def describe(self, sentence: str, problem: bool) -> None:
        super().describe(sentence, problem)
        for chip in self.group.chips().values():
            chip.setAccessibleDescription(". ".join(filter(None, [self.group.accessibleName(), sentence])))
            chip.setProperty("problem", "true" if problem else "false")
            chip.style().unpolish(chip)
            chip.style().polish(chip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        value = self._keys.get(event.text().upper())
        if value is None:
            super().keyPressEvent(event)
            return
        self.group.choose(value)
        # Tab goes on from the one that was chosen
        self.group.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()


class ComboBox(QComboBox):
    """A drop-down whose wheel does not change what is chosen while the page scrolls past."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(theme.font("body"))
        self.setMinimumHeight(34)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect()
        area.setRect(area.right() - 26, area.center().y() - 7, 16, 16)
        icons.paint(painter, "down", area, "muted" if self.isEnabled() else "control")
        painter.end()


class ComboEditor(Editor):
    """Many choices in a drop-down; typing the first letters finds one."""

    at_once = True

    def __init__(self, around: Around, options: Options, empty: str = "form.choose") -> None:
        super().__init__(around)
        self.box = ComboBox()
        if empty:
            self.box.addItem(t(empty), "")
        for value, text in options:
            self.box.addItem(text, value)
        self.line.addWidget(self.box, 1)
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda: self.edited.emit())

    def value(self) -> object:
        return self.box.currentData() or None

    def set_value(self, value: object) -> None:
        text = value.value if isinstance(value, StrEnum) else value
        place = self.box.findData("" if text is None else str(text))
        self.box.setCurrentIndex(max(place, 0))

    def target(self) -> QWidget:
        return self.box


class TickBox(QCheckBox):
    """A box to tick, whose tick has the token colour in every theme."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text.replace("&", "&&"))
        self.setFont(theme.font("body"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.paint(painter, "check", box.adjusted(2, 2, -2, -2), "on_accent")
        painter.end()


class CheckEditor(Editor):
    """Yes or no in one box; the field's label stands beside it, over several lines where it must."""

    at_once = True

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.box = TickBox()
        self._words = label("", wrap=True)
        self._words.setBuddy(self.box)
        self._words.installEventFilter(self)
        # the box brings its own space to the right
        self.line.setSpacing(0)
        self.line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self._words, 1)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(lambda: self.edited.emit())

    def value(self) -> object:
        return self.box.isChecked()

    def set_value(self, value: object) -> None:
        self.box.setChecked(bool(value))

    def target(self) -> QWidget:
        return self.box

    def name(self, spoken: str) -> None:
        self._words.setText(spoken)
        self.box.setAccessibleName(spoken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and self.box.isEnabled():
            self.box.click()
        return False


def choice(values: Iterable[str], texts: str, keys: dict[str, str] | None = None) -> Callable[[Around], Editor]:
    """Segments for a few values (an enum will do); the words are `texts`.<value>."""
    return lambda around: ChoiceEditor(around, [(str(value), t(f"{texts}.{value}")) for value in values], keys)


def combo(options: Callable[[], Options], empty: str = "form.choose") -> Callable[[Around], Editor]:
    """A drop-down; the options are asked for when the form is made."""
    return lambda around: ComboEditor(around, options(), empty)


def combo_of(values: Iterable[str], texts: str, empty: str = "form.choose") -> Callable[[Around], Editor]:
    """A drop-down over an enum; the words are `texts`.<value>."""
    return combo(lambda: [(str(value), t(f"{texts}.{value}")) for value in values], empty)
