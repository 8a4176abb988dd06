# SPDX-License-Identifier: MIT
"""Every paper about a family, from what it knows to what it says, and which of its texts a person may change."""

from collections.abc import Callable
from dataclasses import replace

from models.values.letter import LetterSection, Paper
from models.values.letter_fields import FieldFault
from reports import consents, letters, meetings, plans, sheets
from reports.blocks import Document, Kind
from reports.build import page_count
from reports.composer import ROOMS, Composer
from reports.parts import bind, open_texts, unfilled

COMPOSERS: dict[type, Composer] = {
    **letters.COMPOSERS,
    **sheets.COMPOSERS,
    **consents.COMPOSERS,
    **meetings.COMPOSERS,
    **plans.COMPOSERS,
}


def document(paper: Paper) -> Document:
    """What the paper says, ready to be set."""
    composer = COMPOSERS[type(paper)]
    if composer.shorter:
        return _one_page(composer, composer.shorter, paper)
    made = _bound(composer, paper)
    return _closer(made, composer.closer) if composer.closer else made


def _closer(made: Document, kind: Kind) -> Document:
    """On one page by a closer look where that is enough; what needs two has the room for its own look."""
    if page_count(made) == 1:
        return made
    close = replace(made, kind=kind)
    return close if page_count(close) == 1 else made


def _bound(composer: Composer, paper: Paper) -> Document:
    corner = composer.corner(paper) if composer.corner else None
    return bind(paper.envelope, composer.title(paper), composer.parts(paper), composer.kind, corner)


def _one_page(composer: Composer, shorter: Callable[[Paper, int], Paper], paper: Paper) -> Document:
    """The paper with as much in it as one page has room for."""
    best = _bound(composer, shorter(paper, 10 * ROOMS))
    if page_count(best) == 1:
        return best
    least, most = 0, ROOMS
    best = _bound(composer, shorter(paper, least))
    while least < most:
        middle = (least + most + 1) // 2
        made = _bound(composer, shorter(paper, middle))
        if page_count(made) == 1:
            least, best = middle, made
        else:
            most = middle - 1
    return best


def title(paper: Paper) -> str:
    """The paper's title, in its own language and without names."""
    return COMPOSERS[type(paper)].title(paper)


def sections(paper: Paper) -> tuple[LetterSection, ...]:
    """The standard texts that may be changed before the paper is finished, in reading order."""
    return open_texts(paper.envelope, COMPOSERS[type(paper)].parts(paper))


def faults(paper: Paper) -> tuple[FieldFault, ...]:
    """The fields in its texts that cannot be filled in; a paper with any is not finished."""
    return unfilled(paper.envelope, COMPOSERS[type(paper)].parts(paper))
