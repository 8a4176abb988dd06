# SPDX-License-Identifier: MIT
"""What the rules say of deleting one thing for good: propose, say no, or carry out what another proposed."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Signal

from models.queries.deletions import DeletionRow, RuleRow, may_propose_here, proposal_for, rules_of
from models.values.date_words import short_moment
from models.values.refusal import Refusal, Refusals
from models.work.delete_for_good import DeletionDraft, carry_out_deletion, propose_deletion, reject_deletion
from views.form.choice_editors import combo
from views.form.field import Field
from views.form.form import Form
from views.refused import said
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import button, label, line
from views.widgets.card import Card
from views.widgets.flow import flow
from views.workspace import Workspace

BACKUPS_DAYS = 90


class DeletionCard(Card):
    """Beside a list, or alone in a tab."""

    done = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(gap=10)
        self._workspace = workspace
        self._record = ""
        self._id: UUID | None = None
        self._form: Form[DeletionDraft] | None = None
        self.setAccessibleName(t("waste_bin.delete.title"))

    def show_thing(self, record: str, id: UUID | None) -> None:
        """The rules for this thing, or the proposal about it."""
        if self._form is not None:
            if id is not None and id == self._id:
                self._form.flush()
            self._form = None
        self._record, self._id = record, id
        self._start()
        if id is None:
            self.add(label(t("waste_bin.delete.choose"), "body", wrap=True), None)
            return
        rules = self._workspace.read(rules_of, record, id, self._workspace.today(), language())
        proposal = self._workspace.read(proposal_for, id, language())
        if proposal is not None:
            self._show_proposal(proposal, rules)
        elif rules:
            self._show_rules(rules, id)
        else:
            self.add(label(t("waste_bin.delete.no_rule"), "body", wrap=True))
        self.add(None)

    def show_decided(self, row: DeletionRow) -> None:
        """What was decided, and what went."""
        self._form, self._id = None, None
        self._start()
        when = short_moment(row.decided_at) if row.decided_at else ""
        told = "deleted_by" if row.carried_out else "rejected_by"
        self.add(label(t(f"waste_bin.delete.{told}", name=row.decided_by, when=when), "strong", wrap=True))
        self.add(label(row.provision, "body", wrap=True))
        if row.reference:
            self.add(label(t("waste_bin.delete.case", number=row.reference), "body", wrap=True))
        if row.backups_gone_by:
            gone = t("waste_bin.delete.gone_by", when=row.backups_gone_by.date(), n=sum(row.counts.values()))
            self.add(label(gone, "body", "muted", wrap=True))
        self.add(None)

    def _start(self) -> None:
        self.empty()
        self.add(label(t("waste_bin.delete.title"), "lead"))
        self.add(label(t("waste_bin.delete.lead"), "body", "muted", wrap=True))

    def _show_rules(self, rules: Sequence[RuleRow], id: UUID) -> None:
        for rule in rules:
            self.add(line(), label(rule.provision, "strong", wrap=True), label(rule.text, "body", wrap=True))
            self._add_limits(rule)
        if not self._workspace.read(may_propose_here, self._workspace.staff_id, self._record, id):
            self.add(line(), label(t("waste_bin.delete.others_propose"), "body", "muted", wrap=True))
            return
        options = [(rule.id, rule.provision) for rule in rules]
        fields = (
            *([Field("rule", "waste_bin.delete.rule", combo(lambda: options), width="full")] if len(rules) > 1 else []),
            Field(
                "reference",
                "waste_bin.delete.reference" if rules[0].confirmed else "waste_bin.delete.confirmed_in",
                hint="waste_bin.delete.reference_hint",
                width="full",
            ),
        )
        self._form = Form(
            DeletionDraft, fields, self._workspace, draft_id=f"deletion/{id}", before="waste_bin.put.before"
        )
        propose = button(t("waste_bin.delete.propose"), "flag", run=lambda: self._propose(rules))
        self.add(line(), self._form, flow(propose))

    def _add_limits(self, rule: RuleRow) -> None:
        if not rule.confirmed:
            self.add(label(t("waste_bin.delete.unconfirmed"), "body", "warning", wrap=True))
        if rule.open_from:
            opens = t("waste_bin.delete.open_from", when=rule.open_from)
            self.add(label(opens, "caption", "muted", wrap=True))

    def _show_proposal(self, proposal: DeletionRow, rules: Sequence[RuleRow]) -> None:
        told = t(
            "waste_bin.delete.proposed_by",
            name=proposal.proposed_by,
            when=short_moment(proposal.proposed_at),
            provision=proposal.provision,
        )
        today = self._workspace.today()
        self.add(label(told, "body", wrap=True))
        if proposal.reference:
            self.add(label(t("waste_bin.delete.case", number=proposal.reference), "body", wrap=True))
        rule = next((one for one in rules if one.id == proposal.rule), None)
        if rule is not None:
            self._add_limits(rule)
        own = proposal.proposed_by_id == self._workspace.staff_id
        verb = t("waste_bin.delete.take_back") if own else t("waste_bin.delete.reject")
        no = button(verb, "cross", run=self._decide(reject_deletion, proposal, "rejected"))
        if own:
            self.add(label(t("waste_bin.delete.own"), "body", "muted", wrap=True), flow(no))
            return
        yes = button(
            t("waste_bin.delete.carry_out"), "bin", run=self._decide(carry_out_deletion, proposal, "carried_out")
        )
        yes.setEnabled(rule is not None and rule.open_from is not None and rule.open_from <= today)
        gone = t("waste_bin.delete.sure", when=today + timedelta(days=BACKUPS_DAYS))
        self.add(label(gone, "body", "muted", wrap=True), flow(yes, no))

    def _propose(self, rules: Sequence[RuleRow]) -> None:
        form, record, id = self._form, self._record, self._id
        asked = form.draft() if form else None
        if form is None or asked is None or id is None:
            return
        draft = DeletionDraft(rule=asked.rule or rules[0].id, reference=asked.reference)
        self._form = None
        try:
            self._workspace.do(propose_deletion, record, id, draft)
        except (Refusal, Refusals) as refused:
            self._form = form
            form.show_refusal(refused)
            return
        form.done()
        self.done.emit(t("waste_bin.delete.proposed"), None)

    def _decide(self, work: Callable[..., object], proposal: DeletionRow, told: str) -> Callable[[], object]:
        def decide() -> None:
            try:
                self._workspace.do(work, proposal.id)
            except (Refusal, Refusals) as refused:
                self.add(Banner("danger", said(refused)))
                return
            self.done.emit(t(f"waste_bin.delete.{told}"), None)

        return decide
