# SPDX-License-Identifier: MIT
"""The wish: when and how it came, the clock for a preliminary answer, and what the family was told (R13)."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QPushButton

from models.queries.right import EnquiryRow
from models.queries.right_picture import RightPicture
from models.records.document import DocumentKind
from models.records.enquiry import Channel
from models.values.date_words import from_today
from models.values.dates import add_months
from models.values.refusal import Refusal, Refusals
from models.work.record_enquiry import (
    EnquiryChanges,
    EnquiryDraft,
    edit_enquiry,
    note_information_given,
    note_interim_reply,
    record_enquiry,
    resume_enquiry,
    withdraw_enquiry,
)
from views.form.choice_editors import choice
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import long_text
from views.pages.right.around import Around, KeptForm, refill
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import BadgeKind, badge, boxed, button, label, row
from views.widgets.card import Card
from views.widgets.flow import FlowLayout

SOON_DAYS = 7


def fields() -> tuple[Field, ...]:
    """The same fields for a new wish and for one that is mended."""
    return (
        Field("channel", "right.wish.channel", choice(Channel, "right.channel"), width="full"),
        Field("received_on", "right.wish.received_on", past_date),
        Field("from_whom", "right.wish.from_whom", need="optional"),
        Field("wish", "right.wish.wish", long_text(2), need="optional", width="full"),
    )


PROMISED = Field("expected_answer_on", "right.wish.promised", DateEditor)


class WishCard(Card):
    """Three lines as long as all is well; the form folds out when something must be mended."""

    def __init__(self, around: Around) -> None:
        self._mend = button(t("right.wish.mend"), "pen", "flat", self._toggle)
        super().__init__(t("right.wish.title"), icon_name="talk", right=self._mend)
        self._around = around
        self._enquiry: EnquiryRow | None = None
        self._said = label("", "body", wrap=True)
        self._badges, self._actions = boxed(FlowLayout()), boxed(FlowLayout())
        self._refused = Banner("danger", "")
        self.new = Form(
            EnquiryDraft,
            fields(),
            around.workspace,
            draft_id=around.draft_id("new_enquiry"),
            before="right.wish.before",
        )
        self.new.set_value(EnquiryDraft(received_on=around.workspace.today()))
        self._create = button(t("right.wish.record"), "check", run=self._record)
        self._new_part = boxed(row(self._create, None))
        self._form: KeptForm[EnquiryChanges] | None = None
        self.add(self._said, self._badges, self._actions, self._refused, self.new, self._new_part)

    def show_picture(self, picture: RightPicture) -> None:
        """Show the newest wish, or the form for one."""
        enquiry = picture.enquiry
        known = (enquiry.id, enquiry.interim_reply_on) if enquiry else None
        if known is None or self._enquiry is None or known != (self._enquiry.id, self._enquiry.interim_reply_on):
            self._drop_form()
        self._enquiry = enquiry
        for part in (self.new, self._new_part):
            part.setVisible(enquiry is None)
        for part in (self._said, self._badges, self._actions):
            part.setVisible(enquiry is not None)
        self._mend.setVisible(enquiry is not None and enquiry.answered_on is None)
        if enquiry is None:
            return
        self._said.setText(_told(enquiry))
        refill(self._badges, [badge(text, kind) for text, kind in self._clocks(picture, enquiry)])
        refill(self._actions, self._buttons(enquiry))
        if self._form is not None:
            self._form.show_row(enquiry)
        elif self._around.workspace.drafts.load(self._around.draft_id("enquiry", enquiry.id)) is not None:
            self._form = _mending(self._around, enquiry, self._save)
            self.add(self._form)

    def _clocks(self, picture: RightPicture, enquiry: EnquiryRow) -> list[tuple[str, BadgeKind]]:
        found: list[tuple[str, BadgeKind]] = []
        if enquiry.withdrawn_on:
            return [(t("right.wish.withdrawn", day=enquiry.withdrawn_on), "neutral")]
        if enquiry.answered_on:
            return [(t("right.wish.answered", day=enquiry.answered_on), "success")]
        due_on = picture.answer_due_on
        if due_on is not None:
            left = (due_on - picture.today).days
            kind: BadgeKind = "danger" if left < 0 else "warning" if left <= SOON_DAYS else "neutral"
            key = "right.wish.expected_by" if enquiry.interim_reply_on else "right.wish.answer_by"
            when = from_today(due_on, picture.today, language())
            found.append((t(key, day=due_on, when=when), kind))
        if enquiry.interim_reply_on:
            found.append((t("right.wish.interim_sent", day=enquiry.interim_reply_on), "success"))
        if enquiry.information_given_on:
            found.append((t("right.wish.informed", day=enquiry.information_given_on), "success"))
        return found

    def _buttons(self, enquiry: EnquiryRow) -> list[QPushButton]:
        if enquiry.withdrawn_on:
            return [
                button(t("right.wish.resume"), "undo", run=self._resume),
                button(t("right.wish.new"), run=self._again),
                button(t("waste_bin.put.verb"), "bin", "flat", partial(_to_bin, self._around, enquiry.id)),
            ]
        if enquiry.answered_on:
            return [button(t("right.wish.new"), "plus", "flat", self._again)]
        found = []
        if enquiry.interim_reply_on is None:
            found.append(
                button(
                    t("right.wish.write_interim"), "document", "flat", partial(self._write, DocumentKind.INTERIM_REPLY)
                )
            )
            found.append(button(t("right.wish.mark_interim"), "mail", "flat", self._interim))
        if enquiry.information_given_on is None:
            found.append(
                button(
                    t("right.wish.write_information"),
                    "document",
                    "flat",
                    partial(self._write, DocumentKind.RIGHT_INFORMATION),
                )
            )
            found.append(button(t("right.wish.mark_informed"), "info", "flat", self._informed))
        found.append(button(t("right.wish.withdraw"), "cross", "flat", self._withdraw))
        if enquiry.interim_reply_on is None:
            found.append(button(t("waste_bin.put.verb"), "bin", "flat", partial(_to_bin, self._around, enquiry.id)))
        return found

    def _record(self) -> None:
        draft = self.new.draft()
        if draft is None:
            return
        try:
            self._around.workspace.do(record_enquiry, self._around.family_id, draft)
        except (Refusal, Refusals) as refused:
            self.new.show_refusal(refused)
            return
        self.new.done()
        self._around.tell(t("right.wish.recorded"), None)

    def _again(self) -> None:
        """A family may ask anew: the form for a new wish below the old one."""
        self.new.setVisible(True)
        self._new_part.setVisible(True)
        self.new.sheet.focus_field("received_on")

    def _toggle(self) -> None:
        if self._form is not None:
            self._form.setVisible(self._form.isHidden())
            return
        if self._enquiry is None:
            return
        self._form = _mending(self._around, self._enquiry, self._save)
        self.add(self._form)
        self._form.sheet.focus_field("received_on")

    def _drop_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _save(self, changes: EnquiryChanges) -> None:
        if self._enquiry is not None:
            self._around.workspace.do(edit_enquiry, self._enquiry.id, changes)

    def _interim(self) -> None:
        do, id, today = self._around.workspace.do, self._id(), self._around.workspace.today()
        promised = add_months(today, 1)
        self._around.attempt(
            lambda: do(note_interim_reply, id, today, promised),
            t("right.wish.interim_done", day=promised),
            lambda: do(note_interim_reply, id, None),
            self._refused,
        )

    def _informed(self) -> None:
        do, id, today = self._around.workspace.do, self._id(), self._around.workspace.today()
        self._around.attempt(
            lambda: do(note_information_given, id, today),
            t("right.wish.informed_done"),
            lambda: do(note_information_given, id, None),
            self._refused,
        )

    def _write(self, kind: DocumentKind) -> None:
        self._around.write_letter(kind, self._refused, enquiry_id=self._id())

    def _withdraw(self) -> None:
        do, id, today = self._around.workspace.do, self._id(), self._around.workspace.today()
        self._around.attempt(
            lambda: do(withdraw_enquiry, id, today),
            t("right.wish.withdrawn_done"),
            lambda: do(resume_enquiry, id),
            self._refused,
        )

    def _resume(self) -> None:
        do, id = self._around.workspace.do, self._id()
        self._around.attempt(lambda: do(resume_enquiry, id), t("right.wish.resumed"), None, self._refused)

    def _id(self) -> UUID:
        assert self._enquiry is not None
        return self._enquiry.id


def _mending(around: Around, enquiry: EnquiryRow, save: Callable[[EnquiryChanges], None]) -> KeptForm[EnquiryChanges]:
    shown = (*fields(), PROMISED) if enquiry.interim_reply_on else fields()
    form = KeptForm(around, EnquiryChanges, shown, save, around.draft_id("enquiry", enquiry.id))
    form.show_row(enquiry)
    return form


def _to_bin(around: Around, id: UUID) -> None:
    around.navigator.open("family", id=str(around.family_id), tab="to_bin", record="enquiry", item=str(id))


def _told(enquiry: EnquiryRow) -> str:
    parts = [t(f"right.wish.told.{enquiry.channel}", day=enquiry.received_on)]
    if enquiry.from_whom:
        parts.append(t("right.wish.from", name=enquiry.from_whom))
    if enquiry.received_by:
        parts.append(t("right.wish.by", name=enquiry.received_by))
    told = " · ".join(parts)
    return f"{told}\n«{enquiry.wish}»" if enquiry.wish else told
