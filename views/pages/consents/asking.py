# SPDX-License-Identifier: MIT
"""A new question, or one that waits and is mended: what for, to whom, of what, and who will have to sign."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from models.queries.child_views import child_views_of
from models.queries.consent_signers import proposed_signers
from models.queries.consents import ConsentRow
from models.records.child_view import Heard
from models.records.consent import ConsentKind, Track
from models.values.refusal import Refusal, Refusals
from models.work.consent_scopes import ConsentDraft
from models.work.consents import ask_consent, edit_consent
from views.discreet import shown
from views.form.choice_editors import ChoiceEditor, choice
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field, Need
from views.form.form import Form
from views.form.text_editors import long_text
from views.pages.consents.scope_editor import ScopeEditor, ServiceChoice
from views.pages.consents.signers_editor import why_line, why_of
from views.pages.family.undoing import undone
from views.pages.right.around import Around
from views.texts import t
from views.widgets.basics import button, column, for_reading, label, row
from views.widgets.card import Card
from views.widgets.labels import IconLabel
from views.widgets.scroll import TallContent

BESIDE = 1000
SIDE = 320


@dataclass(frozen=True, slots=True)
class About:
    """The children and services of the family that a question can be about, and the end most consents have."""

    children: tuple[tuple[UUID, str], ...]
    services: tuple[ServiceChoice, ...]
    until: date | None = None


class AskingPart(TallContent):
    """The form, and beside it who must sign and what the child has said."""

    left = Signal()
    # the consent that was asked for or mended
    kept = Signal(object)

    def __init__(self, around: Around, about: About, mends: ConsentRow | None = None, service: str = "") -> None:
        super().__init__()
        self._around, self.mends = around, mends
        name = f"consent/{mends.id}" if mends else f"new_consent/{around.family_id}"
        self.form: Form[ConsentDraft] = Form(
            ConsentDraft, fields(about), around.workspace, draft_id=name, before="consents.before_asking"
        )
        self.form.set_value(_filled(mends) if mends else _fresh(around, about, service))
        self._signers = Card(t("consents.must_sign"), icon_name="pen", gap=10)
        self._views = Card(t("consents.child_says"), icon_name="talk")
        side = column(self._signers, self._views, None, gap=14)
        self._side = QWidget()
        self._side.setLayout(side)
        verb = t("consents.save_question" if mends else "consents.ask")
        self.save = button(verb, "check", "primary", self.submit)
        back = for_reading(button(t("consents.back"), kind="flat", run=self.left.emit))
        main = column(self.form, row(self.save, back, None), None, gap=14)
        self._across = row(main, self._side, gap=20)
        self._across.setStretchFactor(main, 1)
        heading = label(t("consents.mend_title" if mends else "consents.ask_title"), "subtitle")
        told = label(t("consents.ask_hint"), "body", "muted", wrap=True)
        self.setLayout(column(column(heading, told, gap=4), self._across, gap=12, margins=(2, 2, 10, 8)))
        self.form.changed.connect(self._changed)
        self._show_side()

    def compact(self, narrow: bool) -> None:
        """Below each other where the window is narrow."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(direction)
        self._side.setMinimumWidth(0 if narrow else SIDE)
        self._side.setMaximumWidth(16_777_215 if narrow else SIDE)

    def submit(self) -> None:
        """Ask, or keep what was mended."""
        draft = self.form.draft()
        if draft is None:
            return
        do, family_id = self._around.workspace.do, self._around.family_id
        try:
            id = do(edit_consent, self.mends.id, draft) if self.mends else do(ask_consent, family_id, draft)
        except (Refusal, Refusals) as refused:
            self.form.show_refusal(refused)
            return
        self.form.done()
        self._around.tell(
            t("consents.question_saved" if self.mends else "consents.asked"), undone(self._around.workspace, family_id)
        )
        self.kept.emit(id)

    def _changed(self, name: str) -> None:
        if name in ("kind", "track", "child_id"):
            self._show_side()

    def _show_side(self) -> None:
        values = self.form.value()
        child = UUID(str(of)) if (of := values.get("child_id")) else None
        kind = values["kind"]
        self._signers.empty()
        if kind:
            self._show_signers(ConsentKind(str(kind)), Track(str(values["track"] or Track.GENERAL)), child)
        else:
            self._signers.add(label(t("consents.choose_kind_first"), "body", "muted", wrap=True))
        self._show_views(child)

    def _show_signers(self, kind: ConsentKind, track: Track, child: UUID | None) -> None:
        around = self._around
        asked = (kind, track, child, around.workspace.today())
        found = around.workspace.read(proposed_signers, around.family_id, *asked)
        for one in found.signers:
            capacity = t(f"letters_consent.capacity_of.{one.capacity}")
            said = t("consents.signer", name=shown(one.name), capacity=capacity) if one.name else capacity
            self._signers.add(
                column(label(said, "strong", wrap=True), label(why_of(one), "caption", "muted", wrap=True), gap=2)
            )
        for remark, law in found.remarks:
            warns = remark.level == "warning"
            icon = IconLabel("warning" if warns else "info", "warning" if warns else "muted", 16)
            said = why_line(t(remark.key, **remark.values), law)
            line = row(icon, label(said, "caption", "" if warns else "muted", wrap=True), gap=6)
            line.setStretch(1, 1)
            self._signers.add(line)

    def _show_views(self, child: UUID | None) -> None:
        self._views.empty()
        read = self._around.workspace.read(child_views_of, self._around.family_id, child)
        heard = [one for one in read if one.heard is not Heard.ASKED]
        if not heard:
            self._views.add(label(t("consents.child_not_asked"), "body", "muted", wrap=True))
        else:
            self._views.add(label(heard[0].words or heard[0].not_heard_reason, "body", wrap=True))
        go = self._around.navigator.open
        family = str(self._around.family_id)
        open_views: Callable[[], object] = lambda: go("family", id=family, tab="consents", part="views")  # noqa: E731
        self._views.add(row(for_reading(button(t("consents.to_views"), kind="flat", run=open_views)), None))


