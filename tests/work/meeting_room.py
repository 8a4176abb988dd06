# SPDX-License-Identifier: MIT
"""A meeting about Emil with his parents, three services that may know something, and one that may know nothing."""

from datetime import datetime, timedelta

from models.queries.minutes_copies import copy_sheet
from models.records.consent import Consent, ConsentKind, ConsentScope
from models.records.family_service import FamilyService
from models.records.meeting import AgendaItem, Attendance, ItemKind, MeetingParticipant, TeamMeeting
from models.records.person import Relation
from models.values.dates import OSLO
from models.work.hold_meeting import (
    AttendanceDraft,
    ChildHeardDraft,
    ItemMinutes,
    MeetingTask,
    hear_child_at_meeting,
    set_attendance,
    take_on,
    write_minutes,
)

ITEMS = (
    ("child", ItemKind.CHILD, "Emil forteller", "words"),
    ("since", ItemKind.SINCE_LAST, "Siden sist", "measures"),
    ("work", ItemKind.GOAL, "Praksis på verksted", "school measures"),
    ("health", ItemKind.OWN, "Medisin og søvn", "health"),
    ("unsorted", ItemKind.OWN, "Eventuelt", ""),
)
SERVICES = (
    ("school", "Fjordvik vgs.", "Liv Moe", "practical measures school words"),
    ("nav", "NAV Mellomvik", "Are Strand", "practical measures school"),
    ("relief", "Avlastningsboligen", "Siv Dahl", "practical health everyday"),
    ("bup", "BUP Fjordvik", "Guro Lie", None),
)


class MeetingRoom:
    """Holds on to ids by short names; `sheet()` is who gets what."""

    def __init__(self, desk, story):
        self.desk, self.story = desk, story
        story.municipality()
        self.family = story.family("Haugen").child("Emil", age=17)
        self.family.adult("Anne").adult("Per", relation=Relation.FATHER)
        self.child_id = self.family.children[0]
        self.services, self.people, self.items = {}, {}, {}
        self.consent_id = self._consent()
        day = story.today
        self.meeting_id = story.add(
            TeamMeeting(
                family_id=self.family.id,
                child_id=self.child_id,
                number=4,
                starts_at=datetime(day.year, day.month, day.day, 9, 0, tzinfo=OSLO),
                place="Møterom A",
                leader="Ingrid Bakken",
                recorder="Ingrid Bakken",
            )
        )
        self._invite()
        for place, (key, kind, title, information) in enumerate(ITEMS):
            item = AgendaItem(kind=kind, title=title, information=information, position=place, minutes=10, **self._of())
            self.items[key] = story.add(item)

    def _of(self):
        return {"family_id": self.family.id, "meeting_id": self.meeting_id}

    def _consent(self):
        given = {"given_on": self.story.today - timedelta(days=90), "kind": ConsentKind.CARE_TEAM}
        consent_id = self.story.add(Consent(family_id=self.family.id, child_id=self.child_id, **given))
        for key, name, contact, kinds in SERVICES:
            service = FamilyService(family_id=self.family.id, name=name, contact=contact, kind=key)
            self.services[key] = self.story.add(service)
            if kinds is not None:
                scope = ConsentScope(
                    family_id=self.family.id,
                    consent_id=consent_id,
                    family_service_id=self.services[key],
                    information=kinds,
                )
                self.story.add(scope)
        return consent_id

    def _invite(self):
        named = (("emil", "Emil Haugen", self.child_id), ("anne", "Anne Haugen", self.family.adults[0]))
        for key, name, person_id in named:
            self.people[key] = self.story.add(MeetingParticipant(name=name, person_id=person_id, **self._of()))
        for key, service, contact, _ in SERVICES:
            one = MeetingParticipant(name=contact, service=service, family_service_id=self.services[key], **self._of())
            self.people[key] = self.story.add(one)
        staff = MeetingParticipant(name=self.desk.name, role="koordinator", staff_id=self.desk.staff_id, **self._of())
        self.people["us"] = self.story.add(staff)

    def there(self, *keys, attendance=Attendance.PRESENT, **more):
        for key in keys:
            self.desk.do(set_attendance, self.people[key], AttendanceDraft(attendance=attendance, **more))
        return self

    def write(self, key, **said):
        self.desk.do(write_minutes, self.items[key], ItemMinutes(**said))
        return self

    def agree(self, what, who="nav", days=30, item="work"):
        due = self.story.today + timedelta(days=days) if days is not None else None
        draft = MeetingTask(
            what=what, participant_id=self.people[who] if who else None, due_on=due, item_id=self.items[item]
        )
        return self.desk.do(take_on, self.meeting_id, draft)

    def held(self):
        """Everybody but BUP was there; something was said on each item, and two tasks were taken on."""
        self.there("emil", "anne", "school", "nav", "relief", "us")
        self.there("bup", attendance=Attendance.ABSENT)
        self.desk.do(hear_child_at_meeting, self.meeting_id, ChildHeardDraft(words="Jeg vil jobbe med biler."))
        self.write("work", text="Verkstedet tar imot fra uke 3.", agreed="Praksis to dager i uka.")
        self.write("work", child_view="To dager er passe.")
        self.write("health", text="Søvnen er bedre etter ny medisin.")
        self.write("unsorted", text="Bestefar er syk.")
        self.agree("Sende praksisavtale")
        self.agree("Følge med på søvnen", who="relief", item="health")
        return self

    def sheet(self):
        return self.desk.read(copy_sheet, self.meeting_id, self.desk.today())

    def row(self, name):
        return next(row for row in self.sheet().rows if name in row.name)
