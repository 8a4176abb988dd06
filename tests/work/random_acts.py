# SPDX-License-Identifier: MIT
"""Random things a caseworker does in one family: `random_act(desk, family, dice)`."""

from datetime import timedelta

from sqlmodel import col, select

from models.queries.waste_bin import waste_bin
from models.records.coordination import Coordination
from models.records.determination import Determination
from models.records.document import Document, DocumentKind
from models.records.enquiry import Enquiry
from models.records.note import ContactKind, ContactNote
from models.records.person import Person, PersonKind
from models.records.task import Task
from models.rules.bin_rules import BinReason
from models.values.refusal import Refusal, Refusals
from models.work.assess import AnswerDraft, AssessmentDraft, answer_condition, edit_assessment
from models.work.bin import BinDraft, put_in_bin, take_out_of_bin
from models.work.close_family import CloseDraft, ReopenDraft, close_family, reopen_family
from models.work.coordinate import CoordinationDraft, end_coordination, settle_coordination
from models.work.decide import DeterminationDraft, discard_determination, edit_determination, propose_determination
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.edit_person import (
    WhatMattersDraft,
    add_person,
    edit_person,
    say_what_matters,
    take_in_person,
    take_out_person,
)
from models.work.issue_letter import LetterDraft, discard_letter, draft_letter
from models.work.person_draft import PersonDraft
from models.work.record_enquiry import (
    EnquiryDraft,
    note_information_given,
    record_enquiry,
    resume_enquiry,
    withdraw_enquiry,
)
from models.work.send_letter import receive_paper
from models.work.snooze import SnoozeDraft, put_aside
from models.work.tasks import (
    DropDraft,
    PostponeDraft,
    TaskDraft,
    WaitDraft,
    add_task,
    drop_task,
    finish_task,
    postpone_task,
    reopen_task,
    stop_waiting,
    take_up_task,
    wait_for,
)
from models.work.transitions import TransitionDraft, add_transition
from models.work.undo import redo_act, undo_act
from models.work.write_note import NoteDraft, correct_note, follow_up, mend_note, postpone, write_note


def random_act(desk, family, dice):
    """One act; what the rules say no to just then is left undone."""
    try:
        dice.choice(ACTS)(desk, family, dice)
    except (Refusal, Refusals):
        return


def _newest(desk, family, kind):
    asked = select(kind.id).where(kind.family_id == family.id).order_by(col(kind.id).desc())
    return desk.read(lambda session: session.exec(asked).first())


def _words(dice):
    return dice.choice(["fotball", "sjakk", "ro på rommet", "", "å bli hørt"])


def _say(desk, family, dice):
    desk.do(say_what_matters, family.children[0], WhatMattersDraft(words=_words(dice)))


def _answer(desk, family, dice):
    draft = AnswerDraft(facts=_words(dice), finding=dice.choice(["met", "not_met", "unclear"]))
    desk.do(answer_condition, family.id, "child_under_18", draft)


def _assess(desk, family, dice):
    desk.do(edit_assessment, family.id, AssessmentDraft(child_view=_words(dice)))


def _note(desk, family, dice):
    next_on = desk.today() + timedelta(days=dice.randint(0, 20))
    kind = dice.choice(list(ContactKind))
    desk.do(write_note, family.id, NoteDraft(text=f"Samtale. {_words(dice)}", kind=kind, next_on=next_on))


def _mend(desk, family, dice):
    if note := _newest(desk, family, ContactNote):
        desk.do(mend_note, note, NoteDraft(text=f"Rettet. {_words(dice)}", minutes=dice.randint(0, 90)))


def _follow(desk, family, _dice):
    if note := _newest(desk, family, ContactNote):
        desk.do(follow_up, note)


def _person(desk, family, _dice):
    desk.do(add_person, family.id, PersonDraft(kind=PersonKind.ADULT, given_name="Per", phone="41234567"))


def _take_out(desk, family, _dice):
    if person := _newest(desk, family, Person):
        desk.do(take_out_person, person)


def _take_in(desk, family, _dice):
    if person := _newest(desk, family, Person):
        desk.do(take_in_person, person)


def _wish(desk, family, dice):
    desk.do(record_enquiry, family.id, EnquiryDraft(received_on=desk.today(), wish=_words(dice)))


def _withdraw(desk, family, _dice):
    if wish := _newest(desk, family, Enquiry):
        desk.do(withdraw_enquiry, wish, desk.today())


def _close(desk, family, dice):
    desk.do(close_family, family.id, CloseDraft(reason="ferdig"))
    if dice.random() < 0.8:
        desk.do(reopen_family, family.id, ReopenDraft(reason="likevel ikke"))


def _reopen(desk, family, _dice):
    desk.do(reopen_family, family.id, ReopenDraft(reason="likevel ikke"))


