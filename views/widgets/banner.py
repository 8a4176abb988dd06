# SPDX-License-Identifier: MIT
"""A notice that stays on the page until what it says is no longer so, or the person puts it away.

banner = Banner("warning", t("family.protected"))                       # permanent
banner = Banner("danger", t(trouble.key, **trouble.values), (t("kit.retry"), self._save), closable=True)
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from views.refused import said
from views.texts import t
from views.widgets.basics import announce, button, label, set_style
from views.widgets.card import CardKind
from views.widgets.labels import IconLabel

ICONS = {"danger": "warning", "warning": "warning", "info": "info", "success": "check", "plain": "info", "flat": "info"}
TOKENS = {"danger": "danger", "warning": "warning", "info": "info", "success": "success"}


class Banner(QFrame):
    """An icon, a sentence, at most one button; hidden until it has something to say."""

    closed = Signal()

    def __init__(
        self,
        kind: CardKind,
        text: str,
        action: tuple[str, Callable[[], object]] | None = None,
        closable: bool = False,
        icon_name: str = "",
    ) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        edge = 4 if kind == "practice" else 8
        layout.setContentsMargins(14, edge, 8, edge)
        layout.setSpacing(10)
        self._icon = IconLabel(icon_name or ICONS.get(kind, "info"), TOKENS.get(kind, "muted"))
        self._text: QLabel = label(text, "body", wrap=True)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        if action:
            layout.addWidget(button(action[0], run=action[1]))
        if closable:
            layout.addWidget(button("", "cross", "flat", self._close, spoken=t("kit.close_notice")))
        set_style(self, "card", kind)
        self.setAccessibleName(text)
        if not text:
            self.hide()

    def say(self, kind: CardKind, text: str) -> None:
        """Show another sentence, and let a screen reader say it."""
        set_style(self, "card", kind)
        self._icon.show_icon(ICONS.get(kind, "info"), TOKENS.get(kind, "muted"))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        announce(self, text, urgent=kind == "danger")

    def allows(self, act: Callable[[], object]) -> bool:
        """Do it and hide, or say why the rules or the machine say no."""
        try:
            act()
        except (Refusal, Refusals, Trouble) as wrong:
            self.say("danger", said(wrong))
            return False
        self.hide()
        return True

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
