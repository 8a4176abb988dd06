# SPDX-License-Identifier: MIT
"""Contact notes: written quickly, mended for a day, then corrected by adding."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from models.queries.journal import journal, note, note_versions
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.document import Document, DocumentKind, DocumentState
from models.records.staff import Staff
from models.values.act import Role
from models.values.refusal import Refusal
from models.work.write_note import (
    NoteDraft,
    correct_note,
    follow_up,
    follow_up_again,
    mend_note,
    postpone,
    write_note,
)

OTHER = UUID("018f0000-0000-7000-8000-000000000002")


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil").adult("Anne")


@pytest.fixture
def written(desk, family):
    draft = NoteDraft(with_whom="Anne", text="Trenger avlastning.", agreed="Jeg ringer PPT.", next_on=date(2026, 3, 20))
    return desk.do(write_note, family.id, draft)


def read(desk, note_id):
    return desk.read(note, note_id, desk.staff_id)


def test_a_note_keeps_what_was_said_agreed_and_when_to_call_again(desk, written, clock):
    row = read(desk, written)
    assert (row.kind, row.with_whom, row.text, row.agreed) == (
        "phone", "Anne", "Trenger avlastning.", "Jeg ringer PPT.",
    )  # fmt: skip
    assert (row.next_on, row.next_done_on, row.author, row.own) == (date(2026, 3, 20), None, desk.name, True)
    assert row.at == clock()


def test_a_note_of_an_earlier_day_stands_on_that_day(desk, family):
    note_id = desk.do(write_note, family.id, NoteDraft(text="Møtte mor.", on=date(2026, 3, 12)))
    [entry] = [entry for entry in desk.read(journal, family.id, desk.staff_id) if entry.kind == "note"]
    assert (entry.id, entry.on) == (note_id, date(2026, 3, 12))


@pytest.mark.parametrize(
    ("draft", "key"),
    [
        (NoteDraft(text="x", on=date(2026, 3, 17)), "in_future"),
        (NoteDraft(text="x", next_on=date(2026, 3, 15)), "next_in_past"),
    ],
)
def test_days_that_cannot_be_are_refused(desk, family, draft, key):
    with pytest.raises(Refusal) as refused:
        desk.do(write_note, family.id, draft)
    assert refused.value.key == f"journal.refused.{key}"


def test_the_author_mends_it_within_a_day_and_both_versions_are_kept(desk, written, clock):
    clock.forward(hours=23)
    desk.do(mend_note, written, NoteDraft(with_whom="Anne", text="Ønsker avlastning.", agreed="Jeg ringer PPT."))
    row = read(desk, written)
    assert (row.text, row.mended, row.corrections) == ("Ønsker avlastning.", True, ())
    [version] = desk.read(note_versions, written)
    assert version.before["text"] == "Trenger avlastning."
    assert version.name == desk.name


def test_saving_the_same_words_again_is_no_new_version(desk, written):
    row = read(desk, written)
    desk.do(
        mend_note,
        written,
        NoteDraft(**{name: getattr(row, name) for name in ("with_whom", "text", "agreed", "next_on")}),
    )
    assert not read(desk, written).mended
    assert desk.read(note_versions, written) == ()


def test_after_a_day_a_note_is_only_corrected_by_adding(desk, written, clock):
    clock.forward(hours=24)
    with pytest.raises(Refusal) as refused:
        desk.do(mend_note, written, NoteDraft(text="Noe annet."))
    assert refused.value.key == "journal.refused.too_old"
    desk.do(correct_note, written, NoteDraft(text="Det var far som ringte."))
    row = read(desk, written)
    assert row.text == "Trenger avlastning."
    assert [added.text for added in row.corrections] == ["Det var far som ringte."]


def test_a_correction_of_a_correction_stands_with_the_first_note(desk, written):
    added = desk.do(correct_note, written, NoteDraft(text="Det var far."))
    desk.do(correct_note, added, NoteDraft(text="Nei, det var mor."))
    assert [one.text for one in read(desk, written).corrections] == ["Det var far.", "Nei, det var mor."]


def test_nobody_else_mends_a_note_but_may_correct_it(desk, story, written):
    story.add(Staff(id=OTHER, name="Per Dahl", roles="coordinating_unit"))
    other = desk.as_staff(OTHER, "Per Dahl", Role.COORDINATING_UNIT)
    with pytest.raises(Refusal) as refused:
        other.do(mend_note, written, NoteDraft(text="Noe annet."))
    assert refused.value.key == "journal.refused.not_author"
    other.do(correct_note, written, NoteDraft(text="Jeg var også med."))
    assert [one.author for one in read(desk, written).corrections] == ["Per Dahl"]


def test_what_was_agreed_is_followed_up_postponed_and_taken_back(desk, written, today):
    desk.do(follow_up, written)
    assert read(desk, written).next_done_on == today
    desk.do(follow_up_again, written)
    assert read(desk, written).next_done_on is None
    desk.do(postpone, written, today + timedelta(days=7))
    assert read(desk, written).next_on == today + timedelta(days=7)


def test_the_journal_tells_everything_that_happened_newest_first(desk, story, written, family, clock):
    family.enquiry(received_on=date(2026, 3, 2), from_whom="Anne")
    family.assessment(started_on=date(2026, 3, 4))
    told = [(entry.kind, entry.detail) for entry in desk.read(journal, family.id, desk.staff_id)]
    assert told[0] == ("note", "phone")
    assert {("assessment", "started"), ("enquiry", "oral"), ("family", "opened")} <= set(told)
    days = [entry.on for entry in desk.read(journal, family.id, desk.staff_id)]
    assert days == sorted(days, reverse=True)


def test_what_lies_ahead_has_not_happened_yet(desk, story, family, today):
    values = {"family_id": family.id, "kind": DocumentKind.INTERIM_REPLY, "state": DocumentState.SENT, "title": "Svar"}
    story.add(Document(**values, dated_on=today, sent_on=today))
    story.add(
        CoordinatorAppointment(
            family_id=family.id,
            staff_id=desk.staff_id,
            kind=CoordinatorKind.COORDINATOR,
            from_on=today,
            to_on=today + timedelta(days=30),
        )
    )
    told = [(entry.kind, entry.detail) for entry in desk.read(journal, family.id, desk.staff_id, today)]
    assert ("appointment", "coordinator") in told
    assert ("appointment", "ended") not in told
    assert told.index(("document", "sent")) < told.index(("document", "finished"))


def test_half_a_novel_and_strange_signs_are_kept_as_written(desk, family):
    text = "<b>Ring & spør</b> 👩‍👧 'DROP TABLE'\n" + "æ" * 10_000
    note_id = desk.do(write_note, family.id, NoteDraft(text=text, with_whom="Ánne\nŠuomi"))
    row = read(desk, note_id)
    assert (row.text, row.with_whom) == (text, "Ánne Šuomi")
