# SPDX-License-Identifier: MIT
"""The invitations before they go: recipients at the left, the paper of the chosen one beside it, then print or save."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.queries.documents import DocumentRow, document_row
from models.queries.letters import letter_of
from models.records.document import DocumentKind
from models.values.trouble import Trouble
from views.discreet import shown
from views.letterpress import letterpress
from views.navigation import Navigator
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, button, column, for_reading, label, relabel, row
from views.widgets.card import Card
from views.widgets.pdf_preview import PdfPreview
from views.widgets.rows import Row, RowList
from views.workspace import Workspace

SIDE = 320


@dataclass(frozen=True, slots=True)
class Ways:
    """What the page does with them."""

    print: Callable[[], object]
    save: Callable[[], object]
    back: Callable[[], object]


class InvitationPart(QWidget):
    """Each is shown as its recipient will read it; what one may not read is not there."""

    left = Signal()

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID, ways: Ways) -> None:
        super().__init__()
        self._workspace, self._navigator, self._family_id = workspace, navigator, family_id
        self._shown: UUID | None = None
        self.rows = RowList(t("plan_meeting.recipients"), marks=True)
        self.rows.moved.connect(lambda line: self._show(line.value))
        self.rows.opened.connect(lambda line: self._edit(line.value))
        self.preview = PdfPreview()
        self._trouble = Banner("danger", "")
        self.print = button(t("plan_meeting.print", n=1), "print", "primary", ways.print)
        self.save = button(t("plan_meeting.save"), "download", run=ways.save)
        back = for_reading(button(t("plan_meeting.back_to_plan"), "left", "flat", ways.back))
        edit = button(t("plan_meeting.edit_letter"), "pen", "flat", self._edit_chosen)
        hint = label(t("plan_meeting.preview_hint"), "caption", "muted", wrap=True)
        side = Card(t("plan_meeting.recipients"), margins=(10, 12, 10, 10)).add(self.rows, row(edit, None), hint)
        side.body.setStretchFactor(self.rows, 1)
        side.setFixedWidth(SIDE)
        body = row(side, self.preview, gap=16)
        body.setStretchFactor(self.preview, 1)
        layout = column(
            row(back, None, self.print, self.save), self._trouble, boxed(body), gap=10, margins=(0, 2, 0, 0)
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def show_letters(self, ids: list[UUID]) -> None:
        """Show these, the first one's paper beside."""
        letters = [self._workspace.read(document_row, id) for id in ids]
        relabel(self.print, t("plan_meeting.print", n=len(letters)))
        self._shown = None
        self.rows.show_rows([_line(one) for one in letters])
        self.rows.choose_first()
        chosen = self.rows.current()
        if chosen is not None:
            self._show(chosen.value)

    def _show(self, one: object) -> None:
        if not isinstance(one, DocumentRow) or one.id == self._shown:
            return
        self._shown = one.id
        workspace = self._workspace
        letter = workspace.read(letter_of, one.id, workspace.staff_id, workspace.now())
        try:
            self.preview.show_document(letterpress().press(letter).content, t("documents.kind.invitation"))
        except Trouble as wrong:
            self._trouble.say("danger", t(wrong.key, **wrong.values))
            self.preview.clear()
            return
        self._trouble.hide()

    def _edit_chosen(self) -> None:
        chosen = self.rows.current()
        if chosen is not None:
            self._edit(chosen.value)

    def _edit(self, one: object) -> None:
        """Its words can be changed like those of any letter."""
        if isinstance(one, DocumentRow):
            self._navigator.open("family", id=str(self._family_id), tab="documents", item=str(one.id))


def _line(one: DocumentRow) -> Row:
    lines = one.recipient.splitlines()
    child = one.kind is DocumentKind.CHILD_INVITATION
    second = t("documents.kind.child_invitation") if child else ", ".join(lines[1:2])
    return Row(
        one.id,
        shown(lines[0]) if lines else "",
        second=" · ".join(filter(None, (second, t(f"care_team.language.{one.language}")))),
        icon="heart" if child else "mail",
        value=one,
    )
