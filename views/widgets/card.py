# SPDX-License-Identifier: MIT
"""A card: surface and hairline around things that belong together.

card = Card(t("family.members"), icon_name="family", right=button(t("family.edit"), kind="flat", run=self._edit))
card.add(label(...), RowList(...), row(button(...), None))
"""

from typing import Literal

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from views.widgets.basics import Piece, add, clear, label, row, set_style
from views.widgets.labels import IconLabel

CardKind = Literal["plain", "flat", "danger", "warning", "info", "success", "dark", "practice"]


class Card(QFrame):
    """A frame with a title in strong, an icon before it and something small to the right of it."""

    def __init__(
        self,
        title: str = "",
        kind: CardKind = "plain",
        icon_name: str = "",
        right: QWidget | None = None,
        margins: tuple[int, int, int, int] = (16, 14, 16, 14),
        gap: int = 8,
    ) -> None:
        super().__init__()
        self.setProperty("card", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(gap)
        self.title: QLabel | None = None
        if title or right:
            self.title = label(title, "strong", wrap=right is None)
            if title:
                self.setAccessibleName(title)
            head = row(self.title, None, right) if right else row(self.title)
            if icon_name:
                head.insertWidget(0, IconLabel(icon_name, "accent_text"))
            head.setStretchFactor(self.title, 1 if right is None else 0)
            self._head_count = 1
            self.body.addLayout(head)
        else:
            self._head_count = 0

    def add(self, *pieces: Piece) -> "Card":
        """Put pieces at the end of the card."""
        for piece in pieces:
            add(self.body, piece)
        return self

    def empty(self) -> None:
        """Take out everything below the title."""
        clear(self.body, self._head_count)

    def set_kind(self, kind: CardKind) -> None:
        """Change what the card's colour says."""
        set_style(self, "card", kind)
