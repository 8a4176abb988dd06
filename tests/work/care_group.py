# SPDX-License-Identifier: MIT
"""A family with an ansvarsgruppe: Emil, his parents, a school and BUP with consents, and NAV without one."""

from datetime import timedelta

from models.records.consent import Consent, ConsentKind, ConsentScope
from models.records.family_service import FamilyService
from models.records.person import Relation
from models.work.care_team import CareTeamDraft, MemberDraft, add_team_member, start_care_team
from models.work.plan_meeting import MeetingDraft, plan_meeting

SERVICES = (
    ("school", "Fjordvik vgs.", "Liv Moe", "kontaktlærer", "practical measures school words"),
    ("bup", "BUP Fjordvik", "Guro Lie", "behandler", "practical measures health"),
    ("nav", "NAV Mellomvik", "Are Strand", "veileder", None),
)


class CareGroup:
    """Holds on to ids by short names."""

    def __init__(self, desk, story):
        self.desk, self.story = desk, story
        story.municipality(address="Postboks 12", postal_code="6898", place="Mellomvik", phone="57 00 00 00")
        self.family = story.family("Haugen").child("Emil", age=9)
        self.family.adult("Anne", address="Fjordvegen 3", place="Mellomvik")
        self.family.adult("Per", relation=Relation.FATHER, address="Fjordvegen 3", place="Mellomvik")
        self.services, self.members = {}, {}
        given = {"given_on": story.today - timedelta(days=300), "expires_on": story.today + timedelta(days=40)}
        consent = story.add(Consent(family_id=self.family.id, kind=ConsentKind.CARE_TEAM, **given))
        for key, name, contact, title, kinds in SERVICES:
            service = FamilyService(family_id=self.family.id, name=name, contact=contact, contact_title=title)
            self.services[key] = story.add(service)
            if kinds:
                scope = {"consent_id": consent, "family_service_id": self.services[key], "information": kinds}
                story.add(ConsentScope(family_id=self.family.id, **scope))
        ground = "Emil har hjelp fra skole, BUP og NAV, og familien vil ha ett sted å samle trådene."
        draft = CareTeamDraft(started_on=desk.today() - timedelta(days=90), ground=ground, every_weeks=12)
        self.team = desk.do(start_care_team, self.family.id, draft)

    def joined(self, *keys):
        """These services, after the parents."""
        for person in (*self.family.children, *self.family.adults):
            self._join(person_id=person)
        return self.join(*keys)

    def join(self, *keys):
        """These services too."""
        for key in keys:
            self.members[key] = self._join(family_service_id=self.services[key])
        return self

    def _join(self, **who):
        draft = MemberDraft(from_on=self.desk.today() - timedelta(days=90), **who)
        return self.desk.do(add_team_member, self.team, draft)

    def meeting(self, days=21, **values):
        """A planned meeting; gives its id."""
        draft = MeetingDraft(on=self.desk.today() + timedelta(days=days), begins="13", ends="14", **values)
        return self.desk.do(plan_meeting, self.family.id, draft)
