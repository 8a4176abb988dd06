# SPDX-License-Identifier: MIT
"""What a reader gets back from the file: all words, in order, searchable, within the page."""

from io import BytesIO

import pdfplumber
import pypdf
import pytest

from reports.blocks import Column, Facts, Heading, Letterhead, ListBlock, PageBreak, Paragraph, Quote, Run, Table
from reports.build import render
from reports.plain import plain
from reports.style import ADDRESS_TOP, HEIGHT, MM
from tests.reports.paper_samples import document, letter, plan


def read(content: bytes) -> str:
    """The text as a program reads it, with soft hyphens closed up and one space between words."""
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)
    return " ".join(text.replace("\u00ad\n", "").replace("\u00a0", " ").split())


def in_order(text: str, *words: str) -> bool:
    """Whether the words stand in the text one after the other."""
    at = 0
    for word in words:
        at = text.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


def test_a_letter_reads_from_sender_to_signature():
    text = read(render(letter()))
    assert in_order(
        text,
        "Mellomvik kommune",
        "Áilu Čuoivvat og Jon Solbakken",
        "Vår referanse 2026/01483-4",
        "Du har rett til barnekoordinator for Biret Márjá",
        "Hvorfor vi har bestemt dette",
        "Du kan klage",
        "Ingrid Sæther",
    )


def test_every_word_of_a_document_is_in_the_file():
    sheet = plan(2, letterhead=Letterhead("Mellomvik kommune", "Koordinerende enhet"))
    text = read(render(sheet))
    missing = [word for word in plain(sheet).replace("\u00a0", " ").split() if word.rstrip(":") not in text]
    assert set(missing) <= {"·", "Et", "skjold", "med", "fjell", "og", "fjord"}  # the figure's words are not painted


def test_what_people_type_is_never_taken_for_markup():
    typed = '<b>Ikke fet</b> & <para> &amp; </p> "ni" {0} %s \\n (a) \\( [x]'
    text = read(render(document(Paragraph(typed), ListBlock((typed,)), Facts(((typed, typed),)))))
    assert text.count(typed) == 4


def test_letters_of_one_shape_and_two_codes_become_one():
    assert "Áilu Čuoivvat" in read(render(document(Paragraph("A\u0301ilu C\u030cuoivvat"))))


def test_signs_that_can_not_be_seen_are_left_out():
    hidden = "bra\u200bst\u202etxt\u0007\u0000 ok\ufe0f"
    assert "brasttxt ok" in read(render(document(Paragraph(hidden))))


def test_blank_lines_begin_paragraphs_and_single_lines_stay():
    with pdfplumber.open(BytesIO(render(document(Paragraph("En\nto\r\n\r\ntre"))))) as file:
        lines = file.pages[0].extract_text().split("\n")
    assert [line for line in lines if line in ("En", "to", "tre")] == ["En", "to", "tre"]


def test_a_long_compound_is_found_whole_though_it_breaks():
    word = "hjelpemiddelsentralrådgivningstjenestekoordinatoren"
    columns = (Column("A"), Column("B"), Column("C"), Column("D"), Column("E"), Column("F"))
    text = read(render(document(Table(columns, ((word,) * 6,)))))
    assert text.count(word) == 6


@pytest.mark.parametrize("word", ["x" * 900, "0123456789" * 90, "https://mellomvik.example/" + "a/b" * 200])
def test_a_word_without_a_seam_still_stays_on_the_page(word):
    made = render(
        document(Paragraph(word), Quote("Ord", word), PageBreak(), Facts((("Felt", word),)), ListBlock((word,)))
    )
    assert_within_pages(made)
    assert read(made).replace(" ", "").count(word) == 4


@pytest.mark.parametrize(
    "runs", [(Run("a" * 90), Run("b" * 90, bold=True), Run("c" * 90)), (Run("x", bold=True),) * 300]
)
def test_a_word_of_many_looks_stays_on_the_page(runs):
    assert_within_pages(render(document(Paragraph(runs), Table((Column("A"), Column("B")), ((runs, runs),)))))


def assert_within_pages(content: bytes) -> None:
    """No sign stands outside the margins or over the footer's line."""
    with pdfplumber.open(BytesIO(content)) as file:
        for sheet in file.pages:
            outside = [
                c
                for c in sheet.chars
                if c["x0"] < 14 * MM or c["x1"] > sheet.width - 14 * MM + 1 or c["bottom"] > 287 * MM
            ]
            assert outside == []


