# SPDX-License-Identifier: MIT
"""Sheets and letters around a family, from what the vault knows to what stands on paper."""

from datetime import date, timedelta
from itertools import groupby

import pytest

from models.queries.documents import document_bytes, document_list, document_row
from models.queries.due import day
from models.queries.letter_choices import letters_that_fit
from models.queries.letters import letter_of
from models.records.appeal import Appeal, Reassessment
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.coordination import Coordination
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.document import DocumentKind
from models.records.note import ContactNote
from models.records.person import AddressProtection, Person, Relation
from models.records.transfer import Transfer, TransferDirection
from models.work.close_family import CloseDraft, close_family
from models.work.issue_letter import LetterDraft, draft_letters, edit_letter_about, edit_letter_texts, finish_letter
from models.work.send_letter import mark_sent
from reports.papers import document
from tests.letter_press import edit, press
from tests.reports.printed import printed as words_on_paper


@pytest.fixture
def haugen(story):
    story.municipality(address="Postboks 12", postal_code="6898", place="Mellomvik", phone="57 00 00 00")
    return story.family("Haugen").child("Emil", age=7).adult("Anne", address="Fjordvegen 3", phone="57 00 00 41")


def words_of(desk, letter_id):
    """What a draft would say on paper now."""
    return words_on_paper(document(desk.read(letter_of, letter_id, desk.staff_id, desk.clock())))


def appoint(story, family, **values):
    kari = story.staff("Kari Nordby", phone="57 00 00 22")
    kind = CoordinatorKind.CHILD_COORDINATOR
    values = {"from_on": story.today, "kind": kind, **values}
    return story.add(CoordinatorAppointment(family_id=family.id, staff_id=kari, **values))


def offered(desk, family, kind):
    """The lines of the menu with this kind of paper."""
    return [one for one in desk.read(letters_that_fit, family.id, desk.today()) if one.kind is kind]


def printed(desk, family, kind, number=0, language=""):
    """What stands on the paper when the menu's line is chosen and the draft is finished as it is."""
    choice = offered(desk, family, kind)[number]
    draft = LetterDraft(
        kind=kind,
        recipient=choice.recipient,
        language=language or choice.language,
        addressee="family" if choice.to_family else "other",
        appeal_id=choice.appeal_id,
        person=str(choice.person_id or ""),
    )
    ids = desk.do(draft_letters, family.id, draft)
    return [desk.read(document_bytes, desk.do(finish_letter, id, press)).content.decode() for id in ids]


def test_a_role_card_is_offered_to_a_family_with_a_coordinator_and_names_her(desk, story, haugen):
    assert not offered(desk, haugen, DocumentKind.ROLE_CARD)
    appoint(story, haugen)
    (said,) = printed(desk, haugen, DocumentKind.ROLE_CARD)
    assert "Jeg heter Kari Nordby og er barnekoordinatoren deres" in said
    assert "57 00 00 22" in said
    assert "Unntatt offentlighet" in said


def test_a_finished_sheet_waits_for_nobody_to_send_it(desk, story, haugen):
    appoint(story, haugen)
    printed(desk, haugen, DocumentKind.ROLE_CARD)
    assert "send_letter" not in [row.kind for row in desk.read(day, desk.staff_id, desk.today()).rows]


def test_whoever_complains_stands_as_recipient_of_a_copy(desk, story, haugen):
    refused = story.add(
        Determination(family_id=haugen.id, outcome=Outcome.REFUSED, state=DeterminationState.FINAL, number="2026-009")
    )
    story.add(
        Appeal(
            family_id=haugen.id,
            determination_id=refused,
            received_on=story.today,
            from_whom="Anne Haugen",
            reassessment=Reassessment.UPHELD,
        )
    )
    (said,) = printed(desk, haugen, DocumentKind.APPEAL_FORWARDING)
    assert "### Kopi til\n\n– Anne Haugen" in said


def test_the_menu_stands_in_groups_in_the_order_of_a_case(desk, story, haugen):
    haugen.enquiry()
    appoint(story, haugen)
    groups = [one.group for one in desk.read(letters_that_fit, haugen.id, desk.today())]
    assert [group for group, _ in groupby(groups)] == ["right", "coordinator", "child", "own", "overview"]


