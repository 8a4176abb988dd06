# SPDX-License-Identifier: MIT
"""One family of a hand-over file: what it brings, whether it is here already, and what the receiver chooses."""

from collections.abc import Callable
from enum import Enum
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.queries.access import Sight
from models.queries.access_log import field_in
from models.queries.duplicates import Duplicate
from models.records.assessment import Finding
from models.records.determination import Outcome
from models.records.enquiry import Channel
from models.records.family import CareArrangement
from models.records.note import ContactKind
from models.records.person import AddressProtection, Answer, Relation
from models.values.refusal import Refusal
from models.values.trouble import Trouble
from models.work.handover_compare import FieldConflict
from models.work.handover_preview import Against, FamilyArrival, Standing, look_against
from models.work.handover_reading import FamilyIncoming
from models.work.take_in import FamilyChoice, Handling
from views.discreet import shown
from views.pages.access_log.before_after import said as value_text
from views.pages.handover.words import counts_text
from views.refused import said
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, clear, column, label, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.workspace import Workspace

OURS, THEIRS = "ours", "theirs"


class ArrivalCard(Card):
    """Changes nothing; `choice()` is what was chosen so far."""

    changed = Signal()

    def __init__(self, workspace: Workspace, incoming: FamilyIncoming, arrival: FamilyArrival) -> None:
        name = t("family.name", name=shown(arrival.name))
        super().__init__(name, icon_name="family", gap=8)
        self.arrival, self._workspace, self._incoming = arrival, workspace, incoming
        self._against: Against | None = None
        self._conflicts: dict[str, ChipGroup] = {}
        self._told = QVBoxLayout()
        self._told.setContentsMargins(0, 0, 0, 0)
        self._how = ChipGroup(t("transfer.receive.how", name=shown(arrival.name)), self._options(), kind="segment")
        self._how.chosen.connect(lambda _: self._compare())
        self.add(*self._facts(), self._how, boxed(self._told))
        # Where the child may be here already, nothing is chosen beforehand.
        first = Handling.SKIP if arrival.standing is Standing.BARRED else Handling.TAKE
        self._how.choose(None if arrival.duplicates else first.value)
        self._compare()

    def choice(self) -> FamilyChoice:
        """What becomes of the family, and which fields are taken from the file."""
        return FamilyChoice(
            family_id=self.arrival.id,
            how=Handling.SKIP if self._how.value() == Handling.SKIP.value else Handling.TAKE,
            target_id=self._target(),
            theirs=frozenset(key for key, chips in self._conflicts.items() if chips.value() == THEIRS),
            seen=frozenset(self._conflicts),
        )

    def undecided(self) -> int:
        """How many choices are still to be made."""
        if not self._how.value():
            return 1
        skipped = self._how.value() == Handling.SKIP.value
        return 0 if skipped else sum(1 for chips in self._conflicts.values() if not chips.value())

    def _facts(self) -> list[QWidget]:
        arrival = self.arrival
        lines = [label(counts_text(arrival.counts), "body", wrap=True)]
        if arrival.children:
            names = ", ".join(shown(child) for child in arrival.children)
            lines.insert(0, label(t("transfer.receive.children", names=names), "body", wrap=True))
        if arrival.documents:
            told = t("transfer.receive.documents", titles=" · ".join(arrival.documents))
            lines.append(label(told, "caption", "muted", wrap=True))
        notices: list[QWidget] = []
        if arrival.masked:
            notices.append(Banner("warning", t("transfer.receive.masked"), icon_name="lock"))
        if arrival.why_barred is not None:
            notices.append(Banner("danger", said(arrival.why_barred)))
        notices += [Banner("warning", duplicate_text(one)) for one in arrival.duplicates]
        return [*lines, *notices]

    def _options(self) -> list[tuple[str, str]]:
        skip = (Handling.SKIP.value, t("transfer.receive.skip"))
        match self.arrival.standing:
            case Standing.BARRED:
                return [skip]
            case Standing.KNOWN:
                return [(Handling.TAKE.value, t("transfer.receive.update")), skip]
        into = [
            (str(one.family_id), t("transfer.receive.into", name=shown(one.family)))
            for one in self.arrival.duplicates
            if one.sight is Sight.OPEN and one.family_id is not None
        ]
        return [(Handling.TAKE.value, t("transfer.receive.as_new")), *into, skip]

    def _target(self) -> UUID | None:
        chosen = self._how.value()
        return None if chosen in (None, "", Handling.TAKE.value, Handling.SKIP.value) else UUID(chosen)

    def _compare(self) -> None:
        clear(self._told)
        self._conflicts = {}
        if self._how.value() not in (None, "", Handling.SKIP.value):
            self._show_comparison()
        self.changed.emit()

    def _show_comparison(self) -> None:
        try:
            against = self._workspace.read(look_against, self._workspace.staff_id, self._incoming, self._target())
        except (Refusal, Trouble) as wrong:
            self._told.addWidget(Banner("danger", said(wrong)))
            return
        if self.arrival.standing is Standing.KNOWN or self._target() is not None:
            told = t(
                "transfer.receive.compared",
                new=against.new,
                same=against.same,
                theirs=against.theirs_newer,
                ours=against.ours_newer,
            )
            self._told.addWidget(label(told, "body", "muted", wrap=True))
        if against.taken:
            self._told.addWidget(label(t("transfer.receive.changes", n=len(against.taken)), "strong", wrap=True))
        for change in against.taken:
            self._told.addLayout(column(label(_title(change), "strong", wrap=True), _sides(change), gap=4))
        if against.conflicts:
            self._told.addWidget(label(t("transfer.receive.differ", n=len(against.conflicts)), "strong", wrap=True))
        for conflict in against.conflicts:
            self._told.addLayout(self._conflict(conflict))

    def _conflict(self, conflict: FieldConflict) -> QVBoxLayout:
        title = _title(conflict)
        chips = ChipGroup(
            title,
            [(OURS, t("transfer.receive.keep_ours")), (THEIRS, t("transfer.receive.take_theirs"))],
            kind="segment",
        )
        chips.chosen.connect(lambda _: self.changed.emit())
        self._conflicts[conflict.key] = chips
        return column(label(title, "strong", wrap=True), _sides(conflict), chips, gap=4, margins=(0, 6, 0, 6))


