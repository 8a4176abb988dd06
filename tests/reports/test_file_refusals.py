# SPDX-License-Identifier: MIT
"""What can not be printed is refused in words that help, never printed wrong."""

import pytest

from models.values.trouble import Trouble
from reports.blocks import (
    Blank,
    Blanks,
    Column,
    Facts,
    Figure,
    Heading,
    Letterhead,
    ListBlock,
    Paragraph,
    Quote,
    StatusCell,
    Table,
    Tick,
    Ticks,
)
from reports.build import render
from reports.text import UnprintableText
from tests.reports.paper_samples import arms, document, letter


@pytest.mark.parametrize(
    ("letter_", "name"),
    [
        ("😀", "GRINNING FACE"),
        ("ع", "ARABIC LETTER AIN"),
        ("א", "HEBREW LETTER ALEF"),
        ("漢", "CJK UNIFIED IDEOGRAPH-6F22"),
    ],
)
def test_a_letter_without_a_sign_is_named(letter_, name):
    with pytest.raises(UnprintableText) as refused:
        render(document(Paragraph(f"Barnet sa: hei {letter_} til Marte")))
    assert (refused.value.letter, refused.value.name) == (letter_, name)
    assert "hei" in refused.value.where


@pytest.mark.parametrize(
    "block",
    [
        Heading("😀"),
        ListBlock(("😀",)),
        Facts((("😀", "a"),)),
        Facts((("a", "😀"),)),
        Quote("a", "b", "😀"),
        Table((Column("😀"),), (("a",),)),
        Ticks((Tick("😀"),)),
        Blanks((Blank("a", "😀"),)),
        Table((Column("a"),), ((StatusCell("😀", "running"),),)),
    ],
)
def test_it_is_named_wherever_it_stands(block):
    with pytest.raises(UnprintableText):
        render(document(block))


@pytest.mark.parametrize("field", ["recipient", "restricted", "practice", "letterhead"])
def test_it_is_named_around_the_blocks_too(field):
    value = {"recipient": ("😀",), "letterhead": Letterhead("😀", "")}.get(field, "😀")
    with pytest.raises(UnprintableText):
        render(letter(**{field: value}))


@pytest.mark.parametrize("content", [b"", b"not a picture", b"<svg/>", arms()[:200], b"GIF89a" + bytes(40)])
def test_what_is_no_picture_is_a_trouble_with_words(content):
    with pytest.raises(Trouble) as trouble:
        render(document(Figure(content, "Våpen", 20, 20)))
    assert trouble.value.key == "trouble.picture_unreadable"


def test_a_picture_without_words_is_refused():
    with pytest.raises(ValueError, match="words"):
        render(document(Figure(arms(), " ", 20, 20)))


@pytest.mark.parametrize(
    "blocks",
    [(Heading("A", 1), Heading("B", 3)), (Heading("A", 1), Heading("B", 1)), (Heading("B", 2), Heading("A", 1))],
)
def test_headings_that_would_lead_astray_are_refused(blocks):
    with pytest.raises(ValueError, match="level"):
        render(document(*blocks))


def test_a_row_with_too_few_cells_is_refused():
    with pytest.raises(ValueError, match="cells"):
        render(document(Table((Column("A"), Column("B")), (("bare en",),))))
