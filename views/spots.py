# SPDX-License-Identifier: MIT
"""Where the person is typing: in which form, which field, and where in its text; and back to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtWidgets import QApplication, QWidget

from models.values.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Spot:
    """A caret; a negative one means wherever the kept text says."""

    form: str
    field: str
    caret: int = -1


class Fields(Protocol):
    """The fields of one form together."""

    here: str

    def caret(self) -> int:
        """Where in the text of the present field the person is."""
        ...

    def take_up(self, caret: int) -> None:
        """Put the focus into the present field, and the caret there."""
        ...


def spot_in_view() -> Spot | None:
    """Where the person is typing, if anywhere."""
    one = QApplication.focusWidget()
    while one is not None:
        fields = _fields(one)
        if fields is not None:
            return Spot(str(getattr(one, "draft_id", "")), fields.here, fields.caret())
        one = one.parentWidget()
    return None


def go_to_spot(window: QWidget, spot: Spot) -> None:
    """Put the caret back; nothing when that form is not in view."""
    for one in window.findChildren(QWidget):
        fields = _fields(one)
        if fields is not None and getattr(one, "draft_id", "") == spot.form and one.isVisible():
            fields.here = spot.field
            fields.take_up(spot.caret)
            return


def flush_each(flushes: Iterable[Callable[[], object]]) -> None:
    """Keep the half-typed text of all of them; one that cannot be kept does not stop the others, and is told last."""
    failed: Trouble | None = None
    for flush in flushes:
        try:
            flush()
        except Trouble as trouble:
            failed = failed or trouble
    if failed is not None:
        raise failed


def flush_all_in(widget: QWidget) -> None:
    """Keep the half-typed text of each form in here."""
    forms = [one for one in widget.findChildren(QWidget) if hasattr(one, "draft_id")]
    flush_each(flush for one in forms if callable(flush := getattr(one, "flush", None)))


def _fields(one: QWidget) -> Fields | None:
    if not getattr(one, "draft_id", None):
        return None
    return cast("Fields | None", getattr(one, "sheet", None))
