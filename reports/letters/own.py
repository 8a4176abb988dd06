# SPDX-License-Identifier: MIT
"""A letter the office writes itself: a title, a text, and who signs."""

from collections.abc import Iterator

from models.values.own_letter import HEADING, TEXT, OwnLetter
from reports.blocks import Heading
from reports.parts import Part, Section, signature, speaker, written
from reports.text import one_line


def title(letter: OwnLetter) -> str:
    """The title as it was written, filled in; a letter without one is called a letter."""
    return _said(letter) or speaker(letter.envelope.language)("letters_own.title")


def parts(letter: OwnLetter) -> Iterator[Part]:
    """What the person wrote, and nothing else but the signature."""
    say = speaker(letter.envelope.language)
    yield _heading(letter)
    if not _said(letter):
        yield Heading(title(letter), 1)
    yield Section("text", say(TEXT), hint="documents.hint.own_text")
    yield signature(say, letter.signer_name, letter.signer_title)


def _heading(letter: OwnLetter) -> Section:
    return Section("title", speaker(letter.envelope.language)(HEADING), role="title")


def _said(letter: OwnLetter) -> str:
    return one_line(written(_heading(letter), letter.envelope))
