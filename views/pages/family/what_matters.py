# SPDX-License-Identifier: MIT
"""What is important to one child, in the child's own words: its own place, first of all that is said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.queries.people import PersonRow
from models.values.refusal import Refusal, Refusals
from models.work.edit_person import WhatMattersDraft, say_what_matters
from views.discreet import shown
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import long_text
from views.texts import t
from views.widgets.basics import boxed, button, column, label, row
from views.widgets.card import Card
from views.workspace import Workspace

FIELDS = (Field("words", "family.matters.words", long_text(3), hint="family.matters.hint", width="full"),)


class WhatMatters(Card):
    """The quote, and behind the pencil a field to change it."""

    def __init__(self, workspace: Workspace, child: PersonRow, may_edit: bool, just_saved: bool = False) -> None:
        """`just_saved`: what was half-typed is being stored while this card is made, and is no draft any more."""
        self._pencil = button("", "pen", "flat", self.edit, spoken=t("family.matters.edit", name=_name(child)))
        if not may_edit:
            self._pencil.hide()
        super().__init__(t("family.matters.title", name=_name(child)), icon_name="heart", right=self._pencil)
        self._workspace, self._child = workspace, child
        self.child_id = child.id
        self._quote = self._show_quote()
        self._editing: QWidget | None = None
        self._form: Form[WhatMattersDraft] | None = None
        self._saving = False
        self.add(self._quote)
        if may_edit and not just_saved and workspace.drafts.load(self._draft_id()) is not None:
            self._unfold()

    def is_editing(self) -> bool:
        """Whether the field is open."""
        return self._editing is not None and not self._editing.isHidden()

    def is_saving(self) -> bool:
        """Whether what stands in the field is being stored now."""
        return self._saving

    def take_focus(self) -> None:
        """The pencil takes the focus."""
        self._pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self) -> None:
        """Open the field, with what stands there."""
        self._unfold()
        if self._form is not None:
            self._form.sheet.focus_field("words")

    def _unfold(self) -> None:
        if self._editing is None:
            self._form = Form(WhatMattersDraft, FIELDS, self._workspace, draft_id=self._draft_id(), columns=1)
            self._form.set_value({"words": self._child.what_matters})
            buttons = row(
                button(t("family.matters.save"), kind="primary", run=self._save),
                button(t("family.cancel"), run=self._cancel),
                None,
            )
            self._editing = boxed(column(self._form, buttons))
            self.add(self._editing)
        self._quote.hide()
        self._editing.show()

    def _draft_id(self) -> str:
        return f"what_matters/{self._child.id}"

    def _show_quote(self) -> QWidget:
        if not self._child.what_matters:
            return label(t("family.matters.empty"), "body", "muted", wrap=True)
        said = label(t("family.matters.quote", words=self._child.what_matters), "lead", wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        on = self._child.what_matters_on
        when = label(t("family.matters.said", name=_name(self._child), when=on), "caption", "muted") if on else None
        return boxed(column(said, *([when] if when else []), gap=4))

    def _save(self) -> None:
        draft = self._form.draft() if self._form else None
        if draft is None or self._form is None or self._editing is None:
            return
        # While it is stored the tab reads again and builds this card anew: with the quote, not with the field.
        self._saving = True
        try:
            self._workspace.do(say_what_matters, self._child.id, draft)
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        finally:
            self._saving = False
        self._close()

    def _cancel(self) -> None:
        self._close()

    def _close(self) -> None:
        if self._form is not None and self._editing is not None:
            self._form.done()
            self._editing.hide()
        self._quote.show()
        self.take_focus()


def _name(child: PersonRow) -> str:
    return shown(child.given_name) or t("family.the_child")
