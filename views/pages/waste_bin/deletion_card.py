# SPDX-License-Identifier: MIT
"""What the rules say of deleting the chosen thing for good: propose, say no, or carry out what another proposed."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Signal

from models.queries.deletions import DeletionRow, proposal_for, rules_of
from models.queries.waste_bin import BinRow
from models.values.date_words import short_moment
from models.values.refusal import Refusal, Refusals
from models.work.delete_for_good import DeletionDraft, carry_out_deletion, propose_deletion, reject_deletion
from views.refused import said
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import button, column, label, line
from views.widgets.card import Card
from views.widgets.flow import flow
from views.workspace import Workspace

BACKUPS_DAYS = 90


class DeletionCard(Card):
    """Beside the list of the bin."""

    done = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(gap=10)
        self._workspace = workspace
        self.setAccessibleName(t("waste_bin.delete.title"))

    def show_row(self, row: BinRow | None) -> None:
        """The rules for this thing, or the proposal about it."""
        self.empty()
        self.add(label(t("waste_bin.delete.title"), "lead"))
        self.add(label(t("waste_bin.delete.lead"), "body", "muted", wrap=True))
        if row is None:
            self.add(label(t("waste_bin.delete.choose"), "body", wrap=True), None)
            return
        proposal = self._workspace.read(proposal_for, row.id, language())
        if proposal is not None:
            self._show_proposal(proposal)
        else:
            self._show_rules(row)
        self.add(None)

    def _show_rules(self, row: BinRow) -> None:
        rules = self._workspace.read(rules_of, row.record, row.id, self._workspace.today(), language())
        if not rules:
            self.add(label(t("waste_bin.delete.no_rule"), "body", wrap=True))
        for rule in rules:
            opens = t("waste_bin.delete.open_from", when=rule.open_from) if rule.open_from else ""
            made = button(t("waste_bin.delete.propose"), "flag", run=self._propose(row, rule.id))
            made.setAccessibleDescription(rule.provision)
            self.add(line(), label(rule.provision, "strong", wrap=True), label(rule.text, "body", wrap=True))
            self.add(label(opens, "caption", "muted", wrap=True), flow(made))

    def _show_proposal(self, proposal: DeletionRow) -> None:
        told = t(
            "waste_bin.delete.proposed_by",
            name=proposal.proposed_by,
            when=short_moment(proposal.proposed_at),
            provision=proposal.provision,
        )
        gone = self._workspace.today() + timedelta(days=BACKUPS_DAYS)
        sure = label(t("waste_bin.delete.sure", when=gone), "body", "muted", wrap=True)
        self.add(label(told, "body", wrap=True))
        no = button(t("waste_bin.delete.reject"), "cross", run=self._decide(reject_deletion, proposal, "rejected"))
        yes = button(
            t("waste_bin.delete.carry_out"), "bin", run=self._decide(carry_out_deletion, proposal, "carried_out")
        )
        own = proposal.proposed_by_id == self._workspace.staff_id
        self.add(column(*([] if own else [sure]), gap=0), flow(*([no] if own else [yes, no])))

    def _propose(self, row: BinRow, rule: str) -> Callable[[], object]:
        def propose() -> None:
            self._workspace.do(propose_deletion, row.record, row.id, DeletionDraft(rule=rule))

        return lambda: self._attempt(propose, "proposed")

    def _decide(self, work: Callable[..., object], proposal: DeletionRow, told: str) -> Callable[[], object]:
        return lambda: self._attempt(lambda: self._workspace.do(work, proposal.id), told)

    def _attempt(self, act: Callable[[], object], told: str) -> None:
        try:
            act()
        except (Refusal, Refusals) as refused:
            self.add(Banner("danger", said(refused)))
            return
        self.done.emit(t(f"waste_bin.delete.{told}"), None)
