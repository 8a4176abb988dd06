# SPDX-License-Identifier: MIT
"""The answers to a consent as forms: it is given, refused or withdrawn, and a new question comes of an old one."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel

from models.queries.child_views import ChildViewRow
from models.queries.consent_signers import Proposal
from models.queries.consents import ConsentRow
from models.records.child_view import Heard
from models.records.consent import ConsentForm
from models.values.date_words import short_date
from models.work.consents import (
    GivenDraft,
    RefusedDraft,
    RenewedDraft,
    WithdrawnDraft,
    give_consent,
    refuse_consent,
    renew_consent,
    withdraw_consent,
)
from views.discreet import shown
from views.form.choice_editors import choice, combo
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field
from views.form.text_editors import long_text
from views.pages.consents.signers_editor import SignersEditor
from views.pages.family.undoing import undone
from views.pages.right.around import Around, Undo
from views.pages.right.submit_card import SubmitCard
from views.texts import t

Draft = TypeVar("Draft", bound=BaseModel)
Answer = SubmitCard[GivenDraft] | SubmitCard[RefusedDraft] | SubmitCard[WithdrawnDraft] | SubmitCard[RenewedDraft]


def give(around: Around, row: ConsentRow, proposal: Proposal, views: Sequence[ChildViewRow]) -> SubmitCard[GivenDraft]:
    """A yes: how, when and by whom."""

    def oral(values: Mapping[str, object]) -> bool:
        return values["form"] == ConsentForm.ORAL

    heard = [
        (
            str(one.id),
            " · ".join(filter(None, (shown(one.child), short_date(one.heard_on) if one.heard_on else ""))),
        )
        for one in views
        if one.heard is not Heard.ASKED and row.child_id in (None, one.child_id)
    ]
    fields = (
        Field("form", "consents.field.form", choice(ConsentForm, "consents.form"), width="full"),
        Field("given_on", "consents.field.given_on", past_date, need="required"),
        Field("received_by", "consents.field.received_by", when=oral),
        Field("signed", "consents.field.signed", lambda at: SignersEditor(at, proposal), width="full"),
        Field(
            "signers_reason",
            "consents.field.signers_reason",
            long_text(2, 4),
            hint="consents.field.signers_reason_hint",
            need="optional",
            width="full",
        ),
        *([Field("view_id", "consents.field.view", combo(lambda: heard), need="optional")] if heard else []),
    )
    card = _card(around, row, "give", GivenDraft, fields, give_consent)
    start = {"form": row.form, "given_on": around.workspace.today(), "signed": "proposed"}
    card.form.set_value({**start, "view_id": heard[0][0] if heard else None})
    return card


def refuse(around: Around, row: ConsentRow) -> SubmitCard[RefusedDraft]:
    """A no: the day, and nothing more than one wants to note."""
    fields = (
        Field("refused_on", "consents.field.refused_on", past_date, need="required"),
        Field("note", "consents.field.note", long_text(2, 4), need="optional", width="full"),
    )
    card = _card(around, row, "refuse", RefusedDraft, fields, refuse_consent)
    card.form.set_value({"refused_on": around.workspace.today(), "note": row.note})
    return card


def withdraw(around: Around, row: ConsentRow) -> SubmitCard[WithdrawnDraft]:
    """One act: who, how, and from which day."""
    fields = (
        Field("withdrawn_by", "consents.field.withdrawn_by", need="required"),
        Field("withdrawn_on", "consents.field.withdrawn_on", past_date, need="required"),
        Field("withdrawn_how", "consents.field.withdrawn_how", need="optional"),
    )
    card = _card(around, row, "withdraw", WithdrawnDraft, fields, withdraw_consent)
    by = row.signers[0].name if row.signers else ""
    card.form.set_value({"withdrawn_on": around.workspace.today(), "withdrawn_by": by})
    return card


def renew(around: Around, row: ConsentRow, made: Callable[[object], object]) -> SubmitCard[RenewedDraft]:
    """A new question with the same words, for somebody to answer."""
    fields = (
        Field("asked_on", "consents.field.asked_on", past_date, need="required"),
        Field("expires_on", "consents.field.expires_on", DateEditor, hint="consents.field.expires_hint"),
    )

    def send(draft: RenewedDraft) -> Undo:
        made(around.workspace.do(renew_consent, row.id, draft))
        return undone(around.workspace, around.family_id)

    card = SubmitCard(around, f"renew_consent/{row.id}", texts("renew"), RenewedDraft, fields, send)
    card.form.set_value({"asked_on": around.workspace.today()})
    return card


def _card(
    around: Around,
    row: ConsentRow,
    name: str,
    draft: type[Draft],
    fields: Sequence[Field],
    work: Callable[..., object],
) -> SubmitCard[Draft]:
    def send(typed: Draft) -> Undo:
        around.workspace.do(work, row.id, typed)
        return undone(around.workspace, around.family_id)

    return SubmitCard(around, f"{name}_consent/{row.id}", texts(name), draft, fields, send, name != "refuse")


def texts(name: str) -> tuple[str, str, str]:
    """Title, verb and what is told, as they stand together in the catalogue."""
    return t(f"consents.{name}.title"), t(f"consents.{name}.verb"), t(f"consents.{name}.done")