def test_a_childs_own_sheet_says_its_words_how_it_speaks_and_whom_to_ring(desk, story, haugen):
    appoint(story, haugen)
    edit(desk, Person, haugen.children[0], what_matters="Jeg vil ta bussen selv.", aac="bildetavle")
    edit(desk, Person, haugen.adults[0], language="dari", interpreter=True)
    (said,) = printed(desk, haugen, DocumentKind.ABOUT_ME)
    for words in ("Jeg vil ta bussen selv.", "bildetavle", "Anne trenger tolk.", "Kari Nordby, barnekoordinator: 57"):
        assert words in said.replace("~", " "), words
    assert "Anne Haugen, mor: 57 00 00 41" in said.replace("~", " ")
    assert "Slik vil jeg bli møtt" not in said, "what nobody has filled in is not there"


def test_what_the_family_takes_away_is_gone_with_its_heading(desk, haugen):
    edit(desk, Person, haugen.children[0], what_matters="Jeg vil ta bussen selv.")
    choice = offered(desk, haugen, DocumentKind.ABOUT_ME)[0]
    draft = LetterDraft(kind=choice.kind, addressee="other", person=str(choice.person_id))
    (letter_id,) = desk.do(draft_letters, haugen.id, draft)
    desk.do(edit_letter_texts, letter_id, {"matters": "", "contacts": "", "met": "Se på meg når du snakker."})
    said = desk.read(document_bytes, desk.do(finish_letter, letter_id, press)).content.decode()
    assert "bussen" not in said
    assert "Dem kan du ringe" not in said
    assert "## Slik vil jeg bli møtt\n\nSe på meg når du snakker." in said


def test_each_child_has_a_sheet_of_its_own_and_the_family_one_together(desk, story, haugen):
    haugen.child("Selma", age=4).child("", age=None, expected_on=story.today)
    assert [one.person for one in offered(desk, haugen, DocumentKind.ABOUT_ME)] == ["Emil", "Selma"]
    edit(desk, Person, haugen.children[1], what_matters="Kaninen min.")
    (said,) = printed(desk, haugen, DocumentKind.ABOUT_US)
    assert "«Selma: Kaninen min.»" in said


def test_nobodys_phone_stands_on_the_sheet_where_an_address_is_secret(desk, story, haugen):
    appoint(story, haugen)
    edit(desk, Person, haugen.children[0], address_protection=AddressProtection.STRICT)
    for kind in (DocumentKind.ABOUT_ME, DocumentKind.ABOUT_US):
        (said,) = printed(desk, haugen, kind)
        assert "00 41" not in said
        assert "00 22" in said, "the coordinator's own number is no secret"


def test_a_parent_who_is_not_to_be_contacted_is_named_nowhere_on_the_sheet(desk, haugen):
    haugen.adult("Per", relation=Relation.FATHER, phone="57 00 00 42", contact_allowed=False, language="dari")
    (said,) = printed(desk, haugen, DocumentKind.ABOUT_US)
    assert "Per" not in said


@pytest.mark.parametrize(
    ("born_on", "fits"),
    [(date(2009, 9, 16), True), (date(2009, 9, 17), False), (date(2008, 3, 17), True), (date(2008, 3, 16), False)],
)
def test_the_papers_before_18_are_offered_from_sixteen_and_a_half_until_the_birthday(desk, story, born_on, fits):
    story.municipality()
    vik = story.family("Vik").child("Ine", born_on=born_on).adult("Ida")
    for kind in (DocumentKind.ADULTHOOD_LETTER, DocumentKind.ADULTHOOD_CHECKLIST):
        assert bool(offered(desk, vik, kind)) is fits


