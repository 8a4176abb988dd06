# SPDX-License-Identifier: MIT
"""The calm page around everything before a vault is open: one card in the middle, one line below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from views.widgets.basics import Piece, column, label, row
from views.widgets.card import Card
from views.widgets.mark import Mark

CARD_WIDTH = 440
GUIDE_WIDTH = 640


class StartFrame(QScrollArea):
    """A card with the program's mark, scrolled when the window is low."""

    def __init__(self, municipality: str = "", width: int = CARD_WIDTH) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = Card(margins=(28, 24, 28, 24), gap=12)
        self.card.setFixedWidth(width)
        whose = [label(municipality, "caption", "muted")] if municipality else []
        self.card.add(row(Mark(), label("Laget", "lead"), None, *whose, gap=10), 4)
        self.below = label("", "caption", "muted")
        self.below.hide()
        self.below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QWidget()
        inner.setObjectName("page")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner.setLayout(column(None, row(None, self.card, None), self.below, None, gap=16, margins=(16, 16, 16, 16)))
        self.setWidget(inner)

    def add(self, *pieces: Piece) -> None:
        """Put pieces at the end of the card."""
        self.card.add(*pieces)
