# SPDX-License-Identifier: MIT
"""One field as it stands on the page: label above, editor, and below it the hint, the reading or the error."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.form.choice_editors import CheckEditor
from views.form.editor import Around, Editor
from views.form.field import Field
from views.texts import t
from views.widgets.basics import label, set_tone
from views.widgets.labels import IconLabel


class FieldRow(QWidget):
    """Label, editor and one sentence below, of which an error is the strongest."""

    def __init__(self, field: Field, around: Around) -> None:
        super().__init__()
        self.field = field
        self.editor: Editor = field.editor(around)
        self.said = t(field.label)
        self._error = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if not isinstance(self.editor, CheckEditor):
            layout.addLayout(self._label())
        self.editor.name(self.said)
        layout.addWidget(self.editor)
        layout.addLayout(self._below())
        layout.addStretch(1)
        self.refresh()

    def error(self) -> str:
        """The sentence that says what is wrong."""
        return self._error

    def show_error(self, sentence: str) -> None:
        """Show what is wrong, or take it away."""
        self._error = sentence
        self.refresh()

    def refresh(self) -> None:
        """Show the strongest of error, advice and hint."""
        advice = self.editor.advice()
        hint = t(self.field.hint) if self.field.hint else ""
        sentence = self._error or (advice.text if advice else "") or hint
        warns = bool(advice and advice.warns and not self._error)
        self._icon.setVisible(bool(self._error) or warns)
        self._icon.show_icon("warning" if self._error else "info", "danger" if self._error else "muted")
        self._text.setText(sentence)
        self._text.setVisible(bool(sentence))
        set_tone(self._text, "danger" if self._error else "muted")
        spoken = [self._error, advice.text if advice else "", hint, self._need()]
        self.editor.describe(". ".join(part.rstrip(".") for part in spoken if part), bool(self._error))

    def _need(self) -> str:
        return t(f"form.need.{self.field.need}") if self.field.need else ""

    def _label(self) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        text = label(self.said, "strong", wrap=True)
        text.setBuddy(self.editor.target())
        layout.addWidget(text, 1)
        if need := self._need():
            layout.addWidget(label(need, "caption", "muted"), 0, Qt.AlignmentFlag.AlignBottom)
        return layout

    def _below(self) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(5)
        self._icon = IconLabel("warning", "danger", 15)
        self._text = label("", "caption", "muted", wrap=True)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        return layout
