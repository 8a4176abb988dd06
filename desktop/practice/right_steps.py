# SPDX-License-Identifier: MIT
"""What can happen on the way from a wish to an avgjørelse, a complaint and its end."""

from typing import cast

from desktop.practice.script import Step, Values
from desktop.practice.stage import Stage
from models.work.appeal_deadline import set_knowledge_date
from models.work.assess import AnswerDraft, AssessmentDraft, answer_condition, edit_assessment
from models.work.coordinate import (
    CoordinationDraft,
    LiftDraft,
    LiftResultDraft,
    lift_to_leader,
    record_lift_result,
    settle_coordination,
)
from models.work.decide import DeterminationDraft, edit_determination, propose_determination
from models.work.finish_determination import finish_determination
from models.work.receive_appeal import (
    AppealDraft,
    CountyOutcomeDraft,
    ForwardingDraft,
    ReassessmentDraft,
    forward_appeal,
    reassess_appeal,
    receive_appeal,
    record_county_outcome,
)
from models.work.record_enquiry import EnquiryDraft, record_enquiry


def wish(stage: Stage, step: Step) -> None:
    """A wish comes again, or of something else."""
    draft = EnquiryDraft.model_validate({"received_on": step.at.date(), **step.values})
    stage.cast(step).made["enquiry"] = stage.do(record_enquiry, stage.cast(step).family_id, draft)


def assess(stage: Stage, step: Step) -> None:
    """The five conditions as far as they are answered, the child's view and the rest."""
    family_id = stage.cast(step).family_id
    for condition, answer in step.table("conditions").items():
        finding, facts, judgement = cast("list[str]", answer)
        draft = AnswerDraft.model_validate({"finding": finding, "facts": facts, "judgement": judgement})
        stage.do(answer_condition, family_id, condition, draft)
    around = step.without("conditions")
    if around:
        stage.do(edit_assessment, family_id, AssessmentDraft.model_validate(around))


def decide(stage: Stage, step: Step) -> None:
    """The avgjørelse is written, and finished unless it is still a draft."""
    made = stage.cast(step).made
    made["determination"] = stage.do(propose_determination, stage.cast(step).family_id)
    changes = DeterminationDraft.model_validate(stage.named(step.without("draft")))
    stage.do(edit_determination, made["determination"], changes)
    if not step.values.get("draft"):
        stage.do(finish_determination, made["determination"])


def known(stage: Stage, step: Step) -> None:
    """From when the family knew enough to complain."""
    stage.do(set_knowledge_date, stage.cast(step).made["determination"], step.at.date())


def complain(stage: Stage, step: Step) -> None:
    """A complaint comes in."""
    draft = AppealDraft.model_validate(_dated(step, "received_on"))
    made = stage.cast(step).made
    made["appeal"] = stage.do(receive_appeal, made["determination"], draft)


def reassess(stage: Stage, step: Step) -> None:
    """The municipality looks at it anew; a reversal gives a new avgjørelse to write."""
    draft = ReassessmentDraft.model_validate(_dated(step, "reassessed_on"))
    stage.do(reassess_appeal, stage.cast(step).made["appeal"], draft)


def forward(stage: Stage, step: Step) -> None:
    """It goes to Statsforvalteren, with a copy to the family."""
    draft = ForwardingDraft.model_validate(_dated(step, "forwarded_on", "copy_to_party_on"))
    stage.do(forward_appeal, stage.cast(step).made["appeal"], draft)


def answered(stage: Stage, step: Step) -> None:
    """Statsforvalteren answers."""
    draft = CountyOutcomeDraft.model_validate(_dated(step, "outcome_on"))
    stage.do(record_county_outcome, stage.cast(step).made["appeal"], draft)


def coordinate(stage: Stage, step: Step) -> None:
    """Which service samordner where there is no barnekoordinator."""
    draft = CoordinationDraft.model_validate(_dated(step, "from_on"))
    stage.cast(step).made["coordination"] = stage.do(settle_coordination, stage.cast(step).family_id, draft)


def lift(stage: Stage, step: Step) -> None:
    """Services disagree, and a leader is asked."""
    draft = LiftDraft.model_validate(_dated(step, "lifted_on"))
    stage.do(lift_to_leader, stage.cast(step).made["coordination"], draft)


def lifted(stage: Stage, step: Step) -> None:
    """The leader has answered."""
    draft = LiftResultDraft.model_validate(_dated(step, "lifted_result_on"))
    stage.do(record_lift_result, stage.cast(step).made["coordination"], draft)


def _dated(step: Step, *names: str) -> Values:
    """The step's values, dated on its own day where nothing else is said."""
    return {**dict.fromkeys(names, step.at.date()), **step.values}
