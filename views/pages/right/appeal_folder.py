# SPDX-License-Identifier: MIT
"""One complaint: what came, the municipality's reassessment, the forwarding and Statsforvalteren's answer (R21)."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from models.queries.appeals import AppealRow
from models.records.appeal import Reassessment
from models.records.document import DocumentKind
from models.work.receive_appeal import (
    CountyOutcomeDraft,
    ForwardingDraft,
    ReassessmentDraft,
    forward_appeal,
    note_copy_to_party,
    reassess_appeal,
    record_county_outcome,
    reopen_reassessment,
    take_back_forwarding,
)
from views.form.choice_editors import choice
from views.form.date_editor import past_date
from views.form.field import Field
from views.form.text_editors import long_text
from views.pages.right.around import Around, Undo, refill
from views.pages.right.submit_card import SubmitCard, texts
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import BadgeKind, badge, boxed, button, column, label
from views.widgets.card import Card
from views.widgets.flow import FlowLayout

RESULTS = (Reassessment.REVERSED, Reassessment.UPHELD, Reassessment.DISMISSED, Reassessment.WITHDRAWN)
KINDS: dict[Reassessment, BadgeKind] = {Reassessment.OPEN: "warning", Reassessment.REVERSED: "success"}


def _is_taken_up(values: Mapping[str, object]) -> bool:
    return values["reassessment"] in (Reassessment.REVERSED, Reassessment.UPHELD)


def reassessment_fields(late: bool) -> tuple[Field, ...]:
    """A late complaint needs a reason to be taken up."""
    reason = Field("late_accepted_reason", "right.appeal.late_reason", long_text(2), width="full", when=_is_taken_up)
    return (
        Field("reassessment", "right.appeal.result", choice(RESULTS, "right.reassessment"), width="full"),
        Field("reassessed_on", "right.appeal.reassessed_on", past_date, need="required"),
        *((reason,) if late else ()),
        Field("reassessment_text", "right.appeal.text", long_text(4), hint="right.appeal.text_hint", width="full"),
        Field("child_view", "right.appeal.child_view", long_text(2), width="full"),
    )


FORWARDING = (
    Field("forwarded_on", "right.appeal.forwarded_on", past_date, need="required"),
    Field("copy_to_party_on", "right.appeal.copy_on", past_date, hint="right.appeal.copy_hint"),
    Field("documents", "right.appeal.documents", long_text(3), hint="right.appeal.documents_hint", width="full"),
)
COUNTY = (
    Field("outcome_on", "right.appeal.outcome_on", past_date, need="required"),
    Field("outcome", "right.appeal.outcome", long_text(2), width="full"),
)


class AppealFolder(QWidget):
    """Shows what is done as sentences, and the form of the step that is next."""

    def __init__(self, around: Around, appeal: AppealRow) -> None:
        super().__init__()
        self._around, self._appeal = around, appeal
        self._refused = Banner("danger", "")
        self._told = Card(t("right.appeal.folder", number=appeal.number), icon_name="folder")
        self._badges, self._actions = boxed(FlowLayout()), boxed(FlowLayout())
        self._said = label("", "body", wrap=True)
        self._told.add(self._badges, self._said, self._actions)
        self._reassess = SubmitCard(
            around,
            f"reassess/{appeal.id}",
            texts("reassess"),
            ReassessmentDraft,
            reassessment_fields(late=appeal.in_time is False),
            self._reassess_it,
            primary=True,
        )
        self._forward = SubmitCard(
            around, f"forward/{appeal.id}", texts("forward"), ForwardingDraft, FORWARDING, self._forward_it, True
        )
        self._county = SubmitCard(
            around, f"county/{appeal.id}", texts("county"), CountyOutcomeDraft, COUNTY, self._answer
        )
        self.setLayout(column(self._refused, self._told, self._reassess, self._forward, self._county, gap=14))
        today = around.workspace.today()
        self._reassess.form.set_value({"reassessed_on": today})
        self._forward.form.set_value({"forwarded_on": today, "copy_to_party_on": today})
        self.show_appeal(appeal)

    def show_appeal(self, appeal: AppealRow) -> None:
        """Show how far it has come."""
        self._appeal = appeal
        sent = appeal.forwarded_on is not None
        goes_on = appeal.reassessment in (Reassessment.UPHELD, Reassessment.DISMISSED)
        self._reassess.setVisible(appeal.reassessment is Reassessment.OPEN)
        self._forward.setVisible(goes_on and not sent)
        self._county.setVisible(sent and appeal.outcome_on is None)
        self._said.setText("\n".join(_story(appeal)))
        refill(self._badges, [badge(text, kind) for text, kind in _badges(appeal)])
        refill(self._actions, self._buttons(appeal))

    def _buttons(self, appeal: AppealRow) -> list[QWidget]:
        found: list[QWidget] = []
        if appeal.forwarded_on is not None:
            if appeal.copy_to_party_on is None:
                found.append(button(t("right.appeal.mark_copy"), "check", run=self._copy))
            if appeal.outcome_on is None:
                found.append(button(t("right.appeal.not_sent"), "undo", "flat", self._take_back))
        elif appeal.reassessment is not Reassessment.OPEN:
            if appeal.reassessment in (Reassessment.UPHELD, Reassessment.DISMISSED):
                found.append(button(t("right.appeal.write"), "document", run=self._write))
            found.append(button(t("right.appeal.reassess_again"), "undo", "flat", self._reopen))
        return found

    def _write(self) -> None:
        self._around.write_letter(DocumentKind.APPEAL_FORWARDING, self._refused, appeal_id=self._appeal.id)

    def _reassess_it(self, draft: ReassessmentDraft) -> Undo:
        do, id = self._around.workspace.do, self._appeal.id
        do(reassess_appeal, id, draft)
        return partial(do, reopen_reassessment, id)

    def _forward_it(self, draft: ForwardingDraft) -> Undo:
        do, id = self._around.workspace.do, self._appeal.id
        do(forward_appeal, id, draft)
        return partial(do, take_back_forwarding, id)

    def _answer(self, draft: CountyOutcomeDraft) -> None:
        self._around.workspace.do(record_county_outcome, self._appeal.id, draft)

    def _copy(self) -> None:
        do, id, today = self._around.workspace.do, self._appeal.id, self._around.workspace.today()
        self._around.attempt(
            lambda: do(note_copy_to_party, id, today),
            t("right.appeal.copy_done"),
            lambda: do(note_copy_to_party, id, None),
            self._refused,
        )

    def _reopen(self) -> None:
        do, id = self._around.workspace.do, self._appeal.id
        self._around.attempt(lambda: do(reopen_reassessment, id), t("right.appeal.reopened"), None, self._refused)

    def _take_back(self) -> None:
        do, id = self._around.workspace.do, self._appeal.id
        self._around.attempt(lambda: do(take_back_forwarding, id), t("right.appeal.taken_back"), None, self._refused)


def _badges(appeal: AppealRow) -> list[tuple[str, BadgeKind]]:
    timing: tuple[str, BadgeKind] = (t("right.appeal.timing_unknown"), "neutral")
    if appeal.in_time is not None:
        timing = (t("right.appeal.in_time"), "success") if appeal.in_time else (t("right.appeal.late"), "danger")
    found: list[tuple[str, BadgeKind]] = [timing]
    kind: BadgeKind = KINDS.get(appeal.reassessment, "info")
    found.append((t(f"right.reassessment.{appeal.reassessment}"), kind))
    if not appeal.signed:
        found.append((t("right.appeal.unsigned"), "warning"))
    return found


def _story(appeal: AppealRow) -> list[str]:
    """What has happened, one sentence a line."""
    lines = [t("right.appeal.told.received", day=appeal.received_on, name=appeal.from_whom)]
    if appeal.represented_by:
        lines.append(t("right.appeal.told.represented", name=appeal.represented_by))
    if appeal.grounds:
        lines.append(f"«{appeal.grounds}»")
    if appeal.late_accepted_reason:
        lines.append(t("right.appeal.told.late", reason=appeal.late_accepted_reason))
    happened = (
        ("reassessed", appeal.reassessed_on, appeal.reassessment_text),
        ("forwarded", appeal.forwarded_on, ""),
        ("copy", appeal.copy_to_party_on, ""),
        ("outcome", appeal.outcome_on, appeal.outcome),
    )
    for what, day, said in happened:
        if day is not None:
            told = t(f"right.appeal.told.{what}", day=day)
            lines.append(f"{told} {said}".strip())
    return lines
