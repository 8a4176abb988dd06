# SPDX-License-Identifier: MIT
"""How paper looks to the eye: margins, sizes, contrast, the window of the envelope, what keeps together."""

from io import BytesIO

import pdfplumber
import pypdfium2
import pytest

from reports import style
from reports.blocks import (
    Column,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    References,
    Signature,
    Space,
    Status,
    StatusCell,
    Table,
)
from reports.build import render
from reports.style import HEIGHT, MM
from tests.reports.paper_samples import document, letter, plan

# Left, top, width and height of the windows in common use in Norway, in millimetres from the corner of the paper.
WINDOWS = {
    "C5": (15, 44, 105, 35),
    "EC4 and C4": (15, 42, 100, 40),
    "C6/5": (15, 39, 100, 35),
    "E6/5": (15, 40, 95, 30),
}


def opened(content: bytes):
    """The file as pdfplumber sees it."""
    return pdfplumber.open(BytesIO(content))


def lines(page) -> list[str]:
    """The words of a page or a part of it, line by line."""
    return page.extract_text().replace("\u00a0", " ").split("\n")


@pytest.mark.parametrize("window", WINDOWS)
def test_the_address_shows_in_the_window_with_air_around_it_and_nothing_else_does(window):
    left, top, width, height = (side * MM for side in WINDOWS[window])
    with opened(render(letter())) as file:
        page = file.pages[0]
        seen = page.crop((left, top, left + width, top + height))
        assert lines(seen) == ["Áilu Čuoivvat og Jon Solbakken", "Fjordgata 12 B", "8999 Mellomvik"]
        around = page.crop((left + 3 * MM, top + 2 * MM, left + width - 3 * MM, top + height - 2 * MM))
        assert around.extract_text() == seen.extract_text()


@pytest.mark.parametrize("made", [letter(), plan(3), document(kind="sheet")])
def test_both_margins_are_equal_so_that_two_sides_of_a_paper_match(made):
    with opened(render(made)) as file:
        for page in file.pages:
            rule = max((line for line in page.lines if line["top"] > HEIGHT * 0.9), key=lambda line: line["width"])
            assert rule["x0"] == pytest.approx(page.width - rule["x1"], abs=0.1)
            assert max(char["x1"] for char in page.chars) < page.width - 20 * MM


def test_no_words_are_smaller_than_eight_and_a_half_points():
    for made in (letter(practice="ØVING"), plan(1)):
        with opened(render(made)) as file:
            assert min(char["size"] for page in file.pages for char in page.chars) >= 8.5


@pytest.mark.parametrize("ink", ["INK", "NAVY", "TEAL", "MUTE", "GREEN", "AMBER", "PLUM"])
def test_words_stand_out_from_the_paper_in_colour_and_in_grey(ink):
    assert (1 + 0.05) / (light(getattr(style, ink)) + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("TEAL", "TINT"),
        ("GREEN", "LEAF"),
        ("AMBER", "SAND"),
        ("MUTE", "PALE"),
        ("PLUM", "LILAC"),
        ("NAVY", "SAND"),
        ("MUTE", "SAND"),
    ],
)
def test_words_stand_out_from_their_tint(ink, ground):
    assert (light(getattr(style, ground)) + 0.05) / (light(getattr(style, ink)) + 0.05) >= 4.5


def light(colour: tuple[float, float, float]) -> float:
    """How light a colour is, as WCAG 2.2 reckons it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_fold_marks_are_drawn_only_when_asked_for():
    for wanted, marks in ((False, []), (True, [99.0, 148.5, 198.0])):
        with opened(render(letter(fold_marks=wanted))) as file:
            found = [round(line["top"] / MM, 1) for line in file.pages[0].lines if line["x1"] < 15 * MM]
        assert found == marks


@pytest.mark.parametrize("start", range(20, 44, 2))
def test_a_goal_stays_with_its_short_table(start):
    table = Table((Column("Tiltak"), Column("Frist")), tuple((f"Rad {n}", "") for n in range(6)))
    goal = (Heading("Målet"), Paragraph("Hva vi vil oppnå"), table)
    with opened(render(document(Paragraph("\n".join(["linje"] * start)), *goal))) as file:
        page = next(page for page in file.pages if "Målet" in lines(page))
        assert "Rad 5" in page.extract_text()


@pytest.mark.parametrize("start", range(22, 40, 2))
def test_air_before_a_signature_does_not_set_it_alone(start):
    blocks = (Paragraph("\n".join(["linje"] * start)), Space(6), Signature("Marte Hauge", "koordinator", "Hilsen"))
    with opened(render(letter(blocks=blocks, references=References()))) as file:
        (page,) = (page for page in file.pages if "Marte Hauge" in page.extract_text())
        assert "linje" in lines(page)


def test_a_new_page_begins_at_its_top_whatever_air_was_asked_for():
    with opened(render(document(Paragraph("Først"), Space(40), PageBreak(), Space(40), Paragraph("Så")))) as file:
        assert len(file.pages) == 2
        assert next(word for word in file.pages[1].extract_words() if word["text"] == "Så")["top"] < 40 * MM


def test_each_status_has_its_own_shape_on_a_printer_without_colour():
    kinds: tuple[Status, ...] = ("planned", "running", "reached", "review", "ended")
    shapes = set()
    for kind in kinds:
        made = render(
            document(Table((Column("Status"),), ((StatusCell("Likt", kind),),)), letterhead=Letterhead("", ""))
        )
        page = pypdfium2.PdfDocument(made)[0].render(scale=2, grayscale=True).to_pil()
        shapes.add(page.point(lambda grey: 255 * (grey > 160)).tobytes())
    assert len(shapes) == len(kinds)
