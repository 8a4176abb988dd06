# SPDX-License-Identifier: MIT
"""The quiet row at the foot of a page that shows which keys work here."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from views.widgets.basics import Piece, key_cap, label, row


def key_hints(hints: Sequence[tuple[str, str]], right: str = "") -> QWidget:
    """[("↑↓", "velg"), ("Enter", "åpne")], and perhaps a count at the right."""
    pieces: list[Piece] = []
    for keys, does in hints:
        pieces += [key_cap(keys), label(does, "caption", "muted"), 4]
    made = QWidget()
    made.setLayout(row(*pieces, None, *([label(right, "caption", "muted")] if right else []), gap=6))
    return made
