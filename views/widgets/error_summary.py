# SPDX-License-Identifier: MIT
"""The red card «Rett 2 ting før du …»: one link per error, which leads to the field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from views.texts import t
from views.widgets.basics import announce, button, column, label, row
from views.widgets.card import Card
from views.widgets.labels import IconLabel

Problem = tuple[str, Callable[[], object]]


class ErrorSummary(Card):
    """Takes the focus when shown; its lines vanish as they are mended."""

    def __init__(self, heading: str = "form.summary") -> None:
        """`heading` is a text key with one and other, which says before what the things must be mended."""
        super().__init__(kind="danger", margins=(14, 12, 14, 12), gap=4)
        self._heading_key = heading
        self._heading = label("", "strong", wrap=True)
        self._lines = QWidget()
        self.add(row(IconLabel("warning", "danger", 18), self._heading), self._lines)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_problems(self, problems: Sequence[Problem], take_focus: bool = True) -> None:
        """Show one link per problem; none hides the card."""
        self.setVisible(bool(problems))
        if not problems:
            return
        heading = t(self._heading_key, n=len(problems))
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self._fill(problems)
        if take_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, ". ".join([heading, *(text for text, _ in problems)]), urgent=True)

    def links(self) -> list[QPushButton]:
        """The links, in the order of the form."""
        return self._lines.findChildren(QPushButton)

    def _fill(self, problems: Sequence[Problem]) -> None:
        fresh = QWidget()
        fresh.setLayout(
            column(*(row(button(f"→  {text}", "", "link", go, spoken=text), None) for text, go in problems), gap=2)
        )
        self.body.replaceWidget(self._lines, fresh)
        self._lines.hide()
        self._lines.setParent(None)
        self._lines.deleteLater()
        self._lines = fresh