def _coordinate(desk, family, dice):
    desk.do(
        settle_coordination, family.id, CoordinationDraft(service="PPT", from_on=desk.today(), contact=_words(dice))
    )


def _draft(desk, family, dice):
    draft = desk.do(propose_determination, family.id)
    desk.do(edit_determination, draft, DeterminationDraft(grounds=_words(dice)))


def _discard(desk, family, _dice):
    if draft := _newest(desk, family, Determination):
        desk.do(discard_determination, draft)


def _edit_family(desk, family, dice):
    desk.do(
        edit_family, family.id, FamilyEditDraft(name="Hansen", note=_words(dice), language=dice.choice(["nb", "nn"]))
    )


def _edit_person(desk, family, dice):
    phone = dice.choice(["41234567", "90000001", ""])
    draft = PersonDraft(kind=PersonKind.CHILD, given_name="Emma", family_name=_words(dice), phone=phone)
    desk.do(edit_person, family.children[0], draft)


def _interim(desk, family, _dice):
    if wish := _newest(desk, family, Enquiry):
        desk.do(note_information_given, wish, desk.today())


def _resume(desk, family, _dice):
    if wish := _newest(desk, family, Enquiry):
        desk.do(resume_enquiry, wish)


def _correct(desk, family, dice):
    if note := _newest(desk, family, ContactNote):
        desk.do(correct_note, note, NoteDraft(text=f"Rettelse. {_words(dice)}"))


def _postpone(desk, family, dice):
    if note := _newest(desk, family, ContactNote):
        desk.do(postpone, note, desk.today() + timedelta(days=dice.randint(1, 30)))


def _paper(desk, family, dice):
    desk.do(receive_paper, family.id, "Brev fra PPT", b"%PDF-1.7 " + _words(dice).encode())


def _bin(desk, family, dice):
    kind = dice.choice([ContactNote, Document, Enquiry])
    if found := _newest(desk, family, kind):
        desk.do(put_in_bin, kind.__tablename__, found, BinDraft(reason=BinReason.WRONG_FAMILY))


def _out_of_bin(desk, family, dice):
    if found := desk.read(waste_bin, desk.staff_id, family.id):
        row = dice.choice(found)
        desk.do(take_out_of_bin, row.record, row.id)


def _end(desk, family, _dice):
    if found := _newest(desk, family, Coordination):
        desk.do(end_coordination, found, desk.today())


def _letter(desk, family, _dice):
    desk.do(draft_letter, family.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION, recipient="Kari\nVegen 3"))


def _discard_letter(desk, family, _dice):
    if found := _newest(desk, family, Document):
        desk.do(discard_letter, found)


def _undo(desk, family, dice):
    for _ in range(dice.randint(1, 4)):
        desk.do(undo_act, family.id)


def _redo(desk, family, dice):
    for _ in range(dice.randint(1, 4)):
        desk.do(redo_act, family.id)


def _task(desk, family, dice):
    due_on = desk.today() + timedelta(days=dice.randint(-5, 40))
    desk.do(add_task, family.id, TaskDraft(what=f"Oppgave {_words(dice)}", staff_id=desk.staff_id, due_on=due_on))


def _task_on(desk, family, dice):
    """The newest task is done, put off, set to wait or dropped; what is no longer open is taken up again."""
    task = _newest(desk, family, Task)
    if task is None:
        return
    later = desk.today() + timedelta(days=dice.randint(0, 60))
    work, *draft = dice.choice(
        [
            (finish_task,),
            (reopen_task,),
            (stop_waiting,),
            (take_up_task,),
            (postpone_task, PostponeDraft(to_on=later, reason="Ferie")),
            (wait_for, WaitDraft(waiting_for="NAV")),
            (drop_task, DropDraft(reason="Ikke nødvendig")),
        ]
    )
    desk.do(work, task, *draft)


def _transition(desk, family, dice):
    on = desk.today() + timedelta(days=dice.randint(20, 400))
    desk.do(add_transition, family.children[0], "hospital_home", TransitionDraft(on=on))


def _aside(desk, family, dice):
    until_on = desk.today() + timedelta(days=dice.randint(1, 60))
    desk.do(put_aside, family.id, SnoozeDraft(until_on=until_on, reason="Ønsker ro"))


ACTS = (
    *(_say, _answer, _assess, _note, _mend, _follow, _person, _take_out),
    *(_take_in, _wish, _withdraw, _close, _coordinate, _draft, _discard),
    *(_task, _task_on, _task_on, _transition, _aside),
    *(
        _edit_family,
        _edit_person,
        _interim,
        _resume,
        _correct,
        _postpone,
        _paper,
        _bin,
        _out_of_bin,
        _end,
        *(_reopen, _reopen, _reopen),
        *(_letter, _discard_letter, _undo, _undo, _redo, _redo),
    ),
)