@pytest.mark.parametrize("made", [letter(), plan(), plan(12)])
def test_nothing_stands_off_the_page(made):
    assert_within_pages(render(made))


def test_ten_thousand_letters_in_a_field_are_all_there():
    long = " ".join(f"ord{n}" for n in range(1400))
    text = read(render(document(Facts((("Felt", long),)), Table((Column("A"), Column("B")), ((long, "slutt"),)))))
    assert text.count("ord1399") == 2
    assert "slutt" in text


def test_the_heads_of_a_long_table_stand_on_every_page():
    rows = tuple((str(n), f"Rad {n}") for n in range(120))
    with pdfplumber.open(BytesIO(render(document(Table((Column("Nummeret"), Column("Hva")), rows))))) as file:
        assert len(file.pages) > 2
        assert all("Nummeret" in page.extract_text() for page in file.pages)


def test_the_address_stands_in_the_window_and_nothing_else_does():
    with pdfplumber.open(BytesIO(render(letter()))) as file:
        window = file.pages[0].crop((15 * MM, 40 * MM, 120 * MM, 82 * MM))
        text = window.extract_text()
    assert text.split("\n") == ["Áilu Čuoivvat og Jon Solbakken", "Fjordgata 12 B", "8999 Mellomvik"]


def test_a_long_address_stays_in_the_window():
    lines = (
        "Áilu Čuoivvat",
        "c/o Familiesenteret i Mellomvik",
        "Bygg C, 3. etasje",
        "Fjordgata 12 B",
        "8999 Mellomvik",
        "Norge",
    )
    with pdfplumber.open(BytesIO(render(letter(recipient=lines)))) as file:
        found = file.pages[0].crop((15 * MM, ADDRESS_TOP - 1, 110 * MM, 78 * MM)).extract_text()
    assert found.split("\n") == list(lines)


def test_pages_are_counted_and_marked():
    with pdfplumber.open(BytesIO(render(plan(12, practice="ØVING")))) as file:
        count = len(file.pages)
        for number, sheet in enumerate(file.pages, 1):
            text = sheet.extract_text()
            assert f"Side {number} av {count}" in text.replace("\u00a0", " ")
            assert "Unntatt offentlighet" in text
            assert "ØVING" in text


def test_a_signature_is_never_alone_on_a_page():
    for lines in range(22, 40):
        made = render(
            letter(blocks=(Heading("Brev", 1), Paragraph("\n".join(["linje"] * lines)), *letter().blocks[-2:]))
        )
        with pdfplumber.open(BytesIO(made)) as file:
            last = file.pages[-1].extract_text()
        assert "Ingrid Sæther" not in last or "linje" in last


def test_a_heading_never_stands_last_on_a_page():
    for lines in range(34, 50):
        made = render(document(Paragraph("\n".join(["linje"] * lines)), Heading("Overskriften"), Paragraph("a\nb\nc")))
        with pdfplumber.open(BytesIO(made)) as file:
            with_heading = next(p.extract_text() for p in file.pages if "Overskriften" in p.extract_text())
        assert "\na" in with_heading


def test_all_fonts_are_embedded_and_few_letters_make_a_small_file():
    content = render(letter())
    fonts = {}
    for page in pypdf.PdfReader(BytesIO(content)).pages:
        fonts |= {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())
    assert len(content) < 40_000


def test_the_file_says_what_it_is():
    reader = pypdf.PdfReader(BytesIO(render(letter(language="nn"))))
    assert reader.metadata.title == "Avgjørelse om rett til barnekoordinator"
    assert reader.metadata.author == "Mellomvik kommune"
    assert reader.trailer["/Root"]["/Lang"] == "nn-NO"
    assert reader.metadata.creation_date.isoformat() == "2026-11-22T13:05:09+01:00"


def test_links_lead_where_they_say():
    reader = pypdf.PdfReader(BytesIO(render(letter())))
    annotations = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    assert {a["/A"]["/URI"] for a in annotations} == {"https://www.helsenorge.no/rettigheter"}


def test_a_link_to_anything_but_the_web_mail_or_phone_is_only_words():
    reader = pypdf.PdfReader(BytesIO(render(document(Paragraph((Run("åpne", link="file:///etc/passwd"),))))))
    assert "/Annots" not in reader.pages[0]


def test_the_height_of_the_page_is_that_of_a4():
    assert round(HEIGHT / MM) == 297
