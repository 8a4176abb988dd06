# SPDX-License-Identifier: MIT
"""The waste bin, and deletion for good by rule, two persons and a protocol."""

from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlmodel import select

from models.queries.deletions import deletions, proposal_for, rules_of
from models.queries.families import Chip, family_rows
from models.queries.waste_bin import waste_bin
from models.records.person import Person
from models.rules.bin_rules import BinReason
from models.store import audit
from models.store.engine import DATABASE, connect
from models.values.act import Role
from models.values.refusal import Refusal
from models.work.bin import BinDraft, put_in_bin, take_out_of_bin
from models.work.delete_for_good import DeletionDraft, carry_out_deletion, propose_deletion, reject_deletion
from models.work.keep_draft import keep_draft
from models.work.register_family import FamilyDraft, register_family
from models.work.send_letter import receive_paper
from models.work.undo import undo_act
from models.work.ways_in import tie_slot
from models.work.write_note import NoteDraft, correct_note, write_note
from tests.conftest import vault_key

MARK = "Kvistadmarken"
MISTAKE, WRONG = BinDraft(reason=BinReason.MISTAKE), BinDraft(reason=BinReason.WRONG_FAMILY)


@pytest.fixture
def other(desk, story):
    """Somebody else, who may carry out what was proposed."""
    return desk.as_staff(story.staff("Arne Moe", roles="archivist"), "Arne Moe", Role.ARCHIVIST)


@pytest.fixture
def family_id(desk, story):
    """A family registered by mistake, whose every field says the mark."""
    story.municipality()
    draft = FamilyDraft(
        child_given_name=f"Emma {MARK}", child_family_name=f"Hansen {MARK}", address=f"{MARK} 1", wish=f"Vil {MARK}"
    )
    return desk.do(register_family, draft)


def refused(work, *args):
    with pytest.raises(Refusal) as said:
        work(*args)
    return said.value.key


def listed(desk):
    return desk.read(family_rows, desk.staff_id, desk.today(), "", Chip.ALL).total


def test_a_binned_family_leaves_every_list_and_comes_back_whole(desk, family_id):
    desk.do(put_in_bin, "family", family_id, MISTAKE)
    assert listed(desk) == 0
    assert desk.read(lambda session: session.exec(select(Person)).all()) == []
    (row,) = desk.read(waste_bin, desk.staff_id)
    assert (row.record, row.by, row.reason) == ("family", "Ingrid Bakken", "mistake")
    desk.do(take_out_of_bin, "family", family_id)
    assert listed(desk) == 1
    assert len(desk.read(lambda session: session.exec(select(Person)).all())) == 1
    assert desk.read(waste_bin, desk.staff_id) == ()


def test_an_old_note_goes_into_the_bin_only_when_it_stands_on_the_wrong_family(desk, family_id, clock):
    note = desk.do(write_note, family_id, NoteDraft(text="Mor ringte."))
    clock.forward(hours=25)
    assert refused(desk.do, put_in_bin, "contactnote", note, MISTAKE) == "bin_refused.note_stands"
    desk.do(put_in_bin, "contactnote", note, WRONG)
    assert [row.id for row in desk.read(waste_bin, desk.staff_id, family_id)] == [note]
    desk.do(undo_act, family_id)
    assert desk.read(waste_bin, desk.staff_id, family_id) == ()


def test_another_coordinators_bin_is_not_seen(desk, family_id, story):
    berit = desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATOR)
    desk.do(put_in_bin, "family", family_id, MISTAKE)
    assert berit.read(waste_bin, berit.staff_id) == ()
    assert refused(berit.do, take_out_of_bin, "family", family_id) == "family.refused.sealed"


def test_nobody_deletes_what_she_proposed_herself(desk, family_id, clock):
    desk.do(put_in_bin, "family", family_id, MISTAKE)
    proposal = desk.do(
        propose_deletion, "family", family_id, DeletionDraft(rule="registered_by_mistake", reference="26/114")
    )
    clock.forward(days=31)
    assert refused(desk.do, carry_out_deletion, proposal) == "deletion_refused.same_person"


