# SPDX-License-Identifier: MIT
"""A family with two parents, a child of ten, NAV and a school, for tests of consents."""

from dataclasses import dataclass

import pytest

from models.queries.consent_facts import permissions_of
from models.queries.consent_matrix import consent_matrix
from models.queries.consents import consents_of
from models.records.consent import ConsentKind
from models.records.family_service import FamilyService
from models.records.person import Relation
from models.rules.visibility import Information, Mark, Reader, visible
from models.values.refusal import Refusal, Refusals
from models.work.consent_scopes import ConsentDraft, ScopeDraft
from models.work.consents import (
    GivenDraft,
    SignedDraft,
    WithdrawnDraft,
    ask_consent,
    give_consent,
    withdraw_consent,
)

HEALTH, SCHOOL, MEASURES = Information.HEALTH, Information.SCHOOL, Information.MEASURES


@dataclass(frozen=True)
class Part:
    """A part of a paper."""

    what: str
    mark: Mark


PLAN = tuple(Part(kind.value, Mark(frozenset({kind}))) for kind in (Information.PRACTICAL, HEALTH, SCHOOL, MEASURES))


class Case:
    """A family with two parents, a child of ten, NAV and a school."""

    def __init__(self, desk, story):
        self.desk, self.story = desk, story
        told = story.family("Dahl").child("Ola", age=10).adult("Siri").adult("Per", Relation.FATHER)
        self.id, (self.child,), (self.mother, self.father) = told.id, told.children, told.adults
        self.nav, self.school = self.service("NAV Mellomvik"), self.service("Fjellskolen")

    def service(self, name, **values):
        return self.story.add(FamilyService(family_id=self.id, name=name, **values))

    def draft(self, scopes=None, **values):
        scopes = {self.nav: {HEALTH, MEASURES}} if scopes is None else scopes
        found = tuple(ScopeDraft(family_service_id=id, information=frozenset(kinds)) for id, kinds in scopes.items())
        values = {
            "kind": ConsentKind.SHARING,
            "child_id": self.child,
            "from_services": "Barnehabiliteringen",
            "purpose": "Felles plan",
            "asked_on": self.desk.today(),
            **values,
        }
        return ConsentDraft(scopes=found, **values)

    def asked(self, scopes=None, **values):
        return self.desk.do(ask_consent, self.id, self.draft(scopes, **values))

    def given(self, scopes=None, **values):
        id = self.asked(scopes, **values)
        self.desk.do(give_consent, id, self.yes())
        return id

    def yes(self, *who, **values):
        signed = tuple(SignedDraft(person_id=id, capacity="parent") for id in who or (self.mother, self.father))
        return GivenDraft(given_on=self.desk.today(), signed=signed, **values)

    def withdraw(self, id, **values):
        values = {"withdrawn_on": self.desk.today(), "withdrawn_by": "Siri Dahl", **values}
        return self.desk.do(withdraw_consent, id, WithdrawnDraft(**values))

    def rows(self):
        return self.desk.read(consents_of, self.id, self.desk.today())

    def copy(self, service):
        permissions = self.desk.read(permissions_of, self.id)
        return [part.what for part in visible(PLAN, Reader(service), permissions, self.desk.today())]

    def answers(self, service):
        matrix = self.desk.read(consent_matrix, self.id, self.desk.today())
        cells = next(row.cells for row in matrix if row.family_service_id == service)
        return {cell.kind.value: cell.answer for cell in cells}


def refused(work):
    with pytest.raises((Refusal, Refusals)) as wrong:
        work()
    found = wrong.value.refusals if isinstance(wrong.value, Refusals) else (wrong.value,)
    return [one.key.partition(".")[2] for one in found]
