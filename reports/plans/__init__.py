# SPDX-License-Identifier: MIT
"""The individual plan in its lengths, and the papers that give an overview: how each is composed."""

from models.values.letter import Paper
from models.values.overview_paper import FamilyTimeline, ServicesOverview, WhoDoesWhat
from models.values.plan_paper import ChildPlan, IndividualPlan, PlanOverview
from reports.blocks import References
from reports.composer import Composer
from reports.plans import child, duties, individual, overview, services, timeline
from reports.plans.common import corner


def _version(paper: IndividualPlan | PlanOverview) -> References:
    return corner(paper.envelope, paper.head.version)


def _date(paper: Paper) -> References:
    return corner(paper.envelope)


COMPOSERS = {
    IndividualPlan: Composer(individual.title, individual.parts, "plan", _version),
    PlanOverview: Composer(overview.title, overview.parts, "page", _version, overview.shorter),
    ChildPlan: Composer(child.title, child.parts, "easy", lambda paper: corner(paper.envelope, paper.version)),
    ServicesOverview: Composer(services.title, services.parts, "plan", _date),
    FamilyTimeline: Composer(timeline.title, timeline.parts, "plan", _date),
    WhoDoesWhat: Composer(duties.title, duties.parts, "poster", _date, duties.shorter),
}