def _title(one: FieldConflict) -> str:
    field = field_in(one.field, language()) or t("transfer.receive.other_field")
    return t("transfer.receive.field", field=field[:1].upper() + field[1:], about=shown(one.about))


def _sides(one: FieldConflict) -> QHBoxLayout:
    """What stands here beside what stands in the file."""
    here = column(label(t("transfer.receive.ours"), "caption", "muted"), label(_value(one.ours), wrap=True), gap=2)
    there = column(label(t("transfer.receive.theirs"), "caption", "muted"), label(_value(one.theirs), wrap=True), gap=2)
    sides = row(boxed(here), boxed(there), gap=16)
    sides.setStretch(0, 1)
    sides.setStretch(1, 1)
    return sides


def duplicate_text(one: Duplicate) -> str:
    """The family here that may be the same, as far as this person may know it."""
    match one.sight:
        case Sight.OPEN:
            return t(f"transfer.same.{one.sameness.value}", name=shown(one.family), child=shown(one.child))
        case Sight.REASON:
            return t("transfer.same.elsewhere", coordinator=one.coordinator or t("families.another"))
    return t("transfer.same.sealed")


# The same words as where the field is filled in.
_WORDS: dict[type, Callable[[str], str]] = {
    Relation: lambda value: t(f"person.relation_of.{value}"),
    Answer: lambda value: t(f"person.answer.{value}"),
    AddressProtection: lambda value: t(f"person.protection_of.{value}"),
    CareArrangement: lambda value: t(f"family_edit.care_of.{value}"),
    ContactKind: lambda value: t(f"journal.kind.{value}"),
    Channel: lambda value: t(f"right.channel.{value}"),
    Outcome: lambda value: t(f"right.outcome.{value}"),
    Finding: lambda value: "" if value == Finding.OPEN else t(f"right.finding.{value}"),
}


def _value(value: object) -> str:
    """As a person would say it, never as it is stored."""
    if isinstance(value, bool):
        return t("transfer.receive.yes") if value else t("transfer.receive.no")
    if isinstance(value, Enum):
        words = _WORDS.get(type(value))
        return value_text(words(value.value) if words else value.value)
    return value_text(value)
