# SPDX-License-Identifier: MIT
"""Min dag: every deadline and loose end of one's families, and nothing of others'."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from models.queries.due import day
from models.records.appeal import Appeal, Reassessment
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.coordination import Coordination
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.document import Document, DocumentKind, DocumentState
from models.records.family import FamilyState
from models.records.note import ContactKind, ContactNote
from models.records.staff import Staff
from models.rules.day import Press, press
from models.values.dates import OSLO

# The clock of the tests stands at Monday 16 March 2026.
TODAY = date(2026, 3, 16)
OTHER = UUID("018f0000-0000-7000-8000-000000000002")


@pytest.fixture
def family(story, desk):
    return story.family("Haugen", responsible_id=desk.staff_id).child("Emil", born_on=date(2018, 11, 2)).adult("Anne")


@pytest.fixture
def see(desk):
    """The rows as (kind, due date)."""

    def rows(**options):
        return [(row.kind, row.due_on) for row in desk.read(day, desk.staff_id, desk.today(), **options).rows]

    return rows


def determined(story, family, **values):
    values = {"state": DeterminationState.FINAL, "outcome": Outcome.REFUSED, "decided_on": date(2026, 3, 2), **values}
    return story.add(Determination(family_id=family.id, **values))


def test_nothing_is_due_in_a_quiet_family(see, family):
    assert see() == []


def test_a_wish_is_answered_within_a_month(see, family):
    family.enquiry(received_on=date(2026, 2, 20))
    assert see() == [("interim_reply", date(2026, 3, 20))]


@pytest.mark.parametrize(
    ("values", "rows"),
    [
        ({"interim_reply_on": date(2026, 3, 10)}, [("answer", date(2026, 4, 10))]),
        (
            {"interim_reply_on": date(2026, 3, 10), "expected_answer_on": date(2026, 3, 12)},
            [("answer", date(2026, 3, 12))],
        ),
        ({"answered_on": date(2026, 3, 10)}, []),
        ({"withdrawn_on": date(2026, 3, 10)}, []),
    ],
)
def test_after_an_interim_reply_the_expected_day_counts(see, family, values, rows):
    family.enquiry(received_on=date(2026, 2, 20), **values)
    assert see() == rows


def test_an_assessment_waits_without_a_date_until_there_is_a_draft(see, story, family):
    family.enquiry(received_on=date(2026, 2, 20)).assessment()
    assert see() == [("interim_reply", date(2026, 3, 20)), ("assess", None)]
    determined(story, family, state=DeterminationState.DRAFT, decided_on=None)
    assert see() == [("finish_determination", date(2026, 3, 20))]


def test_a_finished_determination_is_sent_the_next_working_day(see, story, family):
    determined(story, family, decided_on=date(2026, 3, 13))
    assert see() == [("send_determination", date(2026, 3, 16))]


def test_its_finished_letter_stands_instead_of_it(see, story, family):
    determination = determined(story, family, decided_on=date(2026, 3, 11))
    story.add(
        Document(
            family_id=family.id,
            kind=DocumentKind.DETERMINATION,
            state=DocumentState.FINAL,
            title="Avslag",
            determination_id=determination,
            finished_at=datetime(2026, 3, 11, 14, 0, tzinfo=OSLO),
        )
    )
    assert see() == [("send_letter", date(2026, 3, 12))]


def test_one_asks_when_the_family_got_the_letter_and_then_the_deadline_is_told(see, story, family):
    determined(story, family, sent_on=date(2026, 3, 4))
    assert see() == [("knowledge", date(2026, 3, 11))]


def test_a_known_complaint_deadline_is_told_until_it_has_passed(see, story, family, clock):
    determined(story, family, sent_on=date(2026, 3, 4), knowledge_on=date(2026, 3, 5))
    assert see() == [("complaint_ends", date(2026, 4, 7))]
    clock.forward(days=23)
    assert see() == []


def test_nobody_waits_for_a_complaint_on_a_grant(see, story, family):
    determined(story, family, sent_on=date(2026, 3, 4), outcome=Outcome.GRANTED)
    assert see() == []


def test_a_complaint_is_reassessed_forwarded_and_copied(see, story, family, desk):
    determination = determined(story, family, sent_on=date(2026, 2, 2), knowledge_on=date(2026, 2, 3))
    values = {"family_id": family.id, "determination_id": determination, "received_on": date(2026, 3, 2)}
    story.add(Appeal(**values))
    assert see() == [("reassess", date(2026, 4, 2))]
    story.add(Appeal(**values, reassessment=Reassessment.UPHELD, reassessed_on=date(2026, 3, 13)))
    assert ("forward", date(2026, 3, 16)) in see()
    story.add(
        Appeal(
            **values, reassessment=Reassessment.UPHELD, reassessed_on=date(2026, 3, 9), forwarded_on=date(2026, 3, 10)
        )
    )
    assert ("copy_to_party", date(2026, 3, 10)) in see()


def test_what_was_agreed_for_the_next_time_is_due_until_it_is_done(see, story, family, desk):
    values = {"family_id": family.id, "author_id": desk.staff_id, "at": datetime(2026, 3, 9, 10, tzinfo=OSLO)}
    story.add(ContactNote(**values, text="Ringte.", agreed="Ring PPT", next_on=date(2026, 3, 18)))
    story.add(ContactNote(**values, text="Ringte.", next_on=date(2026, 3, 17), next_done_on=TODAY))
    [row] = desk.read(day, desk.staff_id, TODAY).rows
    assert (row.kind, row.due_on, row.name, row.tab, row.since) == (
        "follow_up", date(2026, 3, 18), "Ring PPT", "journal", date(2026, 3, 9),
    )  # fmt: skip


def test_after_a_grant_the_family_is_met_within_two_weeks(see, story, family, desk):
    story.add(
        CoordinatorAppointment(
            family_id=family.id,
            staff_id=desk.staff_id,
            kind=CoordinatorKind.CHILD_COORDINATOR,
            from_on=date(2026, 3, 9),
        )
    )
    assert see() == [("first_meeting", date(2026, 3, 23))]
    story.add(
        ContactNote(
            family_id=family.id,
            author_id=desk.staff_id,
            at=datetime(2026, 3, 10, 10, tzinfo=OSLO),
            kind=ContactKind.VISIT,
            text="Hjemme hos familien.",
        )
    )
    assert see() == []


def test_the_right_ends_when_the_youngest_turns_eighteen(see, story, desk):
    grown = story.family("Lunde", responsible_id=desk.staff_id)
    grown.child("Nora", born_on=date(2008, 3, 10)).child("Ida", born_on=date(2006, 1, 1))
    values = {"staff_id": desk.staff_id, "kind": CoordinatorKind.CHILD_COORDINATOR, "from_on": date(2024, 1, 1)}
    story.add(CoordinatorAppointment(family_id=grown.id, **values))
    younger = story.family("Berg", responsible_id=desk.staff_id)
    younger.child("Per", born_on=date(2008, 1, 1)).child("", age=None, expected_on=date(2026, 6, 1))
    story.add(CoordinatorAppointment(family_id=younger.id, **values))
    assert see() == [("turned_18", date(2026, 3, 10))]


def test_an_expected_child_is_asked_for_when_its_day_has_come(see, story, family):
    family.child("", age=None, expected_on=date(2026, 3, 14))
    assert see() == [("born", date(2026, 3, 14))]


def test_a_family_is_told_who_coordinates_and_a_lift_waits_for_its_answer(see, story, family):
    story.add(
        Coordination(
            family_id=family.id,
            service="PPT",
            from_on=date(2026, 3, 10),
            lifted_on=date(2026, 3, 12),
            lifted_to="Leder",
        )
    )
    assert see() == [("tell_family", date(2026, 3, 10)), ("lifted", None)]


def test_others_families_and_closed_ones_are_left_out(see, story, desk, family):
    story.add(Staff(id=OTHER, name="Per Dahl", roles="coordinator"))
    story.family("Dahl", responsible_id=OTHER).child("Liv").enquiry(received_on=date(2026, 3, 1))
    story.family("Moe", responsible_id=desk.staff_id, state=FamilyState.CLOSED).enquiry(received_on=date(2026, 3, 1))
    story.family("Ny", responsible_id=None).enquiry(received_on=date(2026, 3, 2))
    assert see() == [("interim_reply", date(2026, 4, 2))]
    assert see(everyone=True) == [("interim_reply", date(2026, 4, 1)), ("interim_reply", date(2026, 4, 2))]
    assert [row.family for row in desk.read(day, OTHER, TODAY).rows] == ["Dahl"]


def test_birthdays_and_school_are_told_ahead(story, desk):
    family = story.family("Haugen", responsible_id=desk.staff_id)
    family.child("Emil", born_on=date(2008, 9, 14)).child("Nora", born_on=date(2020, 5, 1))
    family.child("Ola", born_on=date(2014, 5, 2)).child("Liv", born_on=date(2014, 6, 2))
    found = [(row.key, row.child, row.on) for row in desk.read(day, desk.staff_id, TODAY).transitions]
    assert found == [
        ("turns_12", "Ola", date(2026, 5, 2)),
        ("school_start", "Nora", date(2026, 8, 15)),
        ("turns_18", "Emil", date(2026, 9, 14)),
    ]


def test_the_next_date_is_known_also_when_it_is_far_away(story, desk, family):
    family.enquiry(received_on=date(2026, 3, 1), interim_reply_on=date(2026, 3, 2), expected_answer_on=date(2026, 9, 1))
    found = desk.read(day, desk.staff_id, TODAY)
    assert (found.rows, found.next_on, found.families) == ((), date(2026, 9, 1), 1)


@pytest.mark.parametrize(
    ("days", "heading"),
    [
        (-1, Press.OVER),
        (0, Press.TODAY),
        (1, Press.WEEK),
        (7, Press.WEEK),
        (8, Press.LATER),
        (60, Press.LATER),
        (61, None),
    ],
)
def test_how_pressing_a_date_is(days, heading):
    assert press(TODAY + timedelta(days=days), TODAY) is heading
    assert press(None, TODAY) is Press.WAITING