def test_the_letter_before_18_goes_to_each_home_and_says_when_and_what_to_ask_nav(desk, story):
    story.municipality()
    vik = story.family("Vik").child("Ine", born_on=date(2008, 9, 1)).adult("Ida", address="Lia 2")
    vik.adult("Odd", relation=Relation.FATHER, home=2, address="Åsen 1", letter_language="nn")
    appoint(story, vik)
    bokmal, nynorsk = printed(desk, vik, DocumentKind.ADULTHOOD_LETTER)
    assert "Ine Vik fyller 18 år 1.~september~2026. Da slutter retten til barnekoordinator" in bokmal
    assert "## Ytingar: sjekk med Nav" in nynorsk
    assert "vergemålsloven §§ 16 og 20" in bokmal


def test_the_checklist_counts_its_days_from_the_birthday(desk, story):
    story.municipality()
    vik = story.family("Vik").child("Ine", born_on=date(2009, 3, 1)).adult("Ida")
    (said,) = printed(desk, vik, DocumentKind.ADULTHOOD_CHECKLIST)
    assert "Trengs det verge: søk Statsforvalteren, så det gjelder fra dagen Ine blir myndig | 1.~juni~2026 |" in said
    assert "ordningen med barnekoordinator slutter" not in said, "she has none"


def draft_of(story, family, outcome, **values):
    """An avgjørelse under way."""
    return story.add(Determination(family_id=family.id, outcome=outcome, **values))


def test_a_family_is_told_before_something_is_taken_away_and_the_day_is_kept(desk, story, haugen):
    granted = draft_of(story, haugen, Outcome.GRANTED)
    assert not offered(desk, haugen, DocumentKind.PRIOR_NOTICE)
    edit(desk, Determination, granted, outcome=Outcome.ENDED, reason_code="conditions_gone")
    (said,) = printed(desk, haugen, DocumentKind.PRIOR_NOTICE)
    assert "Vi vurderer å avslutte ordningen" in said
    assert "innen 7.~april~2026" in said, "three weeks end on Easter Monday"
    (row,) = desk.read(document_list, haugen.id)
    desk.do(mark_sent, row.id, desk.today(), "post")
    assert desk.read(lambda session: session.get_one(Determination, granted).prior_notice_on) == desk.today()


def test_a_prior_notice_is_finished_while_its_avgjorelse_is_still_a_draft(desk, story, haugen):
    draft_of(story, haugen, Outcome.CHANGED)
    draft = LetterDraft(kind=DocumentKind.PRIOR_NOTICE)
    (letter_id,) = desk.do(draft_letters, haugen.id, draft)
    assert not desk.read(document_row, letter_id).waits_for_determination


def test_the_last_letter_is_offered_when_it_is_over_and_says_who_goes_on(desk, story, haugen):
    assert not offered(desk, haugen, DocumentKind.CLOSING_LETTER)
    story.add(Coordination(family_id=haugen.id, service="Helsestasjonen", from_on=story.today))
    final = {"state": DeterminationState.FINAL, "decided_on": story.today, "effective_on": story.today}
    draft_of(story, haugen, Outcome.ENDED, reason_code="withdrawn", **final)
    (said,) = printed(desk, haugen, DocumentKind.CLOSING_LETTER)
    assert "Grunnen er at dere har sagt at dere ikke lenger ønsker ordningen." in said
    assert "Dette er tjenesten som samordner nå: Helsestasjonen." in said
    assert "bevaringsforskrifta § 36" in said
    assert "Svar om overføring" not in said


def test_a_family_that_moves_is_asked_before_anything_is_sent_and_told_when_it_has_been(desk, story, haugen):
    desk.do(close_family, haugen.id, CloseDraft(reason="Flyttet."))
    (letter_id,) = desk.do(draft_letters, haugen.id, LetterDraft(kind=DocumentKind.CLOSING_LETTER))
    desk.do(edit_letter_about, letter_id, {"new_municipality": "Fjordvik kommune"})
    words = words_of(desk, letter_id)
    assert "[ ] Ja, dere kan sende papirene i saken til Fjordvik kommune" in words
    story.add(
        Transfer(
            family_id=haugen.id,
            direction=TransferDirection.SENT,
            file_id="f",
            other_municipality="Fjordvik kommune",
            leaves_municipality=True,
            consent_on=story.today,
            done_at=desk.clock(),
        )
    )
    words = words_of(desk, letter_id)
    assert "Dere samtykket 16.~mars~2026, og 16.~mars~2026 sendte vi papirene til Fjordvik kommune." in words
    assert "Svar om overføring" not in words


