# SPDX-License-Identifier: MIT
"""Going between the parts of the window with F6, and finding what Tab would reach first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def move_between(panes: Sequence[QWidget], step: int) -> None:
    """Put the focus into the next pane that can take it."""
    focus = QApplication.focusWidget()
    inside = [place for place, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))]
    here = inside[-1] if inside else -step
    for distance in range(1, len(panes) + 1):
        first = first_focusable(panes[(here + step * distance) % len(panes)])
        if first is not None and first is not focus:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return


def first_focusable(inside: QWidget) -> QWidget | None:
    """The first widget in reading order that Tab reaches."""
    last = inside.focusWidget()
    if last is not None and last.isVisibleTo(inside):
        return last
    if inside.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return inside
    widget = inside.nextInFocusChain()
    while widget is not None and widget is not inside:
        ready = widget.isEnabled() and widget.isVisibleTo(inside) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if inside.isAncestorOf(widget) and ready:
            return widget
        widget = widget.nextInFocusChain()
    return None
