# SPDX-License-Identifier: MIT
"""What assistive technology finds in a file: languages, headings to travel by, tables, lists, links and pictures."""

from io import BytesIO

import pypdf
import pytest

from reports.blocks import (
    Blank,
    Blanks,
    Column,
    Facts,
    Heading,
    Letterhead,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
    Tick,
    Ticks,
)
from reports.build import render
from tests.reports.paper_samples import document, letter, plan
from tests.reports.tagged import Tag, tags

SAMI = Run("giitu eatnat", language="se")
WORDS = (Run("Takk, "), SAMI)


@pytest.mark.parametrize(
    ("block", "role"),
    [
        (Paragraph(WORDS), "P"),
        (ListBlock((WORDS,)), "LBody"),
        (Facts((("Ord", WORDS),)), "TD"),
        (Table((Column("Ord"), Column("Hva")), ((WORDS, "takk"),)), "TD"),
        (Table((Column("Ord"), Column("Hva")), ((WORDS, "takk"),), row_heads=True), "TH"),
    ],
)
def test_a_sami_phrase_is_read_as_sami_wherever_it_stands(block, role):
    structure = tags(render(document(block)))
    assert [[kid.language for kid in tag.tags] for tag in structure.all(role) if tag.tags] == [["se"]]


@pytest.mark.parametrize(
    ("block", "role"),
    [
        (Paragraph("Giitu", language="se"), "P"),
        (Heading("Giitu", language="se"), "H2"),
        (Quote("Biret sier", "Giitu", "Hjemme", language="se"), "BlockQuote"),
    ],
)
def test_whole_blocks_may_be_in_sami(block, role):
    assert "se" in [tag.language for tag in tags(render(document(block))).all(role)]


def test_the_readers_table_of_contents_has_every_heading():
    made = plan(2)
    quotes = [(block.title, 2) for block in made.blocks if isinstance(block, Quote)]
    headings = [(block.text, block.level) for block in made.blocks if isinstance(block, Heading)]
    found = list(_outline(pypdf.PdfReader(BytesIO(render(made))).outline, 1))
    assert found == [headings[0], *quotes, *headings[1:]]


def _outline(entries, level):
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(entry, level + 1)
        else:
            yield entry.title, level


@pytest.mark.parametrize(("made", "sides"), [(letter(), "/DuplexFlipLongEdge"), (document(), "/Simplex")])
def test_readers_show_the_title_and_print_at_full_size_on_both_sides(made, sides):
    wishes = pypdf.PdfReader(BytesIO(render(made))).trailer["/Root"]["/ViewerPreferences"]
    assert wishes == {"/DisplayDocTitle": True, "/PrintScaling": "/None", "/Duplex": sides}


def test_pictures_have_words_and_a_place():
    figures = tags(render(plan(1))).all("Figure")
    assert [figure.alt for figure in figures] == ["Kommunevåpenet til Mellomvik", "Et skjold med fjell og fjord"]
    assert all({"BBox", "Placement"} <= set(figure.attributes) for figure in figures)


def test_a_link_over_two_lines_is_one_link_with_two_places():
    words = Run("alt som står om rettighetene til familier " * 4, link="https://www.helsenorge.no/ø?a=(1)")
    link, *others = tags(render(document(Paragraph((words,))))).all("Link")
    assert not others
    assert [place["/F"] for place in link.objects] == [4, 4]
    assert all(place["/Contents"].startswith("alt som står") for place in link.objects)
    assert {place["/A"]["/URI"] for place in link.objects} == {"https://www.helsenorge.no/%C3%B8?a=(1)"}


def test_heads_of_tables_say_whether_they_name_columns_or_rows():
    rows = tuple((f"Rad {n}", "verdi") for n in range(90))
    (table,) = tags(render(document(Table((Column("Navn"), Column("Verdi")), rows, row_heads=True)))).all("Table")
    scopes = [head.attributes["Scope"] for head in table.all("TH")]
    assert scopes == ["Column"] * 2 + ["Row"] * 90  # though the heads are painted on three pages
    assert [part.role for part in table.tags] == ["THead", "TBody"]
    assert len(table.all("TR")) == 91


@pytest.mark.parametrize(("ordered", "numbering"), [(True, "Decimal"), (False, "Disc")])
def test_lists_say_how_they_are_numbered(ordered, numbering):
    (found,) = tags(render(document(ListBlock(("en", "to"), ordered)))).all("L")
    assert found.attributes["ListNumbering"] == numbering
    assert [[kid.role for kid in item.tags] for item in found.tags] == [["Lbl", "LBody"]] * 2


def test_furniture_is_content_once_and_never_again():
    structure = tags(render(plan(8, letterhead=Letterhead("Mellomvik kommune", "Helse"))))
    first: list[Tag] = structure.tags[:5]
    assert [tag.role for tag in first] == ["P"] * 5  # municipality, unit, two references, the legal ground
    assert structure.tags[5].role == "H1"


def test_a_box_to_tick_is_a_field_that_says_its_words_and_whether_it_is_ticked():
    whole = tags(render(document(Ticks((Tick("Ja"), Tick("Nei", ticked=True))))))
    told = [
        (field.attributes["Role"], field.attributes["Desc"], field.attributes["checked"]) for field in whole.all("Form")
    ]
    assert told == [("cb", "Ja", "off"), ("cb", "Nei", "on")]


def test_a_line_to_write_on_is_a_field_with_its_label():
    whole = tags(render(document(Blanks((Blank("Underskrift"), Blank("Født", "1. mai 2027"))))))
    told = [(field.attributes["Role"], field.attributes["Desc"]) for field in whole.all("Form")]
    assert told == [("tv", "Underskrift"), ("tv", "Født")]
