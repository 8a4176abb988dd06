# SPDX-License-Identifier: MIT
"""The head of a page: breadcrumb, title, one line of context, badges, and the actions to the right.

header = PageHeader(t("families.title"), actions=[button(t("families.new"), "plus", "primary", self._new)])
header.set_context("14 familier")
PageHeader(name, crumbs=[(t("families.title"), self._back), (name, None)], disc="EH", badges=[badge(…)], more=menu)
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from views.texts import t
from views.widgets.basics import button, column, label, row
from views.widgets.flow import flow
from views.widgets.labels import ElidedLabel, initials_disc

Crumb = tuple[str, Callable[[], object] | None]


class PageHeader(QWidget):
    """At most 190 px together with tabs, so that 550 px of height still hold a page."""

    def __init__(
        self,
        title: str,
        context: str = "",
        actions: Sequence[QPushButton] = (),
        crumbs: Sequence[Crumb] = (),
        disc: str = "",
        badges: Sequence[QWidget] = (),
        more: QMenu | None = None,
    ) -> None:
        super().__init__()
        self.title = ElidedLabel(title, "title")
        self.context = ElidedLabel(context, "body", "muted")
        words = column(self.title, self.context, gap=2)
        line = row(*([initials_disc(disc)] if disc else []), words, gap=12)
        line.setStretchFactor(words, 1)
        for action in actions:
            line.addWidget(action)
        if more is not None:
            line.addWidget(_dots(more))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        # where a page is low its body gives way, never the crumbs under the title
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.crumbs = _crumbs(crumbs) if crumbs else None
        if self.crumbs is not None:
            layout.addWidget(self.crumbs)
        layout.addLayout(line)
        if badges:
            layout.addWidget(flow(*badges))
        self.set_context(context)

    def set_title(self, title: str) -> None:
        """Another title."""
        self.title.set_text(title)

    def set_context(self, context: str) -> None:
        """Another line of context."""
        self.context.set_text(context)
        self.context.setVisible(bool(context))


def _crumbs(crumbs: Sequence[Crumb]) -> QWidget:
    made = QWidget()
    made.setAccessibleName(t("kit.you_are_here"))
    pieces: list[QWidget] = []
    for place, (text, go) in enumerate(crumbs):
        if go is None:
            pieces.append(label(("/  " if place else "") + text, "body", "muted"))
        else:
            pieces.append(button(text, "left" if not place else "", "link", go))
    made.setLayout(row(*pieces, None, gap=6))
    return made


def _dots(menu: QMenu) -> QPushButton:
    made = button("", "more", spoken=t("kit.more_actions"))
    menu.setParent(made, menu.windowFlags())
    made.setMenu(menu)
    return made
