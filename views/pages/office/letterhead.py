# SPDX-License-Identifier: MIT
"""The page «Kommunen og brevhodet»: name, arms, address, unit and who signs, with a letter beside."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.queries.letter_example import example_envelope
from models.queries.office import OfficeCard, office
from models.records.municipality import Municipality
from models.records.staff import Staff
from models.values.changes import ChangeSet
from models.values.letter import DeterminationLetter, Paper
from models.values.letterhead import sender_in
from models.values.trouble import Trouble
from models.work.set_up import MunicipalityDraft, edit_municipality
from views.form.form import Form
from views.letterpress import letterpress
from views.navigation import Navigator
from views.pages.office.fields import LANGUAGES, LATER, MUNICIPALITY
from views.pages.office.page import OfficePage
from views.pages.settings.machine import Machine
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, button, column, label, row
from views.widgets.chips import ChipGroup
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class LetterheadPage(OfficePage):
    """Every field is kept as it is left; the letter beside follows each key."""

    title = "municipality.title"
    help = "letterhead"

    def __init__(self, workspace: Workspace, navigator: Navigator, machine: Machine) -> None:
        super().__init__(workspace, navigator)
        self._machine = machine
        self._form = Form(
            MunicipalityDraft, MUNICIPALITY + LATER, workspace, draft_id="municipality", on_commit=self._keep, columns=2
        )
        self._form.changed.connect(self.proof.show_soon)
        self._examples: dict[str, DeterminationLetter] = {}
        self._wrong = Banner("danger", "", closable=True)
        self._arms = label("", "body", "muted", wrap=True)
        self._remove = button(t("municipality.arms_remove"), kind="flat", run=self._no_arms)
        self._language = ChipGroup(
            t("office_texts.language"), [(one, t(f"office_texts.seen_in.{one}")) for one in LANGUAGES], kind="segment"
        )
        self._language.chosen.connect(lambda: self.proof.show_at())
        words = boxed(column(self._wrong, self._arms_row(), self._form, None, gap=14, margins=(2, 2, 12, 2)))
        paper = column(row(self._language, None), self.proof, gap=8)
        self.lay_out(ScrollColumn(words), boxed(paper))
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Municipality, Staff)

    def reload(self) -> None:
        self._office: OfficeCard = self.workspace.read(office)
        self._examples.clear()
        self._form.set_value(self._office)
        self._arms.setText(t("settings.arms_set") if self._office.arms else t("municipality.arms_hint"))
        self._remove.setVisible(self._office.arms is not None)
        if self._language.value() is None:
            self._language.choose(self._office.language)
        self.proof.show_at()

    def first_focus(self) -> QWidget:
        return self._form.rows["name"].editor.target()

    def letter(self) -> Paper | None:
        """An avgjørelse, which has all a letter can have, on the paper as it is typed."""
        language = self._language.value() or LANGUAGES[0]
        example = self._examples.get(language) or self._example(language)
        self._examples[language] = example
        typed = MunicipalityDraft.model_construct(**self._kept() | self._form.value())  # type: ignore[arg-type]
        now = example.envelope.sender
        sender = replace(
            sender_in(typed, language),
            caseworker=now.caseworker,
            caseworker_title=now.caseworker_title,
            caseworker_phone=now.caseworker_phone,
        )
        signer = (sender.leader, sender.leader_title) if sender.leader else (now.caseworker, now.caseworker_title)
        envelope = replace(example.envelope, sender=sender)
        return replace(example, envelope=envelope, signer_name=signer[0], signer_title=signer[1])

    def _example(self, language: str) -> DeterminationLetter:
        workspace = self.workspace
        envelope = workspace.read(example_envelope, workspace.staff_id, workspace.now(), language)
        examples = (text.example for letter in letterpress().standard_letters(envelope) for text in letter.texts)
        return next(one for one in examples if isinstance(one, DeterminationLetter))

    def _arms_row(self) -> QHBoxLayout:
        choose = button(t("municipality.arms_choose"), "folder", run=self._choose_arms)
        line = row(label(t("municipality.arms"), "strong"), self._arms, choose, self._remove)
        line.setStretchFactor(self._arms, 1)
        return line

    def _kept(self) -> dict[str, object]:
        return {one: getattr(self._office, one) for one in MunicipalityDraft.model_fields}

    def _keep(self, name: str, value: object) -> None:
        self._keep_all({name: value})

    def _keep_all(self, changed: dict[str, object]) -> None:
        draft = MunicipalityDraft.model_validate(self._kept() | changed)
        self.workspace.do(edit_municipality, draft, self._office.version)

    def _choose_arms(self) -> None:
        try:
            found = self._machine.choose_arms(self)
        except Trouble as wrong:
            self._wrong.say("danger", said(wrong))
            return
        self._wrong.hide()
        if found is not None:
            self._keep_all({"arms": found})

    def _no_arms(self) -> None:
        before = self._office.arms
        self._keep_all({"arms": None})
        self.done.emit(t("settings.arms_removed"), lambda: self._keep_all({"arms": before}))
