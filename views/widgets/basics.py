# SPDX-License-Identifier: MIT
"""Labels, buttons, badges, key caps, rows and columns in the look of the house.

    header = row(label(t("families.title"), "title"), None, button(t("families.new"), "plus", "primary", self._new))
    card.add(label(text, "body", "muted", wrap=True), badge(t("right.granted"), "success"))

`None` in a row or column is a stretch.
"""

from collections.abc import Callable
from typing import Literal, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from views import theme
from views.icons import icon

Role = Literal["title", "subtitle", "lead", "strong", "body", "caption"]
Tone = Literal["", "muted", "accent", "danger", "warning", "success", "info"]
BadgeKind = Literal["neutral", "info", "success", "warning", "danger", "accent"]
READS = "reads"
ButtonKind = Literal["", "primary", "flat", "link", "chip", "segment", "search", "danger"]
L = TypeVar("L", bound=QBoxLayout)
W = TypeVar("W", bound=QWidget)
Piece = QWidget | QLayout | int | None

ICON_TOKEN = {
    "primary": "on_accent",
    "flat": "accent_text",
    "link": "accent_text",
    "search": "muted",
    "danger": "danger",
}


def label(text: str = "", role: Role = "body", tone: Tone = "", wrap: bool = False) -> QLabel:
    """Plain text in a role; whatever a person typed is never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(role))
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def set_tone(made: QWidget, tone: Tone) -> None:
    """Change what a label's colour says."""
    set_style(made, "tone", tone)


def set_style(made: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at."""
    if made.property(name) == value:
        return
    made.setProperty(name, value)
    made.style().unpolish(made)
    made.style().polish(made)
    made.update()


def badge(text: str, kind: BadgeKind = "neutral") -> QLabel:
    """A state in one to three words; never colour alone."""
    made = label(text, "caption")
    made.setProperty("badge", kind)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def key_cap(text: str) -> QLabel:
    """A key as it stands on the keyboard."""
    made = label(text, "caption")
    made.setProperty("cap", "true")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def button(
    text: str,
    icon_name: str = "",
    kind: ButtonKind = "",
    run: Callable[[], object] | None = None,
    tip: str = "",
    spoken: str = "",
) -> QPushButton:
    """A button with a verb on it; `spoken` names a button that shows only an icon."""
    made = QPushButton(text.replace("&", "&&"))
    made.setFont(theme.font("strong" if kind == "primary" else "body"))
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if icon_name:
        made.setIcon(icon(icon_name, ICON_TOKEN.get(kind, "text")))
        made.setIconSize(QSize(18, 18))
    if tip or not text:
        made.setToolTip(tip or spoken)
    made.setAccessibleName(spoken or text or tip)
    if run is not None:
        made.clicked.connect(lambda: run())
    return made


def for_reading(made: W) -> W:
    """A button or field that changes nothing: it stays open to those who may only read."""
    made.setProperty(READS, True)
    return made


def relabel(made: QPushButton, text: str) -> None:
    """Other words on a button, for the eye and for screen readers alike."""
    made.setText(text.replace("&", "&&"))
    made.setAccessibleName(text)


def line() -> QFrame:
    """A hairline between parts of a card."""
    made = QFrame()
    made.setProperty("line", "true")
    return made


def row(*pieces: Piece, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Pieces beside each other; None stretches, a number is a space."""
    return _fill(QHBoxLayout(), pieces, gap, margins)


def column(*pieces: Piece, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Pieces below each other; None stretches, a number is a space."""
    return _fill(QVBoxLayout(), pieces, gap, margins)


def _fill(layout: L, pieces: tuple[Piece, ...], gap: int, margins: tuple[int, int, int, int]) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for piece in pieces:
        add(layout, piece)
    return layout


def add(layout: QBoxLayout, piece: Piece) -> None:
    """Put one piece last in a row or column."""
    if piece is None:
        layout.addStretch(1)
    elif isinstance(piece, int):
        layout.addSpacing(piece)
    elif isinstance(piece, QLayout):
        layout.addLayout(piece)
    else:
        layout.addWidget(piece)


def boxed(layout: QLayout) -> QWidget:
    """A layout as a widget, so that it can be shown and hidden as one."""
    made = QWidget()
    made.setLayout(layout)
    return made


def clear(layout: QLayout, keep: int = 0) -> None:
    """Take everything but the first few out of a layout and let it go."""
    while (item := layout.takeAt(keep)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def announce(about: QWidget, text: str, urgent: bool = False) -> None:
    """Let a screen reader say something without moving the focus."""
    event = QAccessibleAnnouncementEvent(about, text)
    polite = QAccessible.AnnouncementPoliteness
    event.setPoliteness(polite.Assertive if urgent else polite.Polite)
    QAccessible.updateAccessibility(event)
