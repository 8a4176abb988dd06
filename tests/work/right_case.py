# SPDX-License-Identifier: MIT
"""One synthetic family on its way from wish to avgjørelse, told through the use-cases."""

from models.queries.right_picture import right_picture
from models.records.assessment import Finding, Heard
from models.records.enquiry import Channel
from models.rules.conditions import CONDITIONS
from models.work.assess import AnswerDraft, AssessmentDraft, answer_condition, edit_assessment
from models.work.decide import DeterminationDraft, edit_determination, propose_determination
from models.work.finish_determination import finish_determination
from models.work.record_enquiry import EnquiryDraft, record_enquiry


class Case:
    """One family's way through the flow, told in the words of the work."""

    def __init__(self, desk, story):
        self.desk, self.story = desk, story
        story.municipality(leader_name="Torunn Dal", leader_title="kommunalsjef")
        self.family = story.family("Hansen").child("Emma", age=6).adult("Kari")
        self.berit = story.staff("Berit Fjell")
        self.do = desk.do

    def wishes(self, on=None):
        draft = EnquiryDraft(received_on=on or self.desk.today(), channel=Channel.ORAL, from_whom="Kari Hansen")
        return self.do(record_enquiry, self.family.id, draft)

    def assessed(self, finding=Finding.MET, **changed):
        for condition in CONDITIONS:
            answer = AnswerDraft(facts="Fra samtalen.", judgement="Slik vurderer vi det.", finding=finding)
            if condition in changed:
                answer.finding = changed[condition]
            self.do(answer_condition, self.family.id, condition, answer)
        self.child_heard()

    def child_heard(self):
        heard = AssessmentDraft(child_heard=Heard.HEARD, child_view="Noen bør vite alt.", best_interests="Ro.")
        self.do(edit_assessment, self.family.id, heard)

    def do_edit(self, **values):
        """Change what is written around the conditions."""
        self.do(edit_assessment, self.family.id, AssessmentDraft(**values))

    def drafted(self, **changes):
        id = self.do(propose_determination, self.family.id)
        texts = {"grounds": "Emma trenger hjelp fra mange.", "delegated_by": "Torunn Dal"}
        values = {**texts, "delegated_on": self.desk.today(), **changes}
        self.do(edit_determination, id, DeterminationDraft.model_validate(values))
        return id

    def granted(self, staff=None, **changes):
        self.assessed()
        return self.do(finish_determination, self.drafted(coordinator_id=staff or self.berit, **changes))

    def picture(self):
        return self.desk.read(right_picture, self.family.id, self.desk.today(), "nb")

    def the(self, id):
        return next(one for one in self.picture().determinations if one.id == id)

    def coordinators_on(self, day):
        return [one for one in self.picture().right.appointments if one.runs_on(day)]
