# SPDX-License-Identifier: MIT
"""A card with a form that becomes a record when its button is pressed, such as «Før inn klagen»."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from pydantic import BaseModel

from models.values.refusal import Refusal, Refusals
from views.form.field import Field, Section
from views.form.form import Form
from views.pages.right.around import Around, Undo
from views.texts import t
from views.widgets.basics import button, row
from views.widgets.card import Card

Draft = TypeVar("Draft", bound=BaseModel)


class SubmitCard(Card, Generic[Draft]):
    """`send` gets the draft; what it refuses is said beside the field and in the summary."""

    def __init__(
        self,
        around: Around,
        name: str,
        texts: tuple[str, str, str],
        draft: type[Draft],
        fields: Sequence[Field | Section],
        send: Callable[[Draft], Undo | None],
        primary: bool = False,
    ) -> None:
        """`texts` are title, the verb on the button, and what is told when it is done; `send` gives the way back."""
        title, verb, told = texts
        super().__init__(title)
        self._around, self._send, self._told = around, send, told
        self.form: Form[Draft] = Form(
            draft, fields, around.workspace, draft_id=around.draft_id(name), before="right.before_sending"
        )
        self.button = button(verb, "check", "primary" if primary else "", self.submit)
        self.add(self.form, row(self.button, None))

    def half_typed(self) -> bool:
        """Whether somebody has begun to fill it in: then it stays in view."""
        return self.form.is_changed()

    def submit(self) -> None:
        """Try to make the record."""
        draft = self.form.draft()
        if draft is None:
            return
        try:
            undo = self._send(draft)
        except (Refusal, Refusals) as refused:
            self.form.show_refusal(refused)
            return
        self.form.done()
        self._around.tell(self._told, undo)

    def open(self, first: str) -> None:
        """Bring it into view with the focus in its first field."""
        self.show()
        self.form.sheet.focus_field(first)


def texts(area: str) -> tuple[str, str, str]:
    """Title, verb and what is told, as they stand together in the catalogue."""
    return t(f"right_forms.{area}.title"), t(f"right_forms.{area}.verb"), t(f"right_forms.{area}.done")