def fields(about: About) -> tuple[Field, ...]:
    """In the order one talks of it: what, for whom, to whom, why, and until when."""

    def to_services(values: Mapping[str, object]) -> bool:
        return values["kind"] not in (None, ConsentKind.CHILD_COORDINATOR)

    def sharing(values: Mapping[str, object]) -> bool:
        return values["kind"] == ConsentKind.SHARING

    children = [(str(id), shown(name)) for id, name in about.children]
    which = Field("child_id", "consents.field.child", lambda around: ChoiceEditor(around, children), width="full")
    scopes = partial(ScopeEditor, services=about.services)
    rules = choice(Track, "consents.track")
    hint = "consents.field.track_hint"
    return (
        Field("kind", "consents.field.kind", choice(ConsentKind, "consents.kind"), width="full", need="required"),
        *((which,) if children else ()),
        Field("track", "consents.field.track", rules, hint, width="full", when=to_services),
        Field("scopes", "consents.field.scopes", scopes, width="full", when=to_services),
        Field("from_services", "consents.field.from_services", long_text(2, 4), width="full", when=sharing),
        _text("purpose", need=""),
        _text("consequences"),
        _text("exceptions"),
        Field("language", "consents.field.language", need="optional", width="full"),
        Field("asked_on", "consents.field.asked_on", past_date),
        Field("expires_on", "consents.field.expires_on", DateEditor, hint="consents.field.expires_hint"),
        Field("note", "consents.field.note", long_text(2, 6), need="optional", width="full"),
    )


def _text(name: str, need: Need = "optional") -> Field:
    words = f"consents.field.{name}"
    return Field(name, words, long_text(2, 6), f"{words}_hint", need, "full")


def _fresh(around: Around, about: About, service: str) -> dict[str, object]:
    child = str(about.children[0][0]) if about.children else None
    scopes = [{"family_service_id": service}] if service else []
    kind = ConsentKind.SHARING if service else None
    today = around.workspace.today()
    about_what = {"child_id": child, "track": "general", "kind": kind, "scopes": scopes}
    return {"asked_on": today, "expires_on": about.until, **about_what}


def _filled(row: ConsentRow) -> dict[str, object]:
    names = ("kind", "track", "from_services", "purpose", "consequences", "exceptions", "language")
    found = {name: getattr(row, name) for name in (*names, "asked_on", "expires_on", "note")}
    found["child_id"] = str(row.child_id) if row.child_id else None
    scopes = [
        {
            "family_service_id": one.family_service_id,
            "information": [kind.value for kind in one.information],
            "expires_on": one.own_end,
        }
        for one in row.scopes
    ]
    return {**found, "scopes": scopes}
