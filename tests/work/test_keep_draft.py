# SPDX-License-Identifier: MIT
"""Half-typed text comes back as it was, to the one who typed it."""

from datetime import date
from uuid import UUID

import pytest

from models.queries.drafts import draft, drafts
from models.values.act import Role
from models.work.keep_draft import drop_draft, keep_draft

BERIT = UUID("018f0000-0000-7000-8000-000000000002")


def test_what_was_typed_last_comes_back(desk):
    desk.do(keep_draft, "new_note/1", {"text": "Ringte mo"})
    desk.do(keep_draft, "new_note/1", {"text": "Ringte mor i dag 🙂", "on": date(2026, 3, 16)}, place="text:5")
    kept = desk.read(draft, "new_note/1", desk.staff_id)
    assert kept.values == {"text": "Ringte mor i dag 🙂", "on": "2026-03-16"}
    assert kept.place == "text:5"


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
