# SPDX-License-Identifier: MIT
"""Half-typed text comes back as it was, to the one who typed it."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from models.queries.drafts import draft, drafts
from models.rules.bin_rules import BinReason
from models.values.act import Role
from models.work.bin import BinDraft, put_in_bin
from models.work.close_family import CloseDraft, close_family
from models.work.drop_ended_drafts import drop_ended_drafts
from models.work.keep_draft import drop_draft, keep_draft

BERIT = UUID("018f0000-0000-7000-8000-000000000002")


def test_what_was_typed_last_comes_back(desk):
    desk.do(keep_draft, "new_note/1", {"text": "Ringte mo"})
    desk.do(keep_draft, "new_note/1", {"text": "Ringte mor i dag 🙂", "on": date(2026, 3, 16)}, place="text:5")
    kept = desk.read(draft, "new_note/1", desk.staff_id)
    assert kept.values == {"text": "Ringte mor i dag 🙂", "on": "2026-03-16"}
    assert kept.place == "text:5"


@pytest.mark.parametrize("odd", ["\ud83d", "halvt \udc00 tegn", "a\x00b", "'; DROP TABLE--"])
def test_half_a_sign_and_what_no_database_takes_come_back_as_they_were(desk, odd):
    desk.do(keep_draft, "new_note/1", {"text": odd})
    assert desk.read(draft, "new_note/1", desk.staff_id).values == {"text": odd}


def test_a_finished_form_leaves_no_draft(desk):
    desk.do(keep_draft, "new_note/1", {"text": "Ringte"})
    desk.do(drop_draft, "new_note/1")
    desk.do(drop_draft, "new_note/1")
    assert desk.read(draft, "new_note/1", desk.staff_id) is None


def test_each_person_has_drafts_of_her_own(desk):
    desk.do(keep_draft, "new_note/1", {"text": "mitt"})
    desk.as_staff(BERIT, "Berit Fjell", Role.COORDINATOR).do(keep_draft, "new_note/1", {"text": "hennes"})
    assert [kept.values for kept in desk.read(drafts, desk.staff_id)] == [{"text": "mitt"}]


def test_a_value_that_cannot_be_read_back_is_never_kept(desk):
    with pytest.raises(TypeError):
        desk.do(keep_draft, "new_note/1", {"text": object()})
    assert desk.read(drafts, desk.staff_id) == ()


def forms(desk):
    return {kept.form for kept in desk.read(drafts, desk.staff_id)}


def test_text_about_what_ended_goes_when_it_can_no_longer_be_taken_back(desk, story, clock):
    open_one, closed = story.family("Haugen").child("Emil"), story.family("Vik").child("Ine")
    half = {f"new_note/{open_one.id}", f"new_note/{closed.id}", f"letter/{uuid4()}", "new_family"}
    for form in half:
        desk.do(keep_draft, form, {"text": "halvt"})
    clock.forward(hours=1)
    desk.do(close_family, closed.id, CloseDraft(reason="Flyttet"))
    desk.do(drop_ended_drafts)
    assert forms(desk) == half
    clock.forward(days=29)
    desk.do(drop_ended_drafts)
    assert forms(desk) == half
    clock.forward(days=2)
    desk.do(keep_draft, f"family_close.reopen_title/{closed.id}", {"reason": "De er tilb"})
    desk.do(drop_ended_drafts)
    assert forms(desk) == {f"new_note/{open_one.id}", "new_family", f"family_close.reopen_title/{closed.id}"}


def test_what_lies_in_the_waste_bin_keeps_its_text(desk, story, clock):
    family = story.family("Haugen").child("Emil")
    desk.do(keep_draft, f"new_note/{family.id}", {"text": "halvt"})
    desk.do(put_in_bin, "family", family.id, BinDraft(reason=BinReason.MISTAKE))
    clock.forward(days=400)
    desk.do(drop_ended_drafts)
    assert forms(desk) == {f"new_note/{family.id}"}