def test_a_new_coordinator_gets_people_right_and_what_waits_but_not_what_the_notes_say(desk, story, haugen):
    haugen.enquiry(received_on=story.today - timedelta(days=10))
    edit(desk, Person, haugen.children[0], national_id="15818612345", what_matters="Jeg vil ta bussen selv.")
    edit(desk, Person, haugen.adults[0], address_protection=AddressProtection.CONFIDENTIAL)
    appoint(story, haugen)
    old = {"at": desk.clock() - timedelta(days=250), "author_id": desk.staff_id}
    story.add(ContactNote(family_id=haugen.id, with_whom="Gammel samtale", **old))
    recent = {"at": desk.clock(), "author_id": desk.staff_id, "next_on": story.today + timedelta(days=3)}
    story.add(ContactNote(family_id=haugen.id, with_whom="PPT", text="Mor gråt.", agreed="Ring PPT", **recent))
    (said,) = printed(desk, haugen, DocumentKind.HANDOVER_SUMMARY)
    for words in (
        "Svar familien, eller send foreløpig svar | 6.~april~2026",
        "Ta kontakt som avtalt: Ring PPT | 19.~mars~2026",
        "Emil Haugen | barn, født 15.~januar~2019",
        "Anne Haugen | mor, foreldreansvar | vernet adresse",
        "«Jeg vil ta bussen selv.»",
        "Kari Nordby | barnekoordinator | 16.~mars~2026",
        "16.~mars~2026 | Telefon | PPT",
    ):
        assert words in said, words
    for secret in ("Mor gråt", "15818612345", "57 00 00 41", "Fjordvegen", "Gammel samtale"):
        assert secret not in said, secret


def test_the_timeline_tells_when_what_and_who_but_not_what_the_notes_say(desk, story, haugen):
    haugen.enquiry(received_on=story.today - timedelta(days=40), from_whom="Anne Haugen", wish="Slitne.")
    appoint(story, haugen, from_on=story.today - timedelta(days=3))
    appoint(story, haugen, from_on=story.today + timedelta(days=30))
    before = {"at": desk.clock() - timedelta(days=9), "author_id": desk.staff_id}
    story.add(ContactNote(family_id=haugen.id, text="Mor gråt.", **before))
    printed(desk, haugen, DocumentKind.ROLE_CARD)
    (said,) = printed(desk, haugen, DocumentKind.TIMELINE)
    assert "16.~mars~2026 | Ferdig brev: Rollekort til første samtale" in said
    days = ("4.~februar~2026 | Muntlig ønske om barnekoordinator | Anne Haugen", "7.~mars~2026 | Telefonsamtale | –")
    for words in (*days, "13.~mars~2026 | Barnekoordinator oppnevnt | Kari Nordby"):
        assert words in said, words
    assert said.index(days[0]) < said.index(days[1]), "the oldest first"
    for secret in ("gråt", "Slitne", "15.~april"):
        assert secret not in said, secret


def test_where_a_hidden_family_moved_stands_neither_in_its_last_letter_nor_in_its_timeline(desk, story, haugen):
    edit(desk, Person, haugen.children[0], address_protection=AddressProtection.CONFIDENTIAL)
    story.add(ContactNote(family_id=haugen.id, with_whom="Fjordvik skole", at=desk.clock(), author_id=desk.staff_id))
    story.add(
        Transfer(
            family_id=haugen.id,
            direction=TransferDirection.SENT,
            file_id="f",
            other_name="Nils Fjordvik",
            other_municipality="Fjordvik kommune",
            leaves_municipality=True,
            done_at=desk.clock(),
        )
    )
    (timeline,) = printed(desk, haugen, DocumentKind.TIMELINE)
    desk.do(close_family, haugen.id, CloseDraft(reason="Flyttet."))
    (letter,) = printed(desk, haugen, DocumentKind.CLOSING_LETTER)
    assert "Fjordvik" not in timeline + letter
    assert "Vi sendte papirene til den nye kommunen 16.~mars~2026." in letter
