# SPDX-License-Identifier: MIT
"""A consent on paper says all that makes it valid, keeps to its one matter, and has a place for each who signs."""

from dataclasses import replace
from typing import get_args

import pytest

from models.values.consent_paper import ConsentForm, ConsentKind, ConsentMatter, EasyConsentForm, InformationKind
from reports.blocks import Blank, Blanks, Document, Table, Ticks
from reports.papers import document
from resources.catalogue import find
from tests.reports.all_papers import LANGUAGES
from tests.reports.consent_samples import PARENTS, forms, matter
from tests.reports.letter_samples import envelope
from tests.reports.printed import printed

KINDS = get_args(ConsentKind)


def form(language: str = "nb", **changes: object) -> Document:
    return document(ConsentForm(envelope(language), matter(language, **changes)))


def blanks(made: Document) -> list[Blank]:
    """The lines to write on, in reading order."""
    fields = (field for block in made.blocks if isinstance(block, Blanks) for field in block.fields)
    return [field for field in fields if isinstance(field, Blank) and not field.value]


def test_a_consent_to_share_says_what_makes_it_valid():
    """The guideline, chapter 7.3: from and to which service, what, why, consequences, freely and until withdrawn."""
    said = printed(form())
    told = matter()
    for part in (*told.from_services, *(service.name for service in told.services), told.purpose, told.exceptions):
        assert part in said
    for part in (
        "Det er frivillig",
        "trekke samtykket tilbake når som helst",
        "deler vi ikke mer",
        "kan fortsatt bruke",
    ):
        assert part in said
    for part in ("20.~november~2027", "Norsk, ingen tolk", "ikke grunnlaget for", "artikkel 6", "§ 13 a", "§ 22"):
        assert part in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("version", [ConsentForm, EasyConsentForm])
def test_each_form_is_for_one_thing_and_asks_for_the_others_apart(language, kind, version):
    made = document(version(envelope(language), ConsentMatter(kind)))
    assert made.title == find(f"letters_consent.{kind}.title", language)
    apart = next(line for line in printed(made).splitlines() if line.startswith("Skjemaet"))
    for other in KINDS:
        assert (str(find(f"letters_consent.{other}.called", language)) in apart) == (other != kind)


def test_only_a_consent_to_share_sets_secrecy_aside():
    assert "setter ikke taushetsplikten til side" not in printed(form())
    for kind in KINDS:
        if kind != "sharing":
            assert "setter ikke taushetsplikten til side" in printed(form(kind=kind))


@pytest.mark.parametrize(("signers", "places"), [((), 2), (PARENTS[:1], 1), (PARENTS, 2), ((*PARENTS, PARENTS[0]), 3)])
def test_there_is_a_line_to_sign_on_for_each_who_must(signers, places):
    made = form(signers=signers)
    assert sum(field.label.startswith("Underskrift") for field in blanks(made)) == places


def test_nobody_has_to_write_what_is_known_already():
    assert [field.label for field in blanks(form())][:1] == ["Underskrift, Anne Haugen, forelder med foreldreansvar"]


def test_an_empty_form_has_a_line_for_all_that_must_be_told():
    labels = [field.label for field in blanks(document(ConsentForm(envelope(), ConsentMatter("sharing"))))]
    for label in ("Barnet", "Født", "Språk og tolk", "Samtykket gjelder til", "Hvorfor vi spør", "Tjeneste 3", "Dato"):
        assert label in labels


def test_an_answer_stands_under_the_service_it_is_for_when_the_table_is_parted():
    services = tuple(replace(matter().services[0], name=f"T{number}") for number in range(7))
    answers = (None, None, None, None, None, True, None)
    made = form(services=services, information=(InformationKind("Helse", answers=answers),))
    ticked = {}
    for table in (block for block in made.blocks if isinstance(block, Table)):
        for column, cell in zip(table.columns[1:], table.rows[0][1:], strict=True):
            assert isinstance(cell, Ticks)
            ticked[column.head] = cell.boxes[0].ticked
    assert ticked == {f"T{number}": number == 5 for number in range(7)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_is_given_beforehand(language):
    for name, paper in forms(language).items():
        said = printed(document(paper))
        if "hard" not in name and "[x]" in said:
            assert said.count("[x]") == 1  # that the child was heard


def test_references_of_one_treaty_name_it_once():
    assert printed(form()).count("personvernforordningen") == 1
