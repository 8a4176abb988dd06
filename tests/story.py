# SPDX-License-Identifier: MIT
"""Tells of synthetic families: `story.family("Hansen").child("Emma", age=6).adult("Kari")`."""

from datetime import date
from uuid import UUID

from models.records.assessment import Assessment, CoordinatorKind
from models.records.enquiry import Channel, Enquiry
from models.records.family import Family
from models.records.municipality import Municipality
from models.records.person import Answer, Person, PersonKind, Relation
from models.records.staff import Staff


def _add(session, act, record):
    session.add(record)
    session.flush()
    return record.id


class FamilyStory:
    """One family as it grows; `id`, `children` and `adults` are what tests hold on to."""

    def __init__(self, story, family_id, name):
        self._story = story
        self.id: UUID = family_id
        self.name = name
        self.children: list[UUID] = []
        self.adults: list[UUID] = []
        self.enquiry_id: UUID | None = None
        self.assessment_id: UUID | None = None

    def child(self, given_name="Emma", age=6, **values):
        """A child of this age today; give `born_on` or `expected_on` to be exact."""
        if age is not None and not {"born_on", "expected_on"} & values.keys():
            today = self._story.today
            values["born_on"] = date(today.year - age, 1, 15)
        values = {"family_name": self.name, **values}
        record = Person(family_id=self.id, kind=PersonKind.CHILD, given_name=given_name, **values)
        self.children.append(self._story.add(record))
        return self

    def adult(self, given_name="Kari", relation=Relation.MOTHER, **values):
        """An adult with parental responsibility unless told otherwise."""
        values = {"family_name": self.name, "parental_responsibility": Answer.YES, **values}
        record = Person(family_id=self.id, kind=PersonKind.ADULT, given_name=given_name, relation=relation, **values)
        self.adults.append(self._story.add(record))
        return self

    def enquiry(self, **values):
        """The family's wish, received today."""
        values = {"received_on": self._story.today, "channel": Channel.ORAL, **values}
        self.enquiry_id = self._story.add(Enquiry(family_id=self.id, **values))
        return self

    def assessment(self, **values):
        """An assessment begun today, of the newest wish."""
        values = {"started_on": self._story.today, "wished_kind": CoordinatorKind.CHILD_COORDINATOR, **values}
        record = Assessment(family_id=self.id, enquiry_id=self.enquiry_id, **values)
        self.assessment_id = self._story.add(record)
        return self


class Story:
    """Puts synthetic people into a real vault, past the use-cases, so that each test tells only its own part."""

    def __init__(self, desk):
        self._desk = desk

    @property
    def today(self):
        return self._desk.today()

    def add(self, record):
        """Any record; gives its id."""
        return self._desk.do(_add, record)

    def municipality(self, **values):
        values = {"name": "Mellomvik kommune", "number": "9999", "language": "nb", "practice": True, **values}
        return self.add(Municipality(**values))

    def staff(self, name="Berit Fjell", **values):
        """A colleague who can be appointed."""
        values = {"title": "barnekoordinator", "roles": "coordinator", **values}
        return self.add(Staff(name=name, **values))

    def family(self, name="Hansen", **values):
        """A family the acting person is responsible for."""
        values = {"opened_on": self.today, "responsible_id": self._desk.staff_id, **values}
        return FamilyStory(self, self.add(Family(name=name, **values)), name)
