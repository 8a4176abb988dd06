# SPDX-License-Identifier: MIT
"""A card: surface and hairline around things that belong together.

card = Card(t("family.members"), icon_name="family", right=button(t("family.edit"), kind="flat", run=self._edit))
card.add(label(...), RowList(...), row(button(...), None))
"""

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.widgets.basics import Piece, add, clear, row
from views.widgets.labels import ElidedLabel, IconLabel

CardKind = Literal["plain", "flat", "danger", "warning", "info", "success", "dark", "practice"]


class Card(QFrame):
    """A frame with a title in strong, an icon before it and something small to the right of it.

    `inset` brings the title in to where rows begin that have a margin of their own.
    """

    def __init__(
        self,
        title: str = "",
        kind: CardKind = "plain",
        icon_name: str = "",
        right: QWidget | None = None,
        margins: tuple[int, int, int, int] = (16, 14, 16, 14),
        gap: int = 8,
        inset: int = 0,
    ) -> None:
        super().__init__()
        self.setProperty("card", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(gap)
        self._head_count = 0
        if title or right:
            self.setAccessibleName(title)
            self.body.addLayout(_head(title, icon_name, right, inset))
            self._head_count = 1

    def add(self, *pieces: Piece) -> "Card":
        """Put pieces at the end of the card."""
        for piece in pieces:
            add(self.body, piece)
        return self

    def empty(self) -> None:
        """Take out everything below the title."""
        clear(self.body, self._head_count)


def _head(title: str, icon_name: str, right: QWidget | None, inset: int) -> QHBoxLayout:
    words = ElidedLabel(title, "strong")
    words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    icon = [IconLabel(icon_name, "accent_text")] if icon_name else []
    head = row(*icon, words, *([right] if right else []), margins=(inset, 0, inset, 0))
    head.setStretchFactor(words, 1)
    return head
