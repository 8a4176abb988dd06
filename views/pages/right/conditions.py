# SPDX-License-Identifier: MIT
"""The five conditions: met, not met or unclear, with facts and judgement, and plain help with the law beside (R14)."""

from PySide6.QtWidgets import QWidget

from models.queries.right_picture import ConditionRow, RightPicture
from models.records.assessment import Finding
from models.work.assess import AnswerDraft, answer_condition
from views.form.choice_editors import ChoiceEditor
from views.form.editor import Around as EditorAround
from views.form.field import Field
from views.form.text_editors import long_text
from views.pages.right.around import Around, KeptForm
from views.texts import language, t
from views.widgets.basics import column, label, row
from views.widgets.card import Card

KEYS = {"J": "met", "N": "not_met", "U": "unclear"}
FIELDS = (
    Field("facts", "right.condition.facts", long_text(2)),
    Field("judgement", "right.condition.judgement", long_text(2)),
)


class ConditionCard(Card):
    """One condition; the letters J, N and U answer while the choice has the focus."""

    def __init__(self, around: Around, number: int, condition: ConditionRow) -> None:
        super().__init__(gap=6)
        self._around, self.condition = around, condition.condition
        self._before = condition.finding
        title = t("right.condition.numbered", n=number, title=condition.title)
        self.setAccessibleName(title)
        options = [(value, t(f"right.finding.{value}")) for value in KEYS.values()]
        self.finding = ChoiceEditor(EditorAround(around.workspace.today, language()), options, KEYS)
        self.finding.name(t("right.condition.spoken", title=condition.title))
        self.finding.edited.connect(self._answered)
        head = label(title, "strong", wrap=True)
        head.setBuddy(self.finding.target())
        self.form = KeptForm(
            around, AnswerDraft, FIELDS, self._save, around.draft_id(f"condition_{condition.condition}"), columns=2
        )
        words = " ".join((condition.help, *condition.reminders))
        law = label(_law(condition), "caption", "muted", wrap=True)
        for name, row_ in self.form.rows.items():
            row_.editor.name(t(f"right.condition.{name}_spoken", title=condition.title))
        line = row(head, self.finding, gap=12)
        line.setStretchFactor(head, 1)
        self.add(line, column(label(words, "body", "muted", wrap=True), law, gap=2), self.form)

    def show_condition(self, condition: ConditionRow) -> None:
        """Show what is found so far."""
        self._before = condition.finding
        self.finding.set_value(condition.finding)
        self.form.show_row(condition)

    def _answered(self) -> None:
        value, before = self.finding.value(), self._before
        if value is None:
            return
        self._save(AnswerDraft(finding=Finding(str(value))))
        if before not in (Finding.OPEN, value):
            told = t("right.condition.changed", answer=t(f"right.finding.{value}"))
            self._around.tell(told, lambda: self._save(AnswerDraft(finding=before)))

    def _save(self, draft: AnswerDraft) -> None:
        self._around.workspace.do(answer_condition, self._around.family_id, self.condition, draft)


def _law(condition: ConditionRow) -> str:
    named = ", ".join(law.text for law in condition.law)
    return t("right.condition.law", law=named, day=condition.checked_on)


class ConditionCards(QWidget):
    """All five, one after the other, and how many are answered."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._count = label("", "body", "muted")
        heading = row(label(t("right.condition.title"), "subtitle"), self._count, None, gap=10)
        self.setAccessibleName(t("right.condition.title"))
        reminder = label(t("right.condition.reminder"), "body", "muted", wrap=True)
        self._column = column(heading, reminder, gap=10)
        self.setLayout(self._column)
        self.cards: dict[str, ConditionCard] = {}

    def show_picture(self, picture: RightPicture) -> None:
        """Show the answers; the cards are made once."""
        if not self.cards:
            for number, condition in enumerate(picture.conditions, 1):
                card = ConditionCard(self._around, number, condition)
                self.cards[condition.condition] = card
                self._column.addWidget(card)
        for condition in picture.conditions:
            self.cards[condition.condition].show_condition(condition)
        answered = sum(condition.finding is not Finding.OPEN for condition in picture.conditions)
        self._count.setText(t("right.condition.answered", n=answered, of=len(picture.conditions)))
