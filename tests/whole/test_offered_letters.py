# SPDX-License-Identifier: MIT
"""Every letter that is offered for a family of the practice municipality opens and can be set on paper."""

import shutil

import pytest
from sqlmodel import col, select

from models.queries.letter_choices import letters_that_fit
from models.queries.letters import letter_of
from models.records.document import DocumentKind
from models.records.family import Family, FamilyState
from models.records.staff import Staff
from models.store.vault import open_vault
from models.work.issue_letter import LetterDraft, draft_letters, edit_letter_address
from resources import path
from tests import tree
from tests.conftest import ROLES, Desk
from tests.letter_press import press

PASSPHRASE = tree.table(path("demo", "mellomvik.toml"))["passphrase"]
ABOUT = ("determination_id", "appeal_id", "enquiry_id", "coordination_id", "consent_id", "family_service_id")


@pytest.fixture
def practice(demo, tmp_path, clock):
    """The practice vault at the desk of its first person."""
    shutil.copytree(demo[0] / "hvelv", tmp_path / "øving")
    vault = open_vault(tmp_path / "øving", bytearray(PASSPHRASE, "utf-8"))
    with vault.database.reading() as session:
        staff = session.exec(select(Staff).where(Staff.slot == vault.slot)).one()
    yield Desk(vault.database, clock, staff.id, staff.name, ROLES)
    vault.close()


def families(session):
    met = col(Family.state).in_((FamilyState.OPEN, FamilyState.CLOSED))
    return list(session.exec(select(Family.id).where(met, col(Family.binned_at).is_(None))))


@pytest.mark.slow
def test_every_letter_offered_for_a_demo_family_opens_in_both_languages(practice, clock):
    kinds = set()
    for family in practice.read(families):
        for one in practice.read(letters_that_fit, family, practice.today()):
            about = {name: getattr(one, name) for name in ABOUT}
            addressee = "family" if one.to_family else "other"
            draft = LetterDraft(
                kind=one.kind,
                recipient=one.recipient,
                language=one.language,
                addressee=addressee,
                person=str(one.person_id or ""),
                **about,
            )
            (first, *_) = practice.do(draft_letters, family, draft)
            for language in ("nb", "nn"):
                practice.do(edit_letter_address, first, one.recipient or "Kari Nordvik", language)
                assert press(practice.read(letter_of, first, practice.staff_id, clock())).pages > 0
            kinds.add(one.kind)
    assert len(kinds) >= 6
    assert DocumentKind.SERVICE_INFORMATION in kinds
