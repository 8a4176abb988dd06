# SPDX-License-Identifier: MIT
"""The forms for what was shared: by consent, or by a decision whose rule follows from whose law binds the giver."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from pydantic import BaseModel

from models.rules.law import law_on
from models.rules.sharing_rules import GIVERS, rules_for
from models.rules.visibility import Information
from models.values.typed import RequiredLine, RequiredText, Text
from views.form.choice_editors import ComboEditor, combo
from views.form.date_editor import past_date
from views.form.editor import Advice, Around
from views.form.field import Field
from views.form.several_editor import KindsEditor
from views.form.text_editors import long_text
from views.pages.consents.scope_editor import ServiceChoice
from views.texts import language, t


class TypedSharing(BaseModel):
    """What was told, to which service of the family."""

    family_service_id: UUID
    shared_on: date
    what: RequiredLine
    information: frozenset[Information] = frozenset()


class TypedDecision(BaseModel):
    """What is decided; the rule follows from the giver."""

    giver: RequiredLine
    giver_sector: RequiredLine
    recipient: RequiredLine
    what: RequiredText
    why_necessary: RequiredText
    best_interests: RequiredText
    family_told: Text = ""
    decided_by: RequiredLine
    decided_on: date


class GiverEditor(ComboEditor):
    """Whose law binds the one that tells; says which rule there is, in plain words."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, [(key, t(f"consents.giver.{key}")) for key in GIVERS])

    def advice(self) -> Advice | None:
        law = law_on(self.around.today())
        found = [law.find(rule) for rule in rules_for(str(self.value() or ""), law)]
        if not found:
            return None
        return Advice(" ".join(t("consents.rule_line", law=one.text, plain=one.plain[language()]) for one in found))


def sharing_fields(services: Sequence[ServiceChoice]) -> tuple[Field, ...]:
    """To whom, what and when."""
    options = [(str(one.id), one.name) for one in services]
    return (
        Field("family_service_id", "consents.field.recipient", combo(lambda: options), need="required"),
        Field("shared_on", "consents.field.shared_on", past_date, need="required"),
        Field("what", "consents.field.shared_what", need="required", width="full"),
        Field("information", "consents.field.information", KindsEditor, width="full"),
    )


def decision_fields() -> tuple[Field, ...]:
    """Who tells whom what, on which rule, why, and what is best for the child."""
    return (
        Field("giver", "consents.field.giver", need="required"),
        Field("recipient", "consents.field.recipient", need="required"),
        Field("giver_sector", "consents.field.giver_sector", GiverEditor, need="required", width="full"),
        Field("what", "consents.field.decided_what", long_text(2), need="required", width="full"),
        Field("why_necessary", "consents.field.why_necessary", long_text(2), need="required", width="full"),
        Field("best_interests", "consents.field.best_interests", long_text(2), need="required", width="full"),
        Field("family_told", "consents.field.family_told", long_text(2), need="optional", width="full"),
        Field("decided_by", "consents.field.decided_by", need="required"),
        Field("decided_on", "consents.field.decided_on", past_date, need="required"),
    )
