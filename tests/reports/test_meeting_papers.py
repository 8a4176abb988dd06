# SPDX-License-Identifier: MIT
"""The papers of a team meeting: the child first, initials only, what is late in words, what is left out not there."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from models.values.meeting_paper import (
    AgendaItem,
    InvitationLetter,
    MeetingParticipant,
    MinutesItem,
    OmittedItem,
    TaskLine,
    TaskListPaper,
)
from reports.blocks import Document, ListBlock, Redacted, StatusCell, Table
from reports.build import render
from reports.papers import document
from reports.parts import speaker
from tests.reports.all_papers import LANGUAGES, papers
from tests.reports.letter_samples import envelope
from tests.reports.meeting_samples import (
    STORY,
    about,
    invitation,
    items,
    meetings,
    minutes,
    occasion,
    participants,
    tasks,
    to_service,
)
from tests.reports.printed import printed, words

ONE_PAGE = ("invitation_family", "invitation_service", "invitation_one_item", "invitation_child", "agenda", "reminder")
ONE_SHEET = ("consent_sharing", "consent_sharing_blank", "consent_easy_sharing", "consent_youth_sharing")
CHILD = ("consent_child_sharing", "consent_child_care_team", "consent_request_start")


def tables(made: Document) -> list[Table]:
    return [block for block in made.blocks if isinstance(block, Table)]


def pages(made: Document) -> int:
    return len(pypdf.PdfReader(BytesIO(render(made))).pages)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("names", "most"), [(ONE_PAGE, 1), (ONE_SHEET, 2), (CHILD, 1)])
def test_papers_are_short(language, names, most):
    found = papers(language)
    assert {name: pages(document(found[name])) <= most for name in names} == dict.fromkeys(names, True)


def test_the_child_speaks_first_whatever_its_place_in_the_list():
    agenda = next(block for block in document(invitation()).blocks if isinstance(block, ListBlock))
    assert words(agenda.items[0]).startswith(items("nb")[-1].title)
    assert len(agenda.items) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sent_out_before_a_meeting_knows_the_child_by_initials(language):
    for name, paper in meetings(language).items():
        if name.startswith(("invitation", "reminder")) and "child" not in name:
            said = printed(document(paper))
            assert "E.H." in said
            assert "Emil" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reminder_says_nothing_of_what_it_is_about(language):
    said = printed(document(meetings(language)["reminder"]))
    assert all(task.what not in said for task in tasks(language))
    assert "2026" in said


def test_a_place_that_must_not_be_told_becomes_somebody_to_ask():
    hidden = invitation(occasion=replace(occasion("nb"), place="", online=""))
    assert "Hvor: Spør Ingunn Åsen på telefon 57 00 00 11" in printed(document(hidden))


def test_a_service_is_told_of_its_secrecy_and_asked_for_a_deputy():
    family, service = document(invitation()), document(invitation(envelope=envelope(addressee="other")))
    assert "Du har taushetsplikt" in printed(service)
    assert "stedfortreder" in printed(service)
    assert "Du har taushetsplikt" not in printed(family)


def test_what_is_past_due_stands_first_with_words_and_a_sign_of_its_own():
    made = document(TaskListPaper(about("nb"), "E.H.", tasks("nb")))
    first, *others = (row[3] for row in tables(made)[0].rows)
    assert first == StatusCell("4 dager over", "review")
    assert all(isinstance(cell, StatusCell) and cell.status != "review" for cell in others)


@pytest.mark.parametrize(
    ("done_on", "said"),
    [(date(2026, 10, 1), "Gjort i tide"), (date(2026, 10, 2), "Gjort etter fristen"), (None, "Gjort")],
)
def test_minutes_tell_who_kept_the_day(done_on, said):
    task = TaskLine("Ringe", "Anne", due_on=date(2026, 10, 1), status="done", done_on=done_on)
    made = document(minutes(earlier_tasks=(task,), tasks=()))
    assert words(tables(made)[0].rows[0][3]) == said


@pytest.mark.parametrize("told", [True, False])
def test_an_item_left_out_leaves_a_mark_only_where_that_may_be_said(told):
    first, last = MinutesItem("Først", known="A"), MinutesItem("Sist", known="B")
    kept = (first, OmittedItem("Tatt ut (forvaltningsloven § 19)."), last) if told else (first, last)
    blocks = document(minutes(items=kept)).blocks
    assert any(isinstance(block, Redacted) for block in blocks) == told
    assert ("Tatt ut" in printed(document(minutes(items=kept)))) == told


def test_a_party_is_told_what_the_minutes_may_be_used_for():
    assert "egne interesser" in printed(document(minutes()))
    assert "egne interesser" not in printed(document(minutes(envelope=replace(about("nb"), addressee="other"))))


@pytest.mark.parametrize(
    ("state", "said"),
    [("draft", "Dette er et utkast"), ("sent", "sendt 4.~desember~2026"), ("final", "det endelige referatet")],
)
def test_minutes_say_which_version_they_are_and_how_long_one_may_object(state, said):
    told = printed(document(minutes(state=state))).splitlines()
    version = next(line for line in told if line.startswith("Dette er"))
    assert said in version
    assert ("innen 18.~desember~2026" in version) == (state != "final")


def test_minutes_hold_what_the_field_asks_of_them():
    told = printed(document(minutes()))
    for part in (
        "Til stede: Anne Haugen (mor)",
        "Forfall: Are Strand",
        "Får kopi: Guro Lie",
        "for Guro Lie",
        "Uenighet",
    ):
        assert part in told
    for part in ("Barnets syn (helsesykepleier Siri Aas)", "Vi ble enige om", "samtykke av 18. august", "Skal få vite"):
        assert part in told
    assert told.index("Det Emil sier") < told.index("Foreldrenes syn") < told.index("## Saker")
    assert "avgjør hver tjeneste" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_childs_invitation_that_is_posted_has_the_address_in_the_window(language):
    sent = meetings(language)["invitation_child_posted"]
    page = pypdf.PdfReader(BytesIO(render(document(sent)))).pages[0].extract_text()
    assert page.index("Fjordvegen 3") < page.index("Emil")


def full(language: str, **changes: object) -> InvitationLetter:
    """Six people and six items, to a service that is called to some of them and has something to bring."""
    told = STORY[language]
    another = MeetingParticipant("Marit Solheimsnes", "fysioterapeut", "Fysio- og ergoterapitjenesten")
    more = (AgendaItem("Overgang til ungdomsskolen", "Liv Moe", 15), AgendaItem("Avlastning i helgene", "Anne", 10))
    all_items = (*items(language), *more)
    base = invitation(
        language,
        envelope=to_service(language),
        participants=(*participants(language), another),
        items=all_items,
        called_to=tuple(item.title for item in all_items[:3]),
        prepare=tuple(told["prepare"]),
        interpreter=told["interpreter"],
        people_in_room=8,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_people_and_six_items_fit_on_one_page(language):
    assert pages(document(full(language))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("times", [2, 3])
def test_on_two_pages_what_to_do_before_the_meeting_goes_with_the_signature(language, times):
    letter = full(language, items=full(language).items * times)
    first, last = pypdf.PdfReader(BytesIO(render(document(letter)))).pages
    say = speaker(language)
    assert say("letters_invitation.before") in last.extract_text()
    assert say("letters_invitation.before") not in first.extract_text()
    assert say("letters.greeting") in last.extract_text()
