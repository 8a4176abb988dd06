# SPDX-License-Identifier: MIT
"""Whatever is typed and left out, the file meets both standards and nothing leaves the page."""

import tempfile
from pathlib import Path

import page
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reports.blocks import (
    Blank,
    Blanks,
    Column,
    Facts,
    Heading,
    Letterhead,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Redacted,
    References,
    Run,
    Signature,
    Signatures,
    Space,
    StatusCell,
    Table,
    Tick,
    Ticks,
)
from reports.build import render
from reports.drawn import Band, Box, Disc, Drawing, Label, Sign, Stroke
from reports.text import one_line
from tests.reports.paper_samples import document

LETTERS = st.sampled_from(
    [
        *"aeioæøåbdfgklmnrstvEÆØÅáčđŋšŧž0123456789.,-–/§«»()<>&\\%{}",
        " ",
        " ",
        " ",
        "\n",
        "\t",
        "\u00ad",
        "\u00a0",
        "\u0007",
        "\u200b",
    ]
)
TEXT = st.one_of(
    st.just(""), st.text(LETTERS, max_size=30), st.text(LETTERS, min_size=100, max_size=300), st.just("å" * 200)
)
# What stands around the blocks has little room; longer words are refused.
SHORT, TINY = st.text(LETTERS, max_size=40), st.text(LETTERS, max_size=8)
RUN = st.builds(
    Run,
    TEXT,
    st.booleans(),
    st.sampled_from(["", "https://mellomvik.example/(a)?b=\\c", "ftp://x"]),
    st.sampled_from(["", "se"]),
)
WORDS = st.one_of(TEXT, st.lists(RUN, max_size=4).map(tuple))
STATUS = st.builds(StatusCell, TEXT, st.sampled_from(["planned", "running", "reached", "review", "ended"]))
TICKS = st.builds(Ticks, st.lists(st.builds(Tick, TEXT, st.booleans()), max_size=4).map(tuple))
BLANK = st.builds(Blank, TEXT, TEXT, st.sampled_from([1.0, 3.0]))


@st.composite
def tables(draw):
    columns = draw(st.lists(st.builds(Column, TEXT, st.sampled_from([1.0, 3.0])), min_size=1, max_size=6))
    row = st.lists(st.one_of(WORDS, STATUS, TICKS), min_size=len(columns), max_size=len(columns)).map(tuple)
    return Table(tuple(columns), tuple(draw(st.lists(row, max_size=8))), draw(TEXT), draw(st.booleans()))


PLACE = st.sampled_from([0.0, 7.5, 200.0])
SIZE = st.sampled_from([0.5, 30.0, 260.0])
INK = st.sampled_from([None, "TEAL", "WHITE"])
ANCHOR = st.sampled_from(["left", "middle", "right"])
SHAPES = st.one_of(
    st.builds(Stroke, PLACE, PLACE, PLACE, PLACE, st.just("MUTE")),
    st.builds(Disc, PLACE, PLACE, SIZE, INK, INK),
    st.builds(Box, PLACE, PLACE, SIZE, SIZE, INK, INK, st.sampled_from([0.0, 5.0]), st.just(1.0), st.booleans()),
    st.builds(Band, PLACE, PLACE, SIZE, SIZE, st.just("TINT"), st.sampled_from([0.0, 0.4, 1.0])),
    st.builds(Sign, PLACE, PLACE, st.sampled_from(["planned", "running", "reached", "review", "ended"]), SIZE),
    st.builds(Label, PLACE, PLACE, TEXT, st.just(9.0), st.just("INK"), st.booleans(), ANCHOR),
)
# A title and an alternative text say something; a draft without is refused long before.
ALT = TEXT.filter(lambda text: bool(one_line(text)))

BLOCKS = st.lists(
    st.one_of(
        st.builds(Paragraph, WORDS, st.sampled_from(["body", "lead", "note", "subtitle"]), st.sampled_from(["", "se"])),
        st.builds(ListBlock, st.lists(WORDS, max_size=5).map(tuple), st.booleans()),
        st.builds(Facts, st.lists(st.tuples(TEXT, WORDS), max_size=7).map(tuple), st.sampled_from([1, 2])),
        tables(),
        TICKS,
        st.builds(Blanks, st.lists(st.one_of(BLANK, TICKS), max_size=4).map(tuple), st.sampled_from([1, 4])),
        st.builds(Quote, TEXT, TEXT, TEXT, st.sampled_from(["", "se"]), TEXT),
        st.builds(Drawing, st.lists(SHAPES, max_size=6).map(tuple), ALT, SIZE, SIZE.map(lambda size: size * 4)),
        st.builds(Signature, TEXT, TEXT, TEXT, TEXT),
        st.builds(Signatures, st.lists(st.tuples(TEXT, TEXT), max_size=5).map(tuple)),
        st.builds(Redacted, TEXT),
        st.builds(Space, st.sampled_from([0.0, 5.0, 400.0])),
        st.builds(Heading, TEXT),
        st.just(PageBreak()),
    ),
    max_size=8,
)


@st.composite
def documents(draw):
    head = Letterhead(draw(SHORT), draw(SHORT), tuple(draw(st.lists(SHORT, max_size=3))), draw(SHORT))
    return document(
        *draw(BLOCKS),
        title=draw(ALT),
        kind=draw(st.sampled_from(["letter", "notice", "close_notice", "plan", "sheet", "form", "easy"])),
        letterhead=head,
        recipient=tuple(draw(st.lists(SHORT, max_size=5))),
        references=References(tuple(draw(st.lists(st.tuples(TINY, TINY), max_size=4)))),
        restricted=draw(SHORT),
        restricted_basis=draw(SHORT),
        practice=draw(SHORT),
    )


@pytest.mark.slow
@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(documents())
def test_any_document_meets_both_standards(made):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.pdf"
        file.write_bytes(render(made))
        for profile in ("2a", "ua1"):
            assert [str(fault) for fault in page.validate_pdf(str(file), profile=profile).failures] == []
