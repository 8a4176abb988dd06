# SPDX-License-Identifier: MIT
"""«Alt er lagret 10:42», «Lagrer …», or what stands in the way of saving."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.texts import t
from views.widgets.basics import announce, set_tone
from views.widgets.labels import ElidedLabel, IconLabel


class SaveState(QWidget):
    """One line; a fault is also announced."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._icon = IconLabel("check", "success", 18)
        self._text = ElidedLabel(t("kit.all_saved"), "caption")
        layout.addWidget(self._icon)
        layout.addWidget(self._text)

    def saved(self, at: datetime | None = None) -> None:
        """All is in the vault."""
        self._say("check", "success", t("kit.saved_at", time=f"{at:%H:%M}") if at else t("kit.all_saved"))
        set_tone(self._text, "")

    def failed(self, why: str) -> None:
        """It could not be saved; the page keeps the text."""
        text = t("kit.not_saved", why=why)
        self._say("warning", "danger", text)
        set_tone(self._text, "danger")
        announce(self, text, urgent=True)

    def show_words(self, on: bool) -> None:
        """In the rail the icon stands alone, with the words as tooltip."""
        self._text.setVisible(on)

    def text(self) -> str:
        """What the line says."""
        return self._text.whole()

    def _say(self, icon: str, token: str, text: str) -> None:
        self._icon.show_icon(icon, token)
        self._text.set_text(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
