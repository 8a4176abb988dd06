# SPDX-License-Identifier: MIT
"""The plan in its lengths: all the law asks for, the child first, one page when one page is promised, and no more
than the recipient may read."""

from dataclasses import fields, replace
from datetime import date

import pypdfium2
import pytest

from models.values.overview_paper import DutyLine, ServiceLine
from models.values.picture import Around, Network, YearEvent
from models.values.plan_paper import IndividualPlan, PlanGoal, PlanHead, PlanMeasure
from reports.blocks import Facts, Heading, Quote
from reports.build import render
from reports.drawn import Drawing
from reports.papers import document
from reports.plain import plain
from tests.reports.overview_samples import long_timeline, services_overview, who_does_what
from tests.reports.plan_samples import big_overview, child_plan, individual_plan, plan_copy, plan_overview

LANGUAGES = ["nb", "nn"]
# What each letter of § 9, and its last paragraph on children, is told by in the sample.
ASKED_FOR = {
    "a, goals": "Ella leser korte tekster selv",
    "a, resources": "Humor, og tid til å svare",
    "a, needs": "Kveldsavlastning når Ella blir eldre",
    "b, who takes part": "Kontaktlærer, Mellomvik skole",
    "c, who draws it up": "Lager planen: Marte Hauge",
    "c, who coordinates": "Samordner og følger opp: Marte Hauge",
    "d, contributions": "Følger opp lesingen hjemme",
    "e, measures and who": "Ansvarlig: Ingrid Dahl, fysioterapeut",
    "e, extent": "To ganger i uka, 30 minutter",
    "f, how": "helst sammen med Iver",
    "g, offered": "Ordning: Koordinator i spesialisthelsetjenesten · Status: Tilbudt",
    "g, appointed": "Ordning: Barnekoordinator · Status: Oppnevnt · Hvem: Marte Hauge",
    "h, period": "Planen gjelder fra 1. august 2026 til 30. juni 2027",
    "h, revision": "Vi ser på planen sammen 20. januar 2027 og 28. mai 2027",
    "i, consent to the plan": "Å lage planen, og at Marte samordner den",
    "i, consent to read": "Hvem som får lese: Mellomvik skole",
    "j, cooperation": "Skolen og habiliteringen trenger en fast avtale",
    "child": "Ella valgte selv hvem som skulle være med",
}


def pages(made) -> list[str]:
    """The text of each page of a paper."""
    with pypdfium2.PdfDocument(render(document(made))) as file:
        return [" ".join(page.get_textpage().get_text_range().replace("\u00a0", " ").split()) for page in file]


def said(made) -> str:
    """Every word of a paper, with common spaces."""
    return plain(document(made)).replace("\u00a0", " ")


@pytest.mark.parametrize("letter", ASKED_FOR)
def test_the_full_plan_has_what_the_regulation_asks_for(letter):
    assert ASKED_FOR[letter] in said(individual_plan())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [individual_plan, plan_overview, child_plan])
