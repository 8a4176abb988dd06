# SPDX-License-Identifier: MIT
"""Latin, Greek and Cyrillic of every kind, Arabic and Hebrew: printed right, and read as they were written."""

import unicodedata
from pathlib import Path

import page
import pytest

from reports.blocks import Column, Facts, Heading, ListBlock, Paragraph, Quote, Run, Table
from reports.build import render
from reports.drawn import Drawing, Label
from reports.pdfa.fonts import font
from reports.pictures.lettering import fitted
from reports.right_to_left import joined, joined_code, order, parted
from tests.reports.paper_samples import document
from tests.reports.tagged import tags

SAAMI = "ÁáČčĐđŊŋŠšŦŧŽž ÅåÄäÖöÆæØø Ïï Ńń Ññ Ʒʒ Ǥǥ Ǧǧ Ǩǩ Ǯǯ ʹ"
NAMES = ("محمد علي", "فاطمة الزهراء", "ڕۆژین ساڵح", "گلاره پژمان", "ٹیپو ڈار", "שלמה לוי")
BLOCKS = {"LATIN", "GREEK", "CYRILLIC"}


def test_every_letter_of_latin_greek_and_cyrillic_can_be_printed():
    letters = [chr(code) for code in (*range(0x20, 0x530), *range(0x1E00, 0x2000), *range(0x2C60, 0x2C80))]
    wanted = {one for one in letters if unicodedata.name(one, "").split(" ")[0] in BLOCKS}
    archaic = {one for one in wanted if "COPTIC" in unicodedata.name(one) or "DIGRAM" in unicodedata.name(one)}
    assert len(wanted) > 1400
    assert wanted - archaic - font("Regular").letters == set()
    assert set(SAAMI) <= font("Regular").letters


@pytest.mark.parametrize("letters", [tuple("بيت"), ("ا", "ب"), ("\u0644\u0627", "م")])
def test_arabic_letters_take_the_form_their_neighbours_ask_for(letters):
    forms = font("Regular").forms
    said = {
        tuple("بيت"): [joined_code("ب", "initial"), joined_code("ي", "medial"), joined_code("ت", "final")],
        ("ا", "ب"): [ord("ا"), ord("ب")],  # alef joins nothing after it
        ("\u0644\u0627", "م"): [0xE706, ord("م")],  # lam and alef are written as one, which joins nothing after it
    }[letters]
    assert [ord(one) for one in joined("".join(letters), forms)] == said


@pytest.mark.parametrize("name", NAMES)
def test_what_was_joined_is_read_as_it_was_written(name):
    assert parted(joined(name, font("Regular").forms)) == name


@pytest.mark.parametrize(
    ("written", "from_right", "seen"),
    [
        ("x אבג y", False, "x גבא y"),
        ("x אבג דה y", False, "x הד גבא y"),
        ("tlf. אבג 75\u00a000, ok", False, "tlf. 75\u00a000 גבא, ok"),
        ("אבג 12,5 % x.", True, ".x % 12,5 גבא"),
        ("אב (גד) הו", True, "וה )דג( בא"),
        ("ab", False, "ab"),
        ("", True, ""),
    ],
)
def test_words_from_the_right_are_turned_and_numbers_in_them_are_not(written, from_right, seen):
    assert "".join(written[at] for at, _ in order(written, from_right=from_right)) == seen


def test_brackets_among_words_from_the_right_open_to_the_other_side():
    assert [turned for _, turned in order("(א)", from_right=True)] == [True, True, True]
    assert [turned for _, turned in order("(a)", from_right=False)] == [False, False, False]


@pytest.mark.parametrize("role", ["P", "LBody", "TD", "BlockQuote", "H2"])
def test_a_name_in_arabic_letters_is_read_in_its_own_order(role):
    made = document(
        Heading(NAMES[0]),
        Paragraph((Run(f"Navnet er {NAMES[0]}", language="ar"), Run(", og hun er åtte år."))),
        ListBlock((NAMES[0],)),
        Facts((("Navn", NAMES[0]),)),
        Quote("Det barnet sier", NAMES[0]),
        Table((Column("Navn"),), ((NAMES[0],),)),
    )
    read = [tag.read for whole in tags(render(made)).all(role) for tag in whole.everything() if tag.read]
    assert read
    assert all(NAMES[0] in words for words in read)


@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_all_alphabets_meet_both_standards(profile, tmp_path: Path):
    file = tmp_path / "document.pdf"
    words = "النص الطويل يكتب من اليمين إلى اليسار (ويستمر) في 12 سطرا أو أكثر. " * 5
    sheet = Table((Column("Navn"), Column("Språk")), tuple((name, SAAMI) for name in NAMES), row_heads=True)
    made = document(
        Heading(NAMES[1]), Paragraph(words, language="ar"), sheet, Paragraph("Ἀρχή ѣ Ǩǩ ꜳ ḁ ẞ"), title=NAMES[0]
    )
    file.write_bytes(render(made))
    assert [str(fault) for fault in page.validate_pdf(str(file), profile=profile).failures] == []


def test_a_name_in_arabic_letters_fits_a_drawing_too():
    said = fitted(f"{NAMES[0]} {NAMES[1]}", 10, 70, 3)
    assert " ".join(said) == f"{NAMES[0]} {NAMES[1]}"
    content = render(
        document(Drawing(tuple(Label(10, 20 * n, one, 10) for n, one in enumerate(said)), NAMES[0], 90, 60))
    )
    assert tags(content).all("Figure")[-1].alt == NAMES[0]
