# SPDX-License-Identifier: MIT
"""From a document's blocks to the bytes of a file that lasts and that everyone can read."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from reports import blocks
from reports.drawn import Drawing
from reports.flow.drawings import drawing
from reports.flow.forms import blanks, ticks
from reports.flow.furniture import Furniture
from reports.flow.prose import heading, list_block, paragraph, quote, redacted
from reports.flow.strips import Placed, Strip, pages, paint_page
from reports.flow.tables import facts, table
from reports.flow.things import figure, signature, signatures, stay_together, stay_with
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.structure import Element
from reports.style import CLOSE_NOTICE, EASY, FORM, HEIGHT, LETTER, MM, NOTICE, PAGE, PLAN, POSTER, Look
from reports.text import one_line, standing

_LOOKS = {
    "letter": LETTER,
    "notice": NOTICE,
    "close_notice": CLOSE_NOTICE,
    "form": FORM,
    "easy": EASY,
    "page": PAGE,
    "poster": POSTER,
}
_MAKERS: dict[type, Callable[[Any, Look, Element], list[Strip]]] = {
    blocks.Heading: heading,
    blocks.Paragraph: paragraph,
    blocks.ListBlock: list_block,
    blocks.Facts: facts,
    blocks.Table: table,
    blocks.Ticks: ticks,
    blocks.Blanks: blanks,
    blocks.Quote: quote,
    blocks.Redacted: redacted,
    blocks.Figure: figure,
    Drawing: drawing,
    blocks.Signature: signature,
    blocks.Signatures: signatures,
}
# What a paragraph may introduce: it is not parted from the words before it.
_INTRODUCED = (blocks.Table, blocks.ListBlock, blocks.Facts, blocks.Ticks, blocks.Blanks)


def render(document: blocks.Document) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1; the same document always gives the same bytes.

    Raises UnprintableText for a letter that the fonts lack, TextTooLong for what has no room in the head or foot of the
    page, and Trouble for a picture that can not be read.
    """
    document = _with_title(document)
    _check_levels(document)
    canvas = TaggedCanvas(
        title=one_line(document.title) or one_line(document.letterhead.municipality) or "–",
        author=one_line(document.author or document.letterhead.municipality),
        language={"nb": "nb-NO", "nn": "nn-NO"}.get(document.language, document.language),
        made_at=document.made_at,
    )
    furniture, laid = _laid(document, canvas.root)
    for number, placed in enumerate(laid, 1):
        furniture.paint(canvas, number, len(laid))
        paint_page(canvas, placed, furniture.look.left)
        canvas.next_page()
    return canvas.finished()


def page_count(document: blocks.Document) -> int:
    """How many pages the document fills, without painting it."""
    return len(_laid(_with_title(document), Element("Document"))[1])


def _laid(document: blocks.Document, root: Element) -> tuple[Furniture, list[list[Placed]]]:
    look = _LOOKS.get(document.kind, PLAN)
    furniture = Furniture(document, look, root)
    return furniture, pages(_strips(document, look, root), HEIGHT - look.head, furniture.first_top(), look.foot)


def _strips(document: blocks.Document, look: Look, root: Element) -> list[Strip]:
    strips: list[Strip] = []
    break_next = introduced = whole = False
    air, heading_above = 0.0, ""
    for block in document.blocks:
        if isinstance(block, blocks.PageBreak):
            break_next = bool(strips)
            continue
        if isinstance(block, blocks.Space):
            air += block.height * MM
            continue
        if isinstance(block, blocks.Signature | blocks.Signatures):
            stay_with(strips)
        if isinstance(block, _INTRODUCED) and introduced:
            stay_with(strips)
        introduced = isinstance(block, blocks.Paragraph)
        if isinstance(block, blocks.Heading):
            heading_above = ""
        with standing("under" if heading_above else "text", heading_above):
            made = _MAKERS[type(block)](block, look, root)
        if isinstance(block, blocks.Heading):
            heading_above, whole = one_line(block.text), block.whole
        elif whole:
            stay_together(strips[-1:] + made[:-1])
        if made:
            made[0].before += air
            made[0].new_page, break_next, air = break_next, False, 0.0
        strips += made
    return strips


def _with_title(document: blocks.Document) -> blocks.Document:
    """Give a document without a title heading its title."""
    if any(isinstance(block, blocks.Heading) and block.level == 1 for block in document.blocks):
        return document
    return replace(document, blocks=(blocks.Heading(document.title or "–", 1), *document.blocks))


def _check_levels(document: blocks.Document) -> None:
    """Headings begin with the title and skip no level: screen readers travel by them."""
    levels = [
        2 if isinstance(block, blocks.Quote) else block.level
        for block in document.blocks
        if isinstance(block, blocks.Heading | blocks.Quote)
    ]
    if levels[0] != 1 or levels.count(1) > 1:
        raise ValueError("a document has one heading of level 1, and it comes first")
    for upper, lower in pairwise(levels):
        if lower > upper + 1:
            raise ValueError(f"a heading of level {lower} stands under one of level {upper}")
