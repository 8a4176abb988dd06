# SPDX-License-Identifier: MIT
"""One letter the municipality has ready: what it is called, its title and text in one målform, and its versions."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.office_texts import OfficeTextRow, office_text_versions
from models.values.refusal import Refusal, Refusals
from models.work.write_office_text import TemplateDraft, offer_template, write_template
from views.form.choice_editors import choice
from views.form.editor import Around, Editor
from views.form.field import Field
from views.form.form import Form
from views.form.letter_text import letter_text
from views.pages.office.versions import Versions
from views.texts import t
from views.widgets.basics import button, clear, column, label
from views.widgets.flow import flow
from views.workspace import Workspace

ADDRESSEES = ("family", "other")
EMPTY = {"name": "", "title": "", "text": "", "addressee": ADDRESSEES[0]}


class OwnLetterPart(QWidget):
    """A new letter until it is taken into use; then each «Ta i bruk» is a new version."""

    typed = Signal()
    # the slot a letter was written under
    written = Signal(str)
    told = Signal(str, object)

    def __init__(self, workspace: Workspace, fields: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self._workspace, self._fields = workspace, fields
        self._slot, self._language = "", ""
        self._versions: tuple[OfficeTextRow, ...] = ()
        self._form: Form[TemplateDraft] | None = None
        self._title = label("", "subtitle")
        self._place = QVBoxLayout()
        use = button(t("office_texts.use"), "check", "primary", self.use)
        self._drop = button(t("own_letters.drop"), "bin", "flat", self.drop)
        self._lacks = label("", "caption", "muted", wrap=True)
        self._older = Versions()
        self._older.wanted.connect(self._fetch)
        parts = (self._title, self._lacks, self._place, flow(use, self._drop), self._older, None)
        self.setLayout(column(*parts, gap=12, margins=(2, 2, 12, 2)))

    def show_letter(self, slot: str, name: str, language: str) -> None:
        """Show what is ready under this slot in this målform; an empty slot is a new letter."""
        another = (slot, language) != (self._slot, self._language) or self._form is None
        self._slot, self._language = slot, language
        self._versions = self._workspace.read(office_text_versions, slot, language) if slot else ()
        if another:
            self._ask()
        assert self._form is not None
        newest = self._versions[0] if self._versions else None
        known = {one: getattr(newest, one) for one in EMPTY} if newest is not None else EMPTY | {"name": name}
        self._form.set_value(known)
        self._title.setText(name or t("own_letters.new"))
        self._lacks.setText(t("own_letters.lacks", language=t(f"documents.language.{language}").lower()))
        self._lacks.setVisible(bool(slot) and newest is None)
        self._drop.setVisible(bool(slot))
        self._older.show_versions(self._versions)

    def now(self) -> tuple[str, str]:
        """Title and text as they stand in the fields."""
        values = self._form.value() if self._form is not None else EMPTY
        return str(values["title"]), str(values["text"])

    def use(self) -> None:
        """Take it into use."""
        form = self._form
        draft = form.draft() if form is not None else None
        if form is None or draft is None:
            return
        seen = self._versions[0].number if self._versions else 0
        try:
            slot = self._workspace.do(write_template, self._slot, self._language, draft, seen)
        except (Refusal, Refusals) as refused:
            form.show_refusal(refused)
            return
        form.done()
        self.written.emit(slot)
        self.told.emit(t("own_letters.used", name=draft.name), None)

    def drop(self) -> None:
        """Offer it no longer; «Angre» offers it again."""
        slot, do = self._slot, self._workspace.do
        if slot:
            do(offer_template, slot, False)
            self.told.emit(t("own_letters.dropped"), lambda: do(offer_template, slot, True))

    def focus_first(self) -> None:
        """Where one begins to write."""
        if self._form is not None:
            self._form.sheet.focus_field("name")

    def _ask(self) -> None:
        """A form of its own for each letter and målform, so that nothing half-typed goes with another."""
        clear(self._place)
        language = self._language

        def text(least: int, most: int) -> Callable[[Around], Editor]:
            return letter_text(self._fields, lambda: language, least, most)

        fields = (
            Field("name", "own_letters.name", hint="own_letters.name_hint", need="required", width="full"),
            Field("addressee", "own_letters.addressee", choice(ADDRESSEES, "own_letters.addressee_of"), width="full"),
            Field("title", "own_letters.heading", text(1, 3), need="required", width="full"),
            Field("text", "own_letters.text", text(6, 18), "office_texts.text_hint", "required", "full"),
        )
        draft_id = f"own_letter/{self._slot or 'new'}/{language}"
        self._form = Form(TemplateDraft, fields, self._workspace, draft_id=draft_id, before="office_texts.before")
        self._form.changed.connect(lambda _: self.typed.emit())
        self._place.addWidget(self._form)

    def _fetch(self, row: OfficeTextRow) -> None:
        assert self._form is not None
        self._form.sheet.set_raw({name: getattr(row, name) for name in ("name", "title", "text")})
        self._form.sheet.edited.emit("text")
        self._form.sheet.focus_field("text")
