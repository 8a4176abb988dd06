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
    References,
    StatusCell,
    Table,
    Tick,
    Ticks,
)
from reports.build import render
from reports.text import TextTooLong, UnprintableText
from resources.catalogue import fill
from tests.reports.paper_samples import arms, document, letter


@pytest.mark.parametrize(
    ("letter_", "name"),
    [
        ("😀", "GRINNING FACE"),
        ("አ", "ETHIOPIC SYLLABLE GLOTTAL A"),
        ("த", "TAMIL LETTER TA"),
        ("漢", "CJK UNIFIED IDEOGRAPH-6F22"),
        ("\u064e", "ARABIC FATHA"),
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


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("title", "Brev 😀", "i tittelen"),
        ("recipient", ("Ola 😀",), "i navnet eller adressen til mottakeren"),
        ("letterhead", Letterhead("Kommunen 😀", ""), "i brevhodet"),
        ("references", References((("Sak", "26/1 😀"),)), "blant opplysningene øverst"),
        ("restricted_basis", "§ 13 😀", "i hjemmelen nederst på siden"),
        ("blocks", (Heading("Brev", 1), Heading("Om skolen"), Paragraph("Hei 😀")), "under overskriften «Om skolen»"),
        ("blocks", (Heading("Brev 😀", 1),), "Det står i «Brev 😀»"),
    ],
)
def test_the_sentence_says_where_it_stands_and_asks_for_a_latin_form(field, value, place):
    with pytest.raises(UnprintableText) as refused:
        render(letter(**{field: value}))
    said = fill(refused.value.key, "nb", **refused.value.values)
    assert said.startswith("Tegnet 😀 kan ikke skrives ut. Det står ")
    assert place in said
    assert "latinske bokstaver" in said


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("recipient", ("Storgata 1",) * 15, "til mottakeren"),
        ("letterhead", Letterhead("kommune " * 40, ""), "til kommunen"),
        ("references", References((("Sak", "nummer " * 60),)), "Opplysningene øverst"),
        ("restricted_basis", "jf. offentleglova § 13 " * 20, "Hjemmelen"),
    ],
)
def test_what_has_no_room_around_the_blocks_is_refused_and_never_cut(field, value, place):
    with pytest.raises(TextTooLong) as refused:
        render(letter(**{field: value}))
    assert place in fill(refused.value.key, "nb", **refused.value.values)


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
