# SPDX-License-Identifier: MIT
"""The complaints of a family: a deadline for each avgjørelse that stands, and a folder for each complaint."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.right_picture import RightPicture
from models.work.receive_appeal import AppealDraft, receive_appeal
from views.form.choice_editors import CheckEditor
from views.form.date_editor import past_date
from views.form.field import Field
from views.form.text_editors import long_text
from views.pages.right.appeal_folder import AppealFolder
from views.pages.right.around import Around
from views.pages.right.deadline_card import DeadlineCard
from views.pages.right.submit_card import SubmitCard, texts
from views.texts import t
from views.widgets.basics import button, label, row

APPEAL = (
    Field("received_on", "right.appeal.received_on", past_date, need="required"),
    Field("from_whom", "right.appeal.from_whom", need="required"),
    Field("represented_by", "right.appeal.represented_by", hint="right.appeal.represented_hint", need="optional"),
    Field("signed", "right.appeal.signed", CheckEditor),
    Field("grounds", "right.appeal.grounds", long_text(3), width="full"),
)


class AppealsPart(QWidget):
    """The newest avgjørelse first; «Før inn klage» is always there once something is decided."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._about: UUID | None = None
        self._deadlines: dict[UUID, DeadlineCard] = {}
        self._folders: dict[UUID, AppealFolder] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        self._none = label(t("right.appeal.nothing_decided"), "body", "muted", wrap=True)
        self._open = button(t("right.appeal.open"), "plus", run=self._open_new)
        self._new = SubmitCard(around, "new_appeal", texts("receive"), AppealDraft, APPEAL, self._receive, True)
        self._new.form.set_value({"received_on": around.workspace.today(), "signed": True})
        self._new.setVisible(self._new.half_typed())
        self._layout.addWidget(self._none)
        self._layout.addLayout(row(self._open, None))
        self._layout.addWidget(self._new)
        self._layout.addStretch(1)

    def show_picture(self, picture: RightPicture) -> None:
        """Show deadlines and folders."""
        self._about = picture.deadlines[0].determination_id if picture.deadlines else None
        self._none.setVisible(not picture.deadlines)
        self._open.setVisible(bool(picture.deadlines) and self._new.isHidden())
        for appeal in picture.appeals:
            if appeal.id not in self._folders:
                self._folders[appeal.id] = AppealFolder(self._around, appeal)
                self._layout.insertWidget(0, self._folders[appeal.id])
            self._folders[appeal.id].show_appeal(appeal)
        for deadline in reversed(picture.deadlines):
            id = deadline.determination_id
            if id not in self._deadlines:
                self._deadlines[id] = DeadlineCard(self._around, deadline)
                self._layout.insertWidget(0, self._deadlines[id])
            self._deadlines[id].show_deadline(deadline, picture.today)

    def _open_new(self) -> None:
        self._open.hide()
        self._new.open("from_whom")

    def _receive(self, draft: AppealDraft) -> None:
        assert self._about is not None
        self._around.workspace.do(receive_appeal, self._about, draft)
        self._new.hide()
        self._open.show()