def propose(desk, family_id):
    desk.do(put_in_bin, "family", family_id, MISTAKE)
    draft = DeletionDraft(rule="registered_by_mistake", reference="26/114")
    return desk.do(propose_deletion, "family", family_id, draft)


def test_whoever_the_proposer_let_in_is_no_second_person(desk, family_id, other, clock):
    proposal = propose(desk, family_id)
    desk.do(tie_slot, other.staff_id, "a1")
    clock.forward(days=31)
    assert refused(other.do, carry_out_deletion, proposal) == "deletion_refused.one_as_two"
    assert listed(desk) == 0
    assert desk.read(proposal_for, family_id, "nb") is not None


def test_nor_is_whoever_she_let_in_through_another(desk, family_id, other, story, clock):
    between = desk.as_staff(story.staff("Per Dal", roles="administrator"), "Per Dal", Role.ADMINISTRATOR)
    desk.do(tie_slot, between.staff_id, "a1")
    between.do(tie_slot, other.staff_id, "a2")
    proposal = propose(desk, family_id)
    clock.forward(days=31)
    assert refused(other.do, carry_out_deletion, proposal) == "deletion_refused.one_as_two"


def test_nor_does_anybody_carry_out_what_was_proposed_by_one_she_let_in(desk, family_id, story, clock):
    unit = Role.COORDINATING_UNIT
    berit = desk.as_staff(story.staff("Berit Fjell", roles="coordinating_unit"), "Berit Fjell", unit)
    desk.do(tie_slot, berit.staff_id, "a1")
    proposal = propose(berit, family_id)
    clock.forward(days=31)
    assert refused(desk.do, carry_out_deletion, proposal) == "deletion_refused.one_as_two"


def test_somebody_let_in_long_before_the_proposal_decides_as_another(desk, family_id, other, clock):
    desk.do(tie_slot, other.staff_id, "a1")
    clock.forward(days=60)
    proposal = propose(desk, family_id)
    clock.forward(days=31)
    other.do(carry_out_deletion, proposal)
    assert desk.read(deletions, "nb")[0].carried_out


def test_a_coordinator_carries_out_nothing(desk, family_id, clock, story):
    desk.do(put_in_bin, "family", family_id, MISTAKE)
    proposal = desk.do(
        propose_deletion, "family", family_id, DeletionDraft(rule="registered_by_mistake", reference="26/114")
    )
    clock.forward(days=31)
    berit = desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATOR)
    assert refused(berit.do, carry_out_deletion, proposal) == "refusal.role_missing"


def test_the_waiting_time_and_the_rule_are_kept(desk, family_id, other):
    assert refused(desk.do, propose_deletion, "family", family_id, DeletionDraft(rule="x", reference="26/114")) == (
        "deletion_refused.not_in_bin"
    )
    desk.do(put_in_bin, "family", family_id, MISTAKE)
    wrong = DeletionDraft(rule="working_draft", reference="26/114")
    assert refused(desk.do, propose_deletion, "family", family_id, wrong) == "deletion_refused.no_rule"
    proposal = desk.do(
        propose_deletion, "family", family_id, DeletionDraft(rule="registered_by_mistake", reference="26/114")
    )
    assert refused(other.do, carry_out_deletion, proposal) == "deletion_refused.too_early"


def test_a_proposal_can_be_said_no_to(desk, family_id, other):
    desk.do(put_in_bin, "family", family_id, MISTAKE)
    proposal = desk.do(
        propose_deletion, "family", family_id, DeletionDraft(rule="registered_by_mistake", reference="26/114")
    )
    assert desk.read(proposal_for, family_id, "nb").proposed_by == "Ingrid Bakken"
    other.do(reject_deletion, proposal)
    assert desk.read(proposal_for, family_id, "nb") is None
    assert len(desk.read(waste_bin, desk.staff_id)) == 1