def test_every_length_says_that_the_plan_gives_no_extra_right(language, made):
    sentence = {"nb": "Planen gir ingen ekstra rett til tjenester", "nn": "Planen gir ingen ekstra rett til tenester"}
    assert f"{sentence[language]} (forskrift om individuell plan § 4)" in said(made(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_matters_to_the_child_comes_right_after_the_facts(language):
    blocks = document(individual_plan(language)).blocks
    facts = next(number for number, block in enumerate(blocks) if isinstance(block, Facts))
    assert isinstance(blocks[facts + 1], Quote)
    assert blocks[facts + 1].words.startswith("«")


def test_what_works_comes_before_what_is_lacking():
    headings = [block.text for block in document(individual_plan()).blocks if isinstance(block, Heading)]
    assert headings.index("Dette virker") < headings.index("Mål og tiltak") < headings.index("Det Ella trenger")


def test_the_head_tells_case_version_and_date():
    for page in pages(individual_plan()):
        assert "Sak 2026/01483" in page
        assert "Versjon 3 · 20. november 2026" in page


def test_goals_have_titles_and_no_numbers():
    assert "Mål 1" not in said(individual_plan())
    assert "1." not in [line[:2] for line in said(plan_overview()).splitlines()]


@pytest.mark.parametrize("lines", range(6, 30, 6))
def test_a_goal_with_few_measures_stands_on_one_page(lines):
    measures = tuple(PlanMeasure(f"Tiltak nummer {n}", "Skolen", "planned") for n in range(6))
    goal = PlanGoal("Ella sykler til skolen", "running", "Beskrivelse", "Egne ord", ("Delmål",), measures)
    plan = replace(individual_plan(), what_works="\n".join(["linje"] * lines), goals=(goal,))
    with_goal = [page for page in pages(plan) if "Beskrivelse" in page or "Tiltak nummer" in page]
    assert len(with_goal) == 1


@pytest.mark.parametrize("lines", [0, 18, 22, 26, 30])
def test_signatures_are_never_alone(lines):
    plan = replace(
        individual_plan(), goals=(), needs=(), network=None, participants=(), what_works="\n".join(["a"] * lines)
    )
    (signed,) = [page for page in pages(plan) if "Foresatt · sted og dato" in page]
    assert "Vi har laget planen sammen." in signed


def test_a_copy_holds_what_it_was_given_and_names_the_consent():
    copy, whole = plan_copy(), individual_plan()
    text = said(copy)
    assert "Kopi til NAV Mellomvik ved Are Strand." in text
    assert "bare det Biret Ánne Čuoivvat og Jon Solbakken sa ja til 18. august 2026" in text
    for hidden in (whole.goals[0].title, whole.goals[1].title, whole.participation, whole.family_words, "Født"):
        assert hidden not in text
    assert "eigne interesser" not in text
    assert "egne interesser" not in text


@pytest.mark.parametrize(
    ("language", "notice"), [("nb", "ivareta egne interesser"), ("nn", "vare på eigne interesser")]
)
def test_a_party_is_told_what_the_copy_may_be_used_for(language, notice):
    party = replace(individual_plan(language), copy=replace(plan_copy(language).copy, party=True))
    assert notice in said(party)


def test_an_empty_plan_shows_no_headings_for_what_it_lacks():
    plan = IndividualPlan(individual_plan().envelope, PlanHead("Ella", "Ella", 1))
    assert [block.text for block in document(plan).blocks if isinstance(block, Heading)] == ["Individuell plan"]


def test_no_plan_has_a_place_for_a_national_id():
    names = {field.name for kind in (IndividualPlan, PlanHead) for field in fields(kind)}
    assert not {name for name in names if "national" in name or "number" in name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_usual_overview_is_whole_on_one_page(language):
    (page,) = pages(plan_overview(language))
    assert all(goal.title.split()[-1] in page for goal in individual_plan(language).goals)
    assert all(person.name in page for person in plan_overview(language).people)
    assert " til." not in page.split("Planen gir")[0][-20:]


@pytest.mark.parametrize("grown", [1, 4, 60])
def test_a_big_overview_is_cut_to_one_page_and_says_so(grown):
    big = replace(big_overview(), goals=big_overview().goals[:2] * grown, child_words="ord " * 60 * grown)
    (page,) = pages(big)
    shown = page.count("Marte Hauge, koordinator") + page.count("Kari Lunde, kontaktlærer, 12")
    left = len(big.goals) - shown
    assert shown
    assert (f"og {left} til" in page) == (left > 0)


def test_an_overview_of_endless_words_is_still_one_page():
    long = "hjelpemiddelsentralrådgivningstjenestekoordinatoren" * 40
    big = replace(
        big_overview(),
        head=replace(big_overview().head, child=long, coordinator=long, guardians=(long,) * 9, language=long),
        goals=tuple(replace(goal, title=long, responsible=long, due_words=long) for goal in big_overview().goals),
        people=tuple(replace(person, name=long, phone=long) for person in big_overview().people),
        events=(YearEvent(date(2026, 9, 1), long),) * 30,
    )
    assert len(pages(big)) == 1


@pytest.mark.parametrize("count", [0, 1, 8, 200])
def test_the_sheet_for_the_fridge_is_one_page_and_tells_whom_to_ring_first(count):
    sheet = replace(who_does_what(), duties=tuple(DutyLine(f"Sak {n}", "Noen", "75 00 12 99") for n in range(count)))
    (page,) = pages(sheet)
    assert page.index("Ring først") < page.index("75 00 12 34") < page.index("113")
    left = count - page.count("Noen")
    assert (f"og {left} til" in page) == (left > 0)


def test_the_child_reads_its_own_words_first_and_goals_as_what_we_shall_manage():
    blocks = document(child_plan()).blocks
    assert isinstance(blocks[2], Quote)
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings.index("Dette skal vi få til") < headings.index("Sykle til skolen med Iver")
    assert sum(isinstance(block, Drawing) for block in blocks) == 3


def test_more_services_than_a_picture_holds_stand_in_the_table():
    few = document(services_overview())
    many = document(replace(services_overview(), services=tuple(ServiceLine(f"T{n}", "other") for n in range(17))))
    assert any(isinstance(block, Drawing) for block in few.blocks)
    assert not any(isinstance(block, Drawing) for block in many.blocks)
    assert "Tjeneste: T16" in plain(many)


def test_a_full_plan_with_too_many_around_the_child_has_no_map_but_everyone_in_the_table():
    crowd = Network("Ella", "", tuple(Around(f"T{n}", "", "other") for n in range(17)))
    text = said(replace(individual_plan(), network=crowd))
    assert "Nettverket til" not in text
    assert "Navn: Øyvind Sæther" in text


def test_the_list_of_a_timeline_leaves_nothing_out_though_its_picture_must():
    made = document(long_timeline("nb", 60))
    (drawing,) = [block for block in made.blocks if isinstance(block, Drawing)]
    assert drawing.alt.count("Ella ble født 0.") == 1
    assert drawing.alt.count(". ") < 30
    text = plain(made)
    assert all(f" {n} ·" in text for n in range(60))
