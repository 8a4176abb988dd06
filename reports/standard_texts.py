# SPDX-License-Identifier: MIT
"""The standard texts a municipality may put its own words in the place of, letter by letter, where they stand."""

from models.values.letter import Envelope, Paper
from models.values.letter_fields import in_words
from models.values.standard_text import StandardLetter, StandardText
from reports.examples import examples
from reports.papers import COMPOSERS, title
from reports.parts import Section, field_values
from reports.texts import Told


def standard_letters(envelope: Envelope) -> tuple[StandardLetter, ...]:
    """Every letter once by its title; variants of it that say other things lie together."""
    found: dict[str, dict[str, StandardText]] = {}
    for paper in examples(envelope):
        known = found.setdefault(title(paper), {})
        for text in _texts(paper):
            known.setdefault(text.key, text)
    return tuple(StandardLetter(name, tuple(texts.values())) for name, texts in found.items())


def _texts(paper: Paper) -> tuple[StandardText, ...]:
    envelope = paper.envelope
    return tuple(
        StandardText(
            key=part.text.key,
            label=f"documents.section.{part.id}",
            shipped=in_words(part.text.pattern, envelope.language),
            fields=field_values(part, envelope),
            example=paper,
        )
        for part in COMPOSERS[type(paper)].parts(paper)
        if isinstance(part, Section) and isinstance(part.text, Told)
    )
