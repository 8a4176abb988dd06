# SPDX-License-Identifier: MIT
"""Whatever is typed or pasted: a right document in sane time, or a sentence that names the letter and its place."""

import tempfile
import time
from pathlib import Path

import page
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.blocks import (
    Block,
    Column,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Redacted,
    Run,
    Signature,
    StatusCell,
    Table,
)
from reports.build import render
from reports.pdfa.fonts import font
from reports.text import UnprintableText
from resources.catalogue import fill
from tests.reports.paper_samples import document

TEXTS = {
    "words": "ord og mer " * 9_090,
    "one letter": "x" * 100_000,
    "compounds": "hjelpemiddelsentral" * 5_263,
    "figures": "0123456789" * 10_000,
    "signs": "og/eller-" * 11_111,
    "space": " " * 100_000,
}
BLOCKS = {
    "paragraph": Paragraph,
    "heading": Heading,
    "list": lambda text: ListBlock((text,)),
    "runs": lambda text: Paragraph((Run(text[:50_000], bold=True), Run(text[50_000:], link="https://a.example"))),
    "fact": lambda text: Facts((("Felt", text), ("Et", "b"), ("To", "c"))),
    "label": lambda text: Facts(((text, "verdi"),)),
    "cell": lambda text: Table((Column("A"), Column("B")), ((text, "b"), ("c", "d"))),
    "head": lambda text: Table((Column(text), Column("B")), (("a", "b"),)),
    "caption": lambda text: Table((Column("A"),), (("a",),), caption=text),
    "status": lambda text: Table((Column("A"), Column("B")), ((StatusCell(text, "running"), "b"),)),
    "quote": lambda text: Quote("Tittel", text, "Sagt hjemme"),
    "redacted": Redacted,
    "signature": lambda text: Signature("Navn", "Tittel", note=text),
}
FEW = [("words", "cell"), ("one letter", "paragraph"), ("compounds", "signature"), ("figures", "head")]
ALL = [(text, block) for text in ("compounds", "signs") for block in BLOCKS] + [("space", "cell")]


def faults(content: bytes) -> list[str]:
    """What the two standards have against a file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.pdf"
        file.write_bytes(content)
        return [str(one) for kind in ("2a", "ua1") for one in page.validate_pdf(str(file), profile=kind).failures]


@pytest.mark.parametrize(
    ("text", "block"), [*FEW, *(pytest.param(*one, marks=pytest.mark.slow) for one in ALL if one not in FEW)]
)
def test_a_hundred_thousand_letters_in_a_field_are_set_within_the_page_and_soon(text, block):
    started = time.process_time()
    content = render(document(BLOCKS[block](TEXTS[text])))
    assert time.process_time() - started < 6  # a second or so; not the minutes of work that grows with its square
    pages = pypdfium2.PdfDocument(content)
    said = "".join(one.get_textpage().get_text_bounded(0, 40, 595, 842) for one in pages)
    assert sum(map(said.count, set(TEXTS[text]) - set(" -/"))) >= len(
        TEXTS[text].translate({32: None, 45: None, 47: None})
    )
    if (text, block) in FEW:
        assert faults(content) == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a\x00b\x07c\x1bd\x9fe", "abcde"),
        ("null\u200bbredde\u2060og\ufeffmer", "nullbreddeogmer"),
        ("\u202esnudd\u202c og \u2067isolert\u2069", "snudd og isolert"),
        ("hjelpe\u00admiddel", "hjelpemiddel"),
        ("\ufb01lm i \uff2f\uff33\uff2c\uff2f \U0001d41f\U0001d41e\U0001d42d", "film i OSLO fet"),
        ("smal\u2009luft\u3000og\u202ffast", "smal luft og fast"),
        ("linje\r\n\u2028\x85slutt", "linje slutt"),
        ("merke\U000e0041\ufe0f\u034f", "merke"),
        ("A\u200b\u030aA\u030a", "\u00c5\u00c5"),
    ],
)
def test_what_can_not_be_seen_is_left_out_and_letters_in_disguise_are_printed_plain(typed, printed):
    content = render(document(Paragraph(typed)))
    said = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_bounded()
    assert printed in " ".join(said.replace("\u00a0", " ").split())


@pytest.mark.parametrize("letter", ["\ud83d", "\ue000", "\uffff", "\U0001f600", "\ufffc", "\u0e01"])
def test_a_letter_that_can_not_be_shown_is_told_in_words_that_can(letter):
    with pytest.raises(UnprintableText) as refused:
        render(document(Heading("Om skolen"), Paragraph(f"Hei {letter} der")))
    said = fill(refused.value.key, "nb", **refused.value.values)
    said.encode("utf-8")
    assert f"U+{ord(letter):04X}" in said or letter in said
    assert "\u00abOm skolen\u00bb" in said


@given(st.text(max_size=60), st.sampled_from(sorted(BLOCKS)))
@settings(max_examples=40)
def test_any_text_is_printed_or_its_letter_named(text, block):
    assert outcome(BLOCKS[block](text)).startswith((b"%PDF-1.7", b"Teiknet "))


def outcome(block: Block) -> bytes:
    """The file, or the sentence that says why there is none."""
    try:
        return render(document(block))
    except UnprintableText as refused:
        return fill(refused.key, "nn", **refused.values).encode("utf-8")


def test_all_weights_print_the_same_letters():
    letters = {weight: set(font(weight).letters) for weight in ("Regular", "SemiBold", "Bold", "Italic")}
    assert all(one == letters["Regular"] for one in letters.values())
