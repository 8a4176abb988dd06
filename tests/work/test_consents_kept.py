# SPDX-License-Identifier: MIT
"""Consents follow their family: undone, merged, handed over to another municipality, and deleted with it for good."""

from sqlmodel import select

from models.queries.consent_facts import permissions_of
from models.queries.consents import consents_of, sharings_of
from models.records.consent import Consent, ConsentScope, Sharing
from models.rules.bin_rules import BinReason
from models.rules.visibility import may_know
from models.values.act import Role
from models.work.bin import BinDraft, put_in_bin
from models.work.consents import edit_consent
from models.work.delete_for_good import DeletionDraft, carry_out_deletion, propose_deletion
from models.work.merge_families import MergeDraft, merge_families
from models.work.share import SharingDraft, log_sharing
from models.work.undo import redo_act, undo_act
from tests.work.consent_case import HEALTH, SCHOOL, Case
from tests.work.vault_pair import pair


def told(case):
    """A consent that was built on."""
    consent = case.given()
    shared = SharingDraft(recipient="NAV", shared_on=case.desk.today(), what="Planen", family_service_id=case.nav)
    case.desk.do(log_sharing, case.id, shared)
    return consent


def everything(session, record):
    """Also what lies in the waste bin."""
    return session.connection().exec_driver_sql(f"SELECT id FROM {record.__tablename__}").all()


def known(desk, family_id, service):
    return may_know(desk.read(permissions_of, family_id), service, desk.today())


def test_a_mended_question_is_as_it_was_when_that_is_undone(desk, story):
    case = Case(desk, story)
    consent = case.asked()
    desk.do(edit_consent, consent, case.draft({case.school: {SCHOOL}}))
    desk.do(undo_act, case.id)
    assert [one.service for one in case.rows()[0].scopes] == ["NAV Mellomvik"]
    desk.do(redo_act, case.id)
    assert [one.service for one in case.rows()[0].scopes] == ["Fjellskolen"]


def test_after_a_merge_the_consents_hold_in_the_family_that_goes_on(desk, story):
    case = Case(desk, story)
    told(case)
    other = story.family("Dahl").child("Liv")
    desk.do(merge_families, MergeDraft(keep_id=other.id, merge_id=case.id, reason="Samme familie"))
    assert HEALTH in known(desk, other.id, case.nav)
    assert len(desk.read(sharings_of, other.id)) == 1


def test_a_family_that_moves_takes_its_consents_along(empty_vault, tmp_path, clock):
    here, there = pair(empty_vault, tmp_path, clock)
    try:
        case = Case(here.desk, here.story)
        here.story.municipality()
        there.story.municipality(name="Fjellvik kommune")
        consent = told(case)
        there.take(there.open(here.send(there, case.id)))
        (row,) = there.desk.read(consents_of, case.id, there.desk.today())
        assert (row.id, [one.name for one in row.signers]) == (consent, ["Siri Dahl", "Per Dahl"])
        assert HEALTH in known(there.desk, case.id, case.nav)
        assert [one.consent_id for one in there.desk.read(sharings_of, case.id)] == [consent]
    finally:
        for side in (here, there):
            side.database.close()


def test_a_family_registered_by_mistake_is_deleted_with_its_consents(desk, story, clock):
    case = Case(desk, story)
    told(case)
    desk.do(put_in_bin, "family", case.id, BinDraft(reason=BinReason.MISTAKE))
    assert desk.read(lambda session: session.exec(select(Consent)).all()) == []
    draft = DeletionDraft(rule="registered_by_mistake", reference="26/114")
    deletion = desk.do(propose_deletion, "family", case.id, draft)
    clock.forward(days=31)
    other = desk.as_staff(story.staff("Arne Moe", roles="archivist"), "Arne Moe", Role.ARCHIVIST)
    other.do(carry_out_deletion, deletion)
    for record in (Consent, ConsentScope, Sharing):
        assert desk.read(lambda session, record=record: everything(session, record)) == []
