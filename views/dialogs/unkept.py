# SPDX-License-Identifier: MIT
"""The one question about saving: the program is to close, and the disk will not take what was typed last."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.texts import t
from views.widgets.basics import announce, button, clear, label, row
from views.widgets.card import Card

LONGEST = 70
MOST = 5


class UnkeptCard(QWidget):
    """Says why, shows the words that would be lost, and lets the person choose; hidden until then."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self.hide()

    def show_loss(
        self,
        why: str,
        unkept: Sequence[Mapping[str, object]],
        again: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        """Ask; «Prøv igjen» has the focus."""
        clear(self._layout)
        card = Card(t("program.unkept.title"), kind="warning", icon_name="warning")
        card.add(label(why, "body", wrap=True))
        lost = [said for values in unkept if (said := beginning(values))]
        if lost:
            card.add(label(t("program.unkept.lost"), "strong", wrap=True))
            for said in lost[:MOST]:
                card.add(label(t("program.unkept.words", words=said), "body", wrap=True))
            if len(lost) > MOST:
                card.add(label(t("program.unkept.more", n=len(lost) - MOST), "body", wrap=True))
        retry = button(t("program.unkept.again"), kind="primary", run=again)
        stay = button(t("program.unkept.stay"), run=self.hide)
        card.add(row(retry, stay, button(t("program.unkept.leave"), kind="danger", run=leave), None))
        self._layout.addWidget(card)
        self.show()
        retry.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(card, why, urgent=True)


def beginning(kept: Mapping[str, object]) -> str:
    """How the longest of the texts of a form begins; nothing when none was typed."""
    values = kept.get("values")
    texts = [text for text in values.values() if isinstance(text, str)] if isinstance(values, Mapping) else []
    longest = " ".join(max(texts, key=len, default="").split())
    return longest if len(longest) <= LONGEST else f"{longest[:LONGEST].rstrip()} …"
