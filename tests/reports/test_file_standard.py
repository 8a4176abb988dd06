# SPDX-License-Identifier: MIT
"""Every kind of document is PDF/A-2a and PDF/UA-1 at once, and the same document is the same file."""

from pathlib import Path

import page
import pytest

from reports.blocks import (
    Blank,
    Blanks,
    Column,
    Document,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Quote,
    Redacted,
    Run,
    Signature,
    Signatures,
    StatusCell,
    Table,
    Tick,
    Ticks,
)
from reports.build import render
from tests.reports.all_papers import documents
from tests.reports.paper_samples import arms, document, letter, plan, sketch

ANSWER = Ticks((Tick("Ja"), Tick("Nei", ticked=True)))
FORM = (
    Table((Column("Opplysninger"), Column("Skolen")), (("Helse", ANSWER), ("Fritid", Ticks(()))), row_heads=True),
    Ticks((Tick("Ja, jeg samtykker " * 9), Tick("Nei"))),
    Blanks((ANSWER, Blank("Underskrift", share=3), Blank("Navn", "Anne Haugen " * 40))),
    Blanks((Blank("Unntak"),), lines=60),
    Blanks(()),
)
DOCUMENTS = {
    "letter": letter(),
    "nynorsk letter for practice": letter(language="nn", practice="ØVING – ikkje ei ekte sak"),
    "letter without anything optional": letter(
        letterhead=Letterhead("Mellomvik kommune", ""), recipient=(), restricted="", restricted_basis=""
    ),
    "letter with arms as JPEG": letter(
        letterhead=Letterhead("Mellomvik kommune", "Helse", arms=arms(200, "JPEG", "RGB"))
    ),
    "letter with arms in print colours": letter(
        letterhead=Letterhead("Mellomvik kommune", "Helse", arms=arms(200, "JPEG", "CMYK"), arms_alt="Våpen")
    ),
    "plan": plan(),
    "long plan": plan(12),
    "sheet": plan(1, kind="sheet"),
    "title alone": document(),
    "long fields": document(
        Facts((("Felt", "ord " * 2500), ("Neste", "kort"), ("Tomt", ""))),
        Quote("Barnets egne ord", "Jeg vil. " * 1200, "Sagt hjemme"),
        Paragraph("ord " * 2500),
        Redacted("Tatt ut. " * 900),
    ),
    "row longer than a page": document(
        Table(
            (Column("A"), Column("B")), (("kort", "ord " * 2500), ("etter", StatusCell("I gang", "running"))), "Tabell"
        )
    ),
    "form to fill in": document(*FORM, kind="form"),
    "form in large letters": document(*FORM, kind="easy"),
    "table of five hundred rows": document(
        Table((Column("Nr."), Column("Hva")), tuple((str(n), f"Rad {n}") for n in range(500)), row_heads=True)
    ),
    "links over lines and languages": document(
        Paragraph(
            (
                Run("Les "),
                Run("alt som står om rettighetene til familier " * 5, link="https://www.helsenorge.no/?a=1&b=(2)"),
                Run(" og "),
                Run("giitu", language="se", bold=True),
                Run("post", link="mailto:post@mellomvik.example"),
            )
        ),
        Signature("Marte Hauge", "barnekoordinator"),
    ),
    "drawings and pens": document(
        sketch(),
        sketch(width=900.0),
        Quote("Egne ord", "Jeg vil.", "Sagt hjemme", more="Foreldrene vil det samme."),
        Signatures((("Anne", "forelder"), ("Per", "forelder"), ("Marte", "koordinator"), ("Ella", ""))),
        kind="easy",
    ),
    "three levels": document(Heading("En", 1), Heading("To"), Heading("Tre", 3), Heading("To igjen")),
    "many alphabets": document(Paragraph("áčđŋšŧž ÁČĐŊŠŦŽ ïŃñǯ Ελληνικά Кириллица Україна Tiếng Việt ✓ ☐ → ≥ − «»")),
}


@pytest.mark.parametrize("profile", ["2a", "ua1"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_document_meets_the_standard(name: str, profile: str, tmp_path: Path):
    file = tmp_path / "document.pdf"
    file.write_bytes(render(DOCUMENTS[name]))
    assert [str(failure) for failure in page.validate_pdf(str(file), profile=profile).failures] == []


@pytest.mark.parametrize("made", [letter, plan])
def test_the_same_document_gives_the_same_bytes(made):
    first: Document = made()
    assert render(first) == render(made())


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_paper_meets_the_standard_in_both_languages(language: str, tmp_path: Path):
    file = tmp_path / "letter.pdf"
    for name, made in documents(language).items():
        file.write_bytes(render(made))
        for profile in ("2a", "ua1"):
            assert [(name, str(fault)) for fault in page.validate_pdf(str(file), profile=profile).failures] == []
