# SPDX-License-Identifier: MIT
"""What stands where nothing is yet: an icon, what belongs here, and the button that makes the first one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets.basics import button, label, row
from views.widgets.labels import IconLabel


class EmptyState(QWidget):
    """Centred, calm, with at most one button."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        action: str = "",
        run: Callable[[], object] | None = None,
        action_icon: str = "",
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 22, 20, 22)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(IconLabel(icon_name, "muted", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._centred(title, "lead"))
        if text:
            layout.addWidget(self._centred(text, "body"))
        if action:
            layout.addLayout(row(None, button(action, action_icon, "primary", run), None, margins=(0, 4, 0, 0)))
        layout.addStretch(1)

    def _centred(self, text: str, role: str) -> QWidget:
        made = label(text, "lead" if role == "lead" else "body", "" if role == "lead" else "muted", wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made
