# SPDX-License-Identifier: MIT
"""An avgjørelse and its letters are finished together or not at all, sent together, and taken back together."""

import pytest

from desktop.letterpress import ReportLetterpress
from models.queries.documents import document_bytes, document_list
from models.records.document import DocumentState
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from models.work.decide import discard_determination, propose_determination
from models.work.issue_determination import (
    finish_and_issue,
    mark_determination_sent,
    take_back_determination_sent,
)
from models.work.issue_letter import draft_determination_letters
from models.work.send_letter import log_printed
from tests.work.right_case import Case


@pytest.fixture
def case(desk, story):
    found = Case(desk, story)
    found.wishes()
    found.assessed()
    return found


def press(letter):
    return ReportLetterpress().press(letter)


def letters(case):
    return case.desk.read(document_list, case.family.id)


def test_the_letter_bears_the_number_and_is_kept_as_bytes(case):
    id = case.drafted(coordinator_id=case.berit)
    (made,) = case.do(finish_and_issue, id, press)
    (letter,) = letters(case)
    assert (letter.id, letter.number, letter.state) == (made, "2026-001", DocumentState.FINAL)
    assert case.desk.read(document_bytes, made).content.startswith(b"%PDF-")


def test_what_cannot_be_printed_is_not_finished_either(case):
    def jammed(letter):
        raise Trouble("trouble.not_printed")

    id = case.drafted(coordinator_id=case.berit)
    with pytest.raises(Trouble):
        case.do(finish_and_issue, id, jammed)
    assert (case.the(id).number, case.picture().right.appointments) == ("", ())
    assert all(letter.state is DocumentState.DRAFT for letter in letters(case))


def test_what_lacks_something_prints_nothing(case):
    id = case.drafted(coordinator_id=case.berit, grounds="")
    with pytest.raises(Refusals):
        case.do(finish_and_issue, id, press)
    assert letters(case) == ()


def test_sending_starts_the_estimate_and_can_be_taken_back(case):
    id = case.drafted(coordinator_id=case.berit)
    case.do(finish_and_issue, id, press)
    assert not case.picture().deadlines[0].estimated
    case.do(mark_determination_sent, id, case.desk.today(), "post")
    assert case.picture().deadlines[0].estimated
    assert [letter.state for letter in letters(case)] == [DocumentState.SENT]
    assert letters(case)[0].signed_on == case.desk.today()
    case.do(take_back_determination_sent, id)
    assert (case.the(id).sent_on, letters(case)[0].state) == (None, DocumentState.FINAL)
    assert not case.picture().deadlines[0].estimated


def test_nothing_is_sent_that_has_no_letter(case):
    id = case.granted()
    with pytest.raises(Refusal, match="no_letter_to_send"):
        case.do(mark_determination_sent, id, case.desk.today(), "post")


def test_a_discarded_draft_takes_its_letters_along(case):
    id = case.drafted(coordinator_id=case.berit)
    case.do(draft_determination_letters, id)
    assert len(letters(case)) == 1
    case.do(discard_determination, id)
    assert letters(case) == ()
    assert case.do(propose_determination, case.family.id) != id


def test_printing_is_noted_without_changing_anything(case):
    id = case.drafted(coordinator_id=case.berit)
    case.do(finish_and_issue, id, press)
    before = letters(case)
    case.do(log_printed, before[0].id)
    assert letters(case) == before
