# SPDX-License-Identifier: MIT
"""A drawing is one figure with words, stays within the text and in one piece; pens sign beside each other."""

from io import BytesIO

import pdfplumber
import pypdf
import pytest

from reports.blocks import Paragraph, Quote, Signatures
from reports.build import render
from reports.drawn import Label
from reports.plain import plain
from reports.style import MM
from reports.text import UnprintableText
from tests.reports.paper_samples import document, sketch


def elements(node: pypdf.generic.PdfObject, role: str) -> list[pypdf.generic.DictionaryObject]:
    """The structure elements with this role, in reading order."""
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        return [found for kid in node for found in elements(kid, role)]
    if not isinstance(node, pypdf.generic.DictionaryObject):
        return []
    own = [node] if node.get("/S") == role else []
    return own + (elements(node["/K"], role) if "/K" in node else [])


def figures(content: bytes) -> list[pypdf.generic.DictionaryObject]:
    """The figures of a file, with the arms of the municipality left out."""
    root = pypdf.PdfReader(BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]
    return [found for found in elements(root, "/Figure") if "våpen" not in found["/Alt"]]


def test_a_drawing_is_one_figure_with_its_words_and_its_place():
    (found,) = figures(render(document(sketch())))
    assert found["/Alt"] == "Ella i midten, med skolen"
    assert found["/K"] == [found["/K"][0]]
    left, low, right, high = found["/A"]["/BBox"]
    assert (round(right - left), round(high - low)) == (200, 120)
    assert found["/A"]["/Placement"] == "/Block"


@pytest.mark.parametrize("kind", ["letter", "plan", "easy"])
def test_a_wide_drawing_shrinks_to_the_text(kind):
    content = render(document(sketch(width=900.0, height=540.0), kind=kind))
    with pdfplumber.open(BytesIO(content)) as file:
        wide = {"letter": 140, "plan": 166, "easy": 160}[kind] * MM
        (found,) = figures(content)
        left, low, right, high = (float(edge) for edge in found["/A"]["/BBox"])
        assert right - left == pytest.approx(wide, abs=0.2)
        assert high - low == pytest.approx(wide * 0.6, abs=0.2)
        (ella,) = file.pages[0].search("Ella")
        assert left < ella["x0"] < ella["x1"] < right


def test_a_drawing_moves_whole_to_the_next_page():
    content = render(document(Paragraph("\n".join(["linje"] * 40)), sketch()))
    with pdfplumber.open(BytesIO(content)) as file:
        assert not file.pages[0].search("Skole")
        assert len(file.pages[1].search("Skole|Ella|I gang|Nå")) == 4


def test_words_stand_where_they_are_anchored():
    content = render(document(sketch()))
    (found,) = figures(content)
    left = float(found["/A"]["/BBox"][0])
    with pdfplumber.open(BytesIO(content)) as file:
        (ella,), (running,), (now,) = (file.pages[0].search(word) for word in ("Ella", "I gang", "Nå"))
    assert (ella["x0"] + ella["x1"]) / 2 == pytest.approx(left + 100, abs=0.5)
    assert running["x0"] == pytest.approx(left + 28, abs=0.5)
    assert now["x1"] == pytest.approx(left + 190, abs=0.5)


def test_words_after_a_drawing_keep_their_look():
    with pdfplumber.open(BytesIO(render(document(Paragraph("før"), sketch(), Paragraph("etter"))))) as file:
        before, after = (file.pages[0].search(word)[0]["chars"][0] for word in ("før", "etter"))
    assert (before["size"], before["non_stroking_color"]) == (after["size"], after["non_stroking_color"])


def test_a_letter_without_a_sign_is_named_in_a_drawing_too():
    with pytest.raises(UnprintableText):
        render(document(sketch(shapes=(Label(0, 0, "😀"),))))


def test_a_word_broken_in_a_drawing_shows_its_hyphen():
    with pdfplumber.open(BytesIO(render(document(sketch(shapes=(Label(0, 20, "Hjelpemiddel\u00ad"),)))))) as file:
        assert file.pages[0].search("Hjelpemiddel[\u00ad-]")


@pytest.mark.parametrize("alt", ["", " ", "\u200b"])
def test_a_drawing_without_words_is_refused(alt):
    with pytest.raises(ValueError, match="words"):
        render(document(sketch(alt=alt)))


def test_what_is_heard_of_a_drawing_is_its_words():
    assert "Ella i midten, med skolen" in plain(document(sketch()))


def test_pens_sign_beside_each_other_and_never_alone_on_a_page():
    people = (("Biret Ánne Čuoivvat", "Foresatt · sted og dato"), ("Jon Solbakken", "Foresatt"), ("Marte Hauge", ""))
    for lines in (20, 34, 36, 38):
        made = render(document(Paragraph("\n".join(["linje"] * lines)), Signatures(people)))
        with pdfplumber.open(BytesIO(made)) as file:
            last = file.pages[-1]
            (biret,), (jon,), (marte,) = (last.search(name) for name, _ in people)
            assert biret["top"] == jon["top"] == marte["top"]
            assert biret["x1"] < jon["x0"] < jon["x1"] < marte["x0"]
            assert "linje" in last.extract_text()


def test_what_others_add_stands_under_the_childs_own_words():
    made = document(Quote("Hva er viktig for deg?", "Sykle.", "Sagt hjemme", more="Foreldrene ønsker færre møter."))
    with pdfplumber.open(BytesIO(render(made))) as file:
        tops = [file.pages[0].search(word)[0]["top"] for word in ("Sykle", "Sagt", "Foreldrene")]
    assert tops == sorted(tops)
    assert "Sagt hjemme\nForeldrene ønsker færre møter." in plain(made)