def everything(folder):
    """Each value of each table as the file holds it, and each page of it."""
    connection = connect(folder / DATABASE, vault_key())
    try:
        connection.execute("pragma wal_checkpoint(truncate)")
        names = [row[0] for row in connection.execute("select name from sqlite_schema where type = 'table'")]
        told = "\n".join(str(row) for name in names for row in connection.execute(f'select * from "{name}"'))
        plain = folder / f"plain-{uuid4().hex}.db"
        connection.set_authorizer(None)  # the program itself is never let out of its file
        connection.execute(f"attach database '{plain}' as plain key ''")
        connection.execute("select sqlcipher_export('plain')")
        connection.execute("detach database plain")
        pages = plain.read_bytes()
        plain.unlink()
        return told, pages
    finally:
        connection.close()


def test_nothing_of_a_deleted_family_is_left_and_the_log_still_holds(desk, database, family_id, other, clock):
    note = desk.do(write_note, family_id, NoteDraft(text=f"Samtale med {MARK}"))
    desk.do(correct_note, note, NoteDraft(text=f"Nei, {MARK}"))
    desk.do(receive_paper, family_id, f"Brev fra {MARK}", b"%PDF-" + MARK.encode() * 500)
    desk.do(keep_draft, f"new_note/{family_id}", {"text": f"halvt om {MARK}"})
    (person,) = desk.read(lambda session: session.exec(select(Person.id)).all())
    other.do(keep_draft, f"reveal/{person}", {"reason": f"skal hjem til {MARK}"})
    other.do(keep_draft, "new_note/anywhere", {"family": {"id": str(family_id), "text": MARK}})
    assert MARK in everything(database.folder)[0]
    desk.do(put_in_bin, "family", family_id, MISTAKE)
    proposal = desk.do(
        propose_deletion, "family", family_id, DeletionDraft(rule="registered_by_mistake", reference="26/114")
    )
    clock.forward(days=31)
    other.do(carry_out_deletion, proposal)
    told, pages = everything(database.folder)
    assert MARK not in told
    assert MARK.encode() not in pages
    state = desk.read(lambda session: audit.verify(session.connection()))
    assert state.broken_at is None
    assert desk.read(lambda session: audit.installed(session.connection()))
    (row,) = desk.read(deletions, "nb")
    assert (row.carried_out, row.decided_by, row.counts["family"], row.counts["contactnote"]) == (
        True, "Arne Moe", 1, 2,
    )  # fmt: skip
    assert (row.backups_gone_by.date() - desk.today()).days == 90


def test_a_note_goes_alone_and_the_rest_stays(desk, database, family_id, other, clock):
    note = desk.do(write_note, family_id, NoteDraft(text="Om nabofamilien Solstadmerket"))
    desk.do(put_in_bin, "contactnote", note, WRONG)
    proposal = desk.do(propose_deletion, "contactnote", note, DeletionDraft(rule="wrong_person", reference="26/114"))
    clock.forward(days=31)
    other.do(carry_out_deletion, proposal)
    told, _ = everything(database.folder)
    assert "Solstadmerket" not in told
    assert MARK in told
    assert listed(desk) == 1


def test_the_history_cannot_be_written_over_by_anybody_else(desk, family_id):
    def overwrite(session, _act):
        session.execute(text("UPDATE historyentry SET changes = ''"))

    with pytest.raises(Exception, match="only added to"):
        desk.do(overwrite)


def test_the_rules_tell_when_they_open(desk, family_id):
    desk.do(put_in_bin, "family", family_id, MISTAKE)
    (rule,) = desk.read(rules_of, "family", family_id, desk.today(), "nn")
    assert (rule.open_from - desk.today()).days == 30
    assert rule.provision.startswith("personvernforordninga")
