# SPDX-License-Identifier: MIT
"""Text of a letter with fields in it: what is wrong with a field, and how the text reads, as quiet sentences."""

from collections.abc import Callable, Mapping

from models.rules.plain_language import Reading, reading_of, words
from models.values.letter_fields import field_faults, offered
from views.form.editor import Advice, Around, Editor
from views.form.field_completion import FieldCompletion
from views.form.text_editors import LongTextEditor
from views.refused import said
from views.texts import t

# More than this is no help any longer.
MOST_SAID, MOST_FAULTS = 3, 10
BEGINNING = 40


def fault_lines(text: str, fields: Mapping[str, str], language: str) -> list[str]:
    """A sentence for each field that cannot be filled in, the first few."""
    return [said(fault.refusal()) for fault in field_faults(text, fields, language)[:MOST_FAULTS]]


def plain_lines(reading: Reading) -> list[str]:
    """The long sentences and the heavy words of a text, the first few of each."""
    long = [
        t("plain_language.long", n=len(words(one)), start=_start(one)) for one in reading.long_sentences[:MOST_SAID]
    ]
    heavy = [t("plain_language.heavy", word=one.word, plainer=one.plainer) for one in reading.heavy[:MOST_SAID]]
    return long + heavy


def ease_line(reading: Reading) -> str:
    """The LIX number with a word for it; nothing for a few words."""
    return t(f"plain_language.ease.{reading.ease}", lix=reading.lix) if reading.ease else ""


def _start(sentence: str) -> str:
    return sentence if len(sentence) <= BEGINNING else sentence[:BEGINNING].rsplit(" ", 1)[0] + " …"


class LetterTextEditor(LongTextEditor):
    """Running text for letters: fields are offered after «{», and a wrong one keeps it from being taken into use."""

    def __init__(
        self,
        around: Around,
        fields: Callable[[], Mapping[str, str]],
        language: Callable[[], str],
        least: int,
        most: int,
    ) -> None:
        super().__init__(around, least, most)
        self._fields, self._language = fields, language
        self._completion = FieldCompletion(self.box, lambda typed: offered(typed, _filled(fields()), language()))

    def unreadable(self) -> str:
        return " ".join(fault_lines(self.box.toPlainText(), self._fields(), self._language()))

    def advice(self) -> Advice | None:
        text = self.box.toPlainText()
        faults = [] if self._completion.open() else fault_lines(text, self._fields(), self._language())
        if faults:
            return Advice("\n".join(faults), warns=True)
        reading = reading_of(text, self._language())
        lines = [*plain_lines(reading), *filter(None, (ease_line(reading),))]
        return Advice("\n".join(lines)) if lines else None


def letter_text(
    fields: Callable[[], Mapping[str, str]], language: Callable[[], str], least: int = 5, most: int = 18
) -> Callable[[Around], Editor]:
    """Text with these fields, in the language the letter is in."""
    return lambda around: LetterTextEditor(around, fields, language, least, most)


def _filled(fields: Mapping[str, str]) -> list[str]:
    return [id for id, value in fields.items() if value]
