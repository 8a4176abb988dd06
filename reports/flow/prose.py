# SPDX-License-Identifier: MIT
"""Headings, paragraphs, lists and words set apart, as strips."""

from collections.abc import Sequence
from dataclasses import replace

from models.values.typed import says_something
from reports.blocks import Heading, ListBlock, Paragraph, Quote, Redacted, Run, Words
from reports.flow.lines import Line, Link, Stretch, broken
from reports.flow.strips import Glue, Ground, Strip
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.structure import Artifact, Element
from reports.style import (
    AMBER,
    MUTE,
    PALE,
    QUOTE_BY,
    REDACTED,
    SAND,
    TEAL,
    Look,
    Type,
)
from reports.text import clean, one_line, paragraphs

_LINKS = ("https://", "http://", "mailto:", "tel:")
# What a link says of itself where the pointer rests on it.
_SAID_OF_LINK = 200
_INDENT = 15.0
# A list of up to so many points would rather stand on one page.
_SHORT_LIST = 6
_PAD = 11.0


def stretches(words: Words, kind: Type, owner: Element) -> list[Stretch]:
    """The words as stretches; what is in a link or another language gets an element of its own."""
    if isinstance(words, str):
        return [Stretch(clean(words), kind, owner)]
    return [_stretch(run, kind, owner) for run in words if run.text]


def _stretch(run: Run, kind: Type, owner: Element) -> Stretch:
    text = clean(run.text)
    if run.bold:
        kind = replace(kind, weight="SemiBold")
    if run.language:
        owner = Element("Span", owner, language=run.language)
    if run.link.startswith(_LINKS) and says_something(text):
        link = Link(Element("Link", owner), run.link, text[:_SAID_OF_LINK])
        return Stretch(text, replace(kind, colour=TEAL), link.element, link)
    return Stretch(text, kind, owner)


def base_line(kind: Type) -> float:
    """How far below the top of a line its words stand."""
    return (kind.leading - kind.size) / 2 + kind.size * 0.8


def line_strips(lines: Sequence[Line], kind: Type, indent: float = 0, ground: Ground | None = None) -> list[Strip]:
    """A strip for each line; the first two and the last two stay together."""
    strips = [_line_strip(line, kind, indent, ground) for line in lines]
    strips[0].before, strips[-1].after = kind.before, kind.after
    if len(strips) > 1:
        strips[0].glue = strips[-2].glue = Glue.NEEDS
    return strips


def _line_strip(line: Line, kind: Type, indent: float, ground: Ground | None) -> Strip:
    down = base_line(kind)

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        line.paint(canvas, x + indent, y - down, owner)

    return Strip(kind.leading, paint, ground=ground)


def heading(block: Heading, look: Look, parent: Element) -> list[Strip]:
    """A heading, which never stands last on a page."""
    kind = {1: look.title, 2: look.heading, 3: look.subheading}[block.level]
    text = one_line(block.text)
    element = Element(f"H{block.level}", parent, language=block.language)
    strips = line_strips(broken([Stretch(text, kind, element)], look.measure), kind)
    for strip in strips:
        strip.glue = Glue.NEEDS
    _bookmark(strips[0], text, block.level)
    return strips


def _bookmark(strip: Strip, text: str, level: int) -> None:
    """Let the reader's table of contents lead to this strip."""
    words = strip.paint

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        canvas.mark(text, level, y + 6)
        words(canvas, x, y, owner)

    strip.paint = paint


def paragraph(block: Paragraph, look: Look, parent: Element) -> list[Strip]:
    """Running text; blank lines in what people have written begin new paragraphs."""
    kind = {"body": look.body, "lead": look.lead, "note": look.note, "subtitle": look.subtitle}[block.role]
    strips: list[Strip] = []
    for words in _parted(block.words):
        element = Element("P", parent, language=block.language)
        strips += line_strips(broken(stretches(words, kind, element), look.measure), kind)
    return strips


def _parted(words: Words) -> list[Words]:
    if not isinstance(words, str):
        return [words] if any(run.text.strip() for run in words) else []
    return list(paragraphs(clean(words)))


def list_block(block: ListBlock, look: Look, parent: Element) -> list[Strip]:
    """A list, which breaks over pages only if it is long."""
    numbering = "/Decimal" if block.ordered else "/Disc"
    whole = Element("L", parent, attributes={"List.ListNumbering": numbering})
    kind = replace(look.body, after=look.between_points)
    strips: list[Strip] = []
    for number, words in enumerate(block.items, 1):
        item = Element("LI", whole)
        label = Stretch(f"{number}." if block.ordered else "•", kind, Element("Lbl", item))
        lines = broken(stretches(words, kind, Element("LBody", item)), look.measure - _INDENT)
        point = line_strips(lines, kind, _INDENT)
        point[0] = _labelled(point[0], label, kind)
        strips += point
    if len(block.items) <= _SHORT_LIST:
        for strip in strips[:-1]:
            strip.glue = strip.glue or Glue.LIKES
    if strips:
        strips[-1].after = look.body.after
    return strips


def _labelled(strip: Strip, label: Stretch, kind: Type) -> Strip:
    body, down = strip.paint, base_line(kind)

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        canvas.say(x + 1, y - down, label.text, label.type, owner or label.owner)
        body(canvas, x, y, owner)

    return replace(strip, paint=paint)


def quote(block: Quote, look: Look, parent: Element) -> list[Strip]:
    """Somebody's own words on a tint, under a small heading."""
    ground = Ground(SAND, AMBER, look.measure)
    section = Element("Sect", parent)

    def said(text: str, kind: Type, owner: Element) -> list[Strip]:
        lines = broken([Stretch(text, kind, owner)], look.measure - 2 * _PAD - 5)
        return _inside(line_strips(lines, kind, _PAD + 5), ground)

    strips = [_air(_PAD, ground), *said(one_line(block.title), look.quote_title, Element("H2", section))]
    _bookmark(strips[1], one_line(block.title), 2)
    body = Element("BlockQuote", section, language=block.language)
    for part in paragraphs(clean(block.words)):
        strips += [*said(part, look.quote, Element("P", body)), _air(3, ground)]
    if block.said_by:
        by = said(clean(block.said_by), QUOTE_BY, Element("P", section))
        strips[-2].glue = strips[-1].glue = Glue.NEEDS
        strips += by
    for part in paragraphs(clean(block.more)):
        strips += [_air(3, ground), *said(part, look.body, Element("P", section))]
    strips += [_air(_PAD - 3, ground)]
    strips[0].glue = strips[1].glue = strips[-2].glue = Glue.NEEDS
    strips[0].before, strips[-1].after = 12, 8
    return strips


def redacted(block: Redacted, look: Look, parent: Element) -> list[Strip]:
    """A grey place that says why something is left out."""
    ground = Ground(PALE, MUTE, look.measure)
    words = Stretch(clean(block.reason), REDACTED, Element("P", parent))
    lines = broken([words], look.measure - 2 * _PAD - 5)
    strips = [_air(5, ground), *_inside(line_strips(lines, REDACTED, _PAD + 5), ground), _air(5, ground)]
    strips[0].glue = strips[-2].glue = Glue.NEEDS
    strips[0].before, strips[-1].after = 4, 8
    return strips


def _inside(strips: list[Strip], ground: Ground) -> list[Strip]:
    for strip in strips:
        strip.ground, strip.before, strip.after = ground, 0, 0
    return strips


def _air(height: float, ground: Ground | None = None) -> Strip:
    return Strip(height, _nothing, ground=ground)


def _nothing(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
    """Paint nothing."""
