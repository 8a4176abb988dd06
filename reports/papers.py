# SPDX-License-Identifier: MIT
"""Every paper about a family, from what it knows to what it says, and which of its texts a person may change."""

from models.values.letter import LetterSection, Paper
from models.values.letter_fields import FieldFault
from reports import consents, letters, meetings, sheets
from reports.blocks import Document
from reports.composer import Composer
from reports.parts import bind, open_texts, unfilled

COMPOSERS: dict[type, Composer] = {**letters.COMPOSERS, **sheets.COMPOSERS, **consents.COMPOSERS, **meetings.COMPOSERS}


def document(paper: Paper) -> Document:
    """What the paper says, ready to be set."""
    composer = COMPOSERS[type(paper)]
    return bind(paper.envelope, composer.title(paper), composer.parts(paper), composer.kind)


def title(paper: Paper) -> str:
    """The paper's title, in its own language and without names."""
    return COMPOSERS[type(paper)].title(paper)


def sections(paper: Paper) -> tuple[LetterSection, ...]:
    """The standard texts that may be changed before the paper is finished, in reading order."""
    return open_texts(paper.envelope, COMPOSERS[type(paper)].parts(paper))


def faults(paper: Paper) -> tuple[FieldFault, ...]:
    """The fields in its texts that cannot be filled in; a paper with any is not finished."""
    return unfilled(paper.envelope, COMPOSERS[type(paper)].parts(paper))
