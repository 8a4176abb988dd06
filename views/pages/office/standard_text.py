# SPDX-License-Identifier: MIT
"""One standard text: the municipality's own words over ours, taken into use by a press and back again by another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.office_texts import OfficeTextRow, office_text_versions
from models.values.refusal import Refusal, Refusals
from models.values.standard_text import StandardText
from models.work.write_office_text import ParagraphDraft, restore_paragraph, write_paragraph
from views.form.field import Field
from views.form.form import Form
from views.form.letter_text import letter_text
from views.pages.office.versions import Versions
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import BadgeKind, badge, button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.flow import flow
from views.workspace import Workspace


class StandardTextPart(QWidget):
    """What is typed is kept as half-typed until it is taken into use; the letter beside shows it meanwhile."""

    typed = Signal()
    # a sentence on what was done, and how it is taken back
    told = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._text: StandardText | None = None
        self._language = ""
        self._versions: tuple[OfficeTextRow, ...] = ()
        self._form: Form[ParagraphDraft] | None = None
        self._place = QVBoxLayout()
        self._head, self._also = QVBoxLayout(), label("", "caption", "muted", wrap=True)
        self._moved = Banner("warning", "")
        self._keep = button(t("office_texts.keep_ours"), "check", run=self._confirm)
        self._use = button(t("office_texts.use"), "check", "primary", self.use)
        self._back = button(t("office_texts.back"), "undo", "flat", self.back)
        self._shipped = label("", "body", wrap=True)
        self._shipped.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        ours = Card(t("office_texts.shipped"), kind="flat", icon_name="document")
        copy = button(t("office_texts.begin_with_shipped"), "copy", "flat", self._begin_with_shipped)
        ours.add(self._shipped, row(copy, None))
        self._older = Versions()
        self._older.wanted.connect(self._fetch)
        buttons = flow(self._use, self._back)
        parts = (self._head, self._moved, row(self._keep, None), self._place, buttons, self._also, ours, self._older)
        self.setLayout(column(*parts, None, gap=12, margins=(2, 2, 12, 2)))

    def show_text(self, text: StandardText, language: str, letters: Sequence[str]) -> None:
        """Show this text; `letters` are the titles of all it stands in."""
        another = self._text is None or (text.key, language) != (self._text.key, self._language)
        self._text, self._language = text, language
        self._versions = self._workspace.read(office_text_versions, text.key, language)
        own = self._own()
        clear(self._head)
        self._head.addWidget(flow(label(t(text.label), "subtitle"), badge(*whose(text.shipped, own))))
        if another or self._form is None:
            self._ask(text, language)
        assert self._form is not None
        self._form.set_value({"text": text.shipped if own is None else own.text})
        self._shipped.setText(text.shipped)
        self._back.setVisible(own is not None)
        moved = own is not None and own.shipped != text.shipped
        if moved:
            self._moved.say("warning", t("office_texts.shipped_changed"))
        self._moved.setVisible(moved)
        self._keep.setVisible(moved)
        self._also.setText(t("office_texts.also_in", letters=", ".join(letters)))
        self._also.setVisible(len(letters) > 1)
        self._older.show_versions(self._versions)

    def now(self) -> str:
        """What stands in the field."""
        return str(self._form.value()["text"]) if self._form is not None else ""

    def use(self) -> None:
        """Take what is typed into use in all letters."""
        draft = self._form.draft() if self._form is not None else None
        if draft is not None:
            self._attempt(lambda: self._write(draft.text), t("office_texts.used"))

    def back(self) -> None:
        """Back to our standard text, with one press; the municipality's own is kept among its versions."""
        if self._own() is not None:
            self._attempt(self._restore, t("office_texts.backed"))

    def _attempt(self, act: Callable[[], object], told: str) -> None:
        form, before = self._form, self._own()
        assert form is not None
        try:
            act()
        except (Refusal, Refusals) as refused:
            form.show_refusal(refused)
            return
        form.done()
        self.typed.emit()
        self.told.emit(told, self._restore if before is None else lambda: self._write(before.text))

    def _write(self, words: str) -> None:
        assert self._text is not None
        slot, shipped = (self._text.key, self._language), self._text.shipped
        self._workspace.do(write_paragraph, *slot, ParagraphDraft(text=words), shipped, self._seen())

    def _restore(self) -> None:
        assert self._text is not None
        slot = (self._text.key, self._language)
        self._workspace.do(restore_paragraph, *slot, self._text.shipped, self._seen())

    def _confirm(self) -> None:
        """The municipality's text stands, also beside our new one."""
        if (own := self._own()) is not None:
            self._attempt(lambda: self._write(own.text), t("office_texts.kept"))

    def _own(self) -> OfficeTextRow | None:
        newest = self._versions[0] if self._versions else None
        return newest if newest is not None and newest.in_use else None

    def _seen(self) -> int:
        return self._versions[0].number if self._versions else 0

    def _ask(self, text: StandardText, language: str) -> None:
        """A form of its own for each text, so that nothing half-typed goes with another."""
        clear(self._place)
        editor = letter_text(lambda: text.fields, lambda: language)
        fields = (Field("text", "office_texts.text", editor, hint="office_texts.text_hint", width="full"),)
        draft_id = f"office_text/{text.key}/{language}"
        self._form = Form(ParagraphDraft, fields, self._workspace, draft_id=draft_id, before="office_texts.before")
        self._form.changed.connect(lambda _: self.typed.emit())
        self._place.addWidget(self._form)

    def _begin_with_shipped(self) -> None:
        if self._text is not None:
            self._put(self._text.shipped)

    def _fetch(self, row: OfficeTextRow) -> None:
        self._put(row.text if row.in_use or self._text is None else self._text.shipped)

    def _put(self, words: str) -> None:
        """Into the field as if it were typed: it is kept, shown on paper, and in use only when somebody says so."""
        assert self._form is not None
        self._form.sheet.set_raw({"text": words})
        self._form.sheet.edited.emit("text")
        self._form.sheet.focus_field("text")


def mark(shipped: str, own: OfficeTextRow) -> tuple[str, BadgeKind]:
    """The same in a word, for a list."""
    return (t("office_texts.mark"), "accent") if own.shipped == shipped else (t("office_texts.mark_moved"), "warning")


def whose(shipped: str, own: OfficeTextRow | None) -> tuple[str, BadgeKind]:
    """The badge that says whose words stand in the letters now."""
    if own is None:
        return t("office_texts.ours"), "neutral"
    return (t("office_texts.own"), "accent") if own.shipped == shipped else (t("office_texts.moved"), "warning")
