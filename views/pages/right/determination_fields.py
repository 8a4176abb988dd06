# SPDX-License-Identifier: MIT
"""The fields of an avgjørelse, and which of them belong to which outcome."""

from collections.abc import Callable, Mapping, Sequence

from models.queries.right import StaffChoice
from models.records.assessment import CoordinatorKind
from models.records.determination import Outcome
from models.rules.reasons import REASONS
from models.values.signer import Signer
from views.form.choice_editors import CheckEditor, ComboEditor, choice
from views.form.date_editor import DateEditor, past_date
from views.form.editor import Around
from views.form.field import Field, Section
from views.form.name_editor import name_of_somebody
from views.form.person_editor import Choice, person
from views.form.text_editors import long_text
from views.texts import t

Values = Mapping[str, object]
GIVES = frozenset({Outcome.GRANTED, Outcome.CHANGED, Outcome.PERSON_CHANGED})


def _gives(values: Values) -> bool:
    return values["outcome"] in GIVES


def _takes(values: Values) -> bool:
    return values["outcome"] in (Outcome.REFUSED, Outcome.ENDED)


def _hands_over(values: Values) -> bool:
    return values["outcome"] == Outcome.PERSON_CHANGED


def _alters(values: Values) -> bool:
    return values["outcome"] in (Outcome.CHANGED, Outcome.PERSON_CHANGED, Outcome.ENDED)


class ReasonEditor(ComboEditor):
    """The usual reasons for one outcome; offered anew when the outcome changes."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, ())
        self._outcome: Outcome | None = None

    def offer(self, outcome: Outcome) -> None:
        """Show the reasons of this outcome; one that does not belong to it is let go."""
        if outcome is self._outcome:
            return
        chosen, self._outcome = self.value(), outcome
        self.box.clear()
        self.box.addItem(t("form.choose"), "")
        for code in REASONS.get(outcome.value, ()):
            self.box.addItem(t(f"right.reason.{code}"), code)
        self.set_value(chosen)


def determination_fields(
    people: Callable[[], Sequence[StaffChoice]], signers: Callable[[], Sequence[Signer]]
) -> tuple[Field | Section, ...]:
    """In the order of the letter, so that the error summary leads downwards."""
    return (
        Field("outcome", "right.determination.outcome", choice(Outcome, "right.outcome"), width="full"),
        Field("kind", "right.determination.kind", choice(CoordinatorKind, "right.kind"), width="full"),
        Field("coordinator_id", "right.determination.coordinator", person(lambda: _choices(people())), when=_gives),
        Field("effective_on", "right.determination.effective_on", DateEditor),
        Field("overlap_to", "right.determination.overlap_to", DateEditor, need="optional", when=_hands_over),
        Field("reason_code", "right.determination.reason", ReasonEditor, when=_has_reasons),
        Field(
            "grounds",
            "right.determination.grounds",
            long_text(4),
            hint="right.determination.grounds_hint",
            need="required",
            width="full",
        ),
        Field("prior_notice_on", "right.determination.prior_notice_on", past_date, when=_alters),
        Field("family_comment", "right.determination.family_comment", long_text(2), width="full", when=_alters),
        Field("practical", "right.determination.practical", long_text(2), need="optional", width="full"),
        Field("alternatives", "right.determination.alternatives", long_text(2), width="full", when=_takes),
        Section("right.determination.authority"),
        Field("delegated_by", "right.determination.delegated_by", need="required", when=_gives),
        Field("delegated_on", "right.determination.delegated_on", past_date, need="required", when=_gives),
        Field("delegation_scope", "right.determination.scope", long_text(2), width="full", when=_gives),
        Field(
            "delegation_limits", "right.determination.limits", long_text(2), need="optional", width="full", when=_gives
        ),
        Field(
            "signer_name",
            "right.determination.signer_name",
            name_of_somebody(lambda: [Choice(one.key, one.name, one.title) for one in signers()]),
            need="required",
        ),
        Field("signer_title", "right.determination.signer_title", need="required"),
        Field("complaint_notice", "right.determination.complaint_notice", CheckEditor, width="full"),
    )


def _has_reasons(values: Values) -> bool:
    return bool(REASONS.get(str(values["outcome"])))


def _choices(people: Sequence[StaffChoice]) -> list[Choice]:
    return [Choice(str(one.id), one.name, _burden(one)) for one in people]


def _burden(one: StaffChoice) -> str:
    families = t("right.staff.families", n=one.families)
    if one.capacity is not None:
        families = t("right.staff.families_of", n=one.families, capacity=one.capacity)
    return " · ".join(filter(None, (one.title, families)))
