# SPDX-License-Identifier: MIT
"""What was shared with whom; what somebody decided to share without consent; and whose duty it is to report."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from models.queries.consents import DecisionRow, SharingRow
from models.records.note import ContactKind
from models.rules.law import law_on
from models.rules.sharing_rules import rules_for
from models.work.share import SharingDecisionDraft, SharingDraft, decide_sharing, log_sharing
from models.work.write_note import NoteDraft, write_note
from views.discreet import free_text, shown
from views.pages.consents.answers import texts
from views.pages.consents.scope_editor import ServiceChoice
from views.pages.consents.shared_fields import TypedDecision, TypedSharing, decision_fields, sharing_fields
from views.pages.consents.words import sharing_line
from views.pages.family.undoing import undone
from views.pages.right.around import Around, Undo
from views.pages.right.submit_card import SubmitCard
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import BadgeKind, button, column, label, line, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList
from views.widgets.scroll import TallContent

DUTIES = ("bvl_13_2", "bvl_13_3")


class SharedPart(TallContent):
    """The log, and a form for what was told by word of mouth."""

    def __init__(self, around: Around, services: Sequence[ServiceChoice]) -> None:
        super().__init__()
        self._around = around
        self._names = {one.id: one.name for one in services}
        self._form = SubmitCard(
            around, "log_sharing", texts("log_sharing"), TypedSharing, sharing_fields(services), self._log, True
        )
        self._form.form.set_value({"shared_on": around.workspace.today()})
        self._form.setVisible(self._form.half_typed())
        opened = button(t("consents.log_sharing.open"), "plus", run=lambda: self._form.open("family_service_id"))
        opened.setEnabled(bool(services))
        told = label(t("consents.shared_hint"), "body", "muted", wrap=True)
        self.list = RowList(t("consents.shared"), fit=True)
        self._card = Card(t("consents.shared"), icon_name="copy", gap=4)
        self._nothing = label(t("consents.nothing_shared"), "body", "muted", wrap=True)
        self._card.add(self.list, self._nothing)
        pieces = (told, row(opened, None), self._form, self._card, None)
        self.setLayout(column(*pieces, gap=14, margins=(2, 2, 10, 8)))

    def show_shared(self, shared: Sequence[SharingRow]) -> None:
        """The newest first."""
        self.list.show_rows([_line(one) for one in shared])
        self.list.setVisible(bool(shared))
        self._nothing.setVisible(not shared)
        self._form.setVisible(self._form.half_typed())

    def _log(self, draft: TypedSharing) -> Undo:
        values = draft.model_dump()
        recipient = self._names[draft.family_service_id]
        self._around.workspace.do(log_sharing, self._around.family_id, SharingDraft(recipient=recipient, **values))
        return undone(self._around.workspace, self._around.family_id)


class WithoutPart(TallContent):
    """Decisions to share without consent, each with its ground; and the duty to report, which is each person's own."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._refused = Banner("danger", "")
        self._form = SubmitCard(
            around, "decide_sharing", texts("decide_sharing"), TypedDecision, decision_fields(), self._decide, True
        )
        self._form.form.set_value({"decided_on": around.workspace.today()})
        self._form.setVisible(self._form.half_typed())
        opened = button(t("consents.decide_sharing.open"), "scales", run=lambda: self._form.open("giver"))
        told = label(t("consents.without_hint"), "body", "muted", wrap=True)
        self._card = Card(t("consents.decisions"), icon_name="scales", gap=10)
        pieces = (self._refused, self._duty(), told, row(opened, None), self._form, self._card, None)
        self.setLayout(column(*pieces, gap=14, margins=(2, 2, 10, 8)))

    def show_decisions(self, decisions: Sequence[DecisionRow], shared: Sequence[SharingRow]) -> None:
        """Each with what it builds on; what is not yet noted as shared can be noted."""
        done = {one.decision_id for one in shared}
        self._card.empty()
        for place, one in enumerate(decisions):
            if place:
                self._card.add(line())
            self._card.add(self._told(one))
            if one.id not in done:
                noted = button(t("consents.note_shared"), "check", "flat", partial(self._note_shared, one))
                self._card.add(row(noted, None))
        self._card.setVisible(bool(decisions))
        self._form.setVisible(self._form.half_typed())

    def _told(self, one: DecisionRow) -> QWidget:
        law = law_on(one.decided_on)
        rule = law.find(one.rule).text if law.has(one.rule) else ""
        head = t("consents.decision_line", giver=shown(one.giver), recipient=shown(one.recipient), day=one.decided_on)
        by = label(t("consents.decided_on_rule", law=rule, who=shown(one.decided_by)), "body", "muted", wrap=True)
        texts = {
            "decided_what": one.what,
            "why_necessary": one.why_necessary,
            "best_interests": one.best_interests,
            "family_told": one.family_told,
        }
        said = [
            column(label(t(f"consents.field.{name}"), "caption", "muted"), label(free_text(text), wrap=True), gap=0)
            for name, text in texts.items()
            if text
        ]
        made = QWidget()
        made.setLayout(column(label(head, "strong", wrap=True), by, *said, gap=6))
        return made

    def _duty(self) -> Card:
        """Told calmly; the program never reports for anybody (R33)."""
        law = law_on(self._around.workspace.today())
        card = Card(t("consents.concern.title"), kind="info", icon_name="info")
        card.add(label(t("consents.concern.attention"), "body", wrap=True))
        for duty in DUTIES:
            if law.has(duty):
                found = law.find(duty)
                said = t("consents.rule_line", law=found.text, plain=found.plain[language()])
                card.add(label(said, "body", wrap=True))
        card.add(label(t("consents.concern.own"), "body", wrap=True))
        return card.add(row(button(t("consents.concern.note"), "note", "flat", self._note_told), None))

    def _note_told(self) -> None:
        draft = NoteDraft(kind=ContactKind.OTHER, text=t("consents.concern.noted"))
        do, family_id = self._around.workspace.do, self._around.family_id
        self._attempt(lambda: do(write_note, family_id, draft), t("consents.concern.done"))

    def _note_shared(self, one: DecisionRow) -> None:
        today = self._around.workspace.today()
        what = one.what.partition("\n")[0][:300]
        draft = SharingDraft(recipient=one.recipient, shared_on=today, what=what, decision_id=one.id)
        do, family_id = self._around.workspace.do, self._around.family_id
        self._attempt(lambda: do(log_sharing, family_id, draft), t("consents.log_sharing.done"))

    def _attempt(self, act: Callable[[], object], told: str) -> None:
        if self._around.attempt(act, "", None, self._refused):
            self._around.tell(told, undone(self._around.workspace, self._around.family_id))

    def _decide(self, draft: TypedDecision) -> Undo:
        rules = rules_for(draft.giver_sector, law_on(draft.decided_on))
        values = draft.model_dump() | {"rule": rules[0] if rules else ""}
        self._around.workspace.do(decide_sharing, self._around.family_id, SharingDecisionDraft(**values))
        return undone(self._around.workspace, self._around.family_id)


def _line(one: SharingRow) -> Row:
    ground = "party" if one.party else "decision" if one.decision_id else "consent"
    kind: BadgeKind = "neutral" if one.party else "warning" if one.decision_id else "success"
    said = t("consents.shared_line", who=shown(one.recipient), day=one.shared_on)
    return Row(one.id, said, second=sharing_line(one), icon="copy", badge=(t(f"consents.ground.{ground}"), kind))
