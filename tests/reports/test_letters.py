# SPDX-License-Identifier: MIT
"""What each letter says, in each language, for each outcome and hard case."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from reports.blocks import Heading, Signature
from reports.papers import document, sections
from reports.texts import edition
from resources.catalogue import find, keys
from tests.reports.all_papers import LANGUAGES, documents, papers
from tests.reports.letter_samples import determination, envelope
from tests.reports.overview_samples import overview_papers
from tests.reports.plan_samples import plan_papers
from tests.reports.printed import printed

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = {language: documents(language) for language in LANGUAGES}
CASES = [(language, name) for language in LANGUAGES for name in DOCUMENTS[language]]
FAMILY_OUTCOMES = ("granted", "refused", "changed", "person_changed", "ended")
# Words that belong to one written standard only; a letter that has one from the other is half in each.
ONLY_BOKMAL = set(
    re.findall(
        r"\w+",
        """
    ikke jeg hvordan hvem hva hvor hvorfor hvis dere deres noe noen fra bare også være gjøre mer hun
    tjeneste tjenester avgjørelse begrunnelse taushetsplikt veiledning koordinerende rettighet rettigheter
    alvorlig sykdom uke uker en et skole hjem selv sammen fortsatt hvilke hvilken vilkårene
""",
    )
)
ONLY_NYNORSK = set(
    re.findall(
        r"\w+",
        """
    ikkje eg korleis kven kva kvifor dersom dykk dykkar noko nokon frå berre òg vere gjere meir ho teneste tenester
    avgjerd avgjerda grunngiving teieplikt rettleiing koordinerande rettar alvorleg sjukdom veke veker ein eit skule
    heim sjølv saman framleis vilkåra
""",
    )
)


@pytest.mark.parametrize(("language", "name"), CASES)
def test_a_letter_says_what_its_golden_file_says(language, name, agreed):
    agreed(GOLDEN / language / f"{name}.txt", printed(DOCUMENTS[language][name]))


@pytest.mark.parametrize(("language", "name"), CASES)
def test_a_letter_is_never_half_in_the_other_language(language, name):
    other = ONLY_BOKMAL if language == "nn" else ONLY_NYNORSK
    said = set(re.findall(r"\w+", printed(DOCUMENTS[language][name]).casefold()))
    assert not said & other


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_standard_texts_hold_no_word_of_the_other_language(language):
    other = ONLY_BOKMAL if language == "nn" else ONLY_NYNORSK
    for key in keys(language):
        if key.split(".")[0].startswith("letters"):
            assert not set(re.findall(r"\w+", str(find(key, language)).casefold())) & other, key


@pytest.mark.parametrize(("language", "name"), CASES)
def test_no_letter_calls_an_avgjorelse_a_vedtak(language, name):
    assert "vedtak" not in printed(DOCUMENTS[language][name]).casefold()


@pytest.mark.parametrize(("language", "name"), CASES)
def test_headings_begin_with_one_title_and_skip_no_level(language, name):
    levels = [block.level for block in DOCUMENTS[language][name].blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("outcome", FAMILY_OUTCOMES)
@pytest.mark.parametrize("kind", ["child_coordinator", "coordinator"])
def test_every_avgjorelse_tells_how_to_complain_and_who_signs(language, outcome, kind):
    letter = determination(language, outcome, kind=kind)
    said = printed(document(letter))
    for law in ("§§ 7-2, 7-3 og 7-5", "§ 5-1", "§§ 18 og 19"):
        assert law in said
    assert {"nb": "4 uker", "nn": "4 veker"}[language] in said
    assert "Mellomvik kommune, " in said
    assert any(isinstance(block, Signature) and block.name == "Ingunn Åsen" for block in document(letter).blocks)


def test_references_come_from_the_law_that_was_given():
    newer = tuple(replace(law, text=law.text.replace("§ 7-2 a", "§ 70 z")) for law in envelope().law)
    said = printed(document(determination(envelope=envelope(law=newer))))
    assert "§ 70 z" in said
    assert "§ 7-2 a" not in said


def test_a_letter_without_the_law_it_needs_is_refused_rather_than_printed():
    with pytest.raises(KeyError):
        document(determination(envelope=envelope(law=())))


def test_a_changed_text_takes_the_place_of_the_standard_one():
    letter = determination()
    changed = replace(letter, envelope=envelope(changed_texts={"practice": "Vi møtes på {rådhuset}.\n– Første punkt"}))
    said = printed(document(changed))
    assert "Vi møtes på {rådhuset}.\n" in said
    assert "– Første punkt\n" in said
    assert "Dere kan kontakte Kari Nordby" not in said
    found = {section.id: section for section in sections(changed)}
    assert found["practice"].text.startswith("Vi møtes")
    assert found["practice"].standard.startswith("Dere kan kontakte Kari Nordby")


def test_an_emptied_text_takes_its_heading_with_it():
    said = printed(document(determination(envelope=envelope(changed_texts={"contact": ""}))))
    assert "Har dere spørsmål?" not in said


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_right_to_complain_cannot_be_changed_away(language):
    letter = determination(language)
    emptied = {section.id: "" for section in sections(letter)}
    said = printed(document(replace(letter, envelope=envelope(language, changed_texts=emptied))))
    assert {"nb": "Dere kan klage", "nn": "De kan klage"}[language] in said


@pytest.mark.parametrize(("language", "name"), CASES)
def test_titles_hold_no_names(language, name):
    said = DOCUMENTS[language][name].title
    assert "Haugen" not in said
    assert "Nordby" not in said


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_service_learns_the_coordinator_but_not_the_child_or_its_health(language):
    said = printed(DOCUMENTS[language]["service_information"])
    assert "Emil" not in said
    assert "Haugen" not in said
    assert "Kari Nordby" in said
    assert "§ 24-1" in said


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_section_has_its_own_id(language):
    for name, paper in papers(language).items():
        ids = [section.id for section in sections(paper)]
        assert len(ids) == len(set(ids))
        assert {"result", "text"} & set(ids) or name in plan_papers(language) | overview_papers(language)


def test_each_language_has_its_own_text_edition():
    assert edition("nb").startswith("nb-")
    assert edition("nn").startswith("nn-")


def test_both_languages_have_the_same_letter_texts():
    assert {key for key in keys("nb") if key.startswith("letters")} == {
        key for key in keys("nn") if key.startswith("letters")
    }
