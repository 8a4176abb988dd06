# SPDX-License-Identifier: MIT
"""Each step of «Rett og avgjørelse»: the rules of accessibility, and what a screen reader meets, as agreed text."""

from pathlib import Path

import pytest

from desktop.letterpress import ReportLetterpress
from models.work.appeal_deadline import set_knowledge_date
from models.work.coordinate import CoordinationDraft, settle_coordination
from models.work.receive_appeal import AppealDraft, receive_appeal
from tests.eye import Eye, settle
from tests.stand_ins import Stage
from tests.views.rules import faults
from tests.views.screen import dress
from tests.work.right_case import Case
from views.letterpress import use_letterpress
from views.navigation import Navigator
from views.pages.right.page import RightTab
from views.pages.right.step_list import STEPS
from views.texts import use_language

TREES = Path(__file__).parent / "trees"


@pytest.fixture
def case(desk, story):
    use_letterpress(ReportLetterpress())
    found = Case(desk, story)
    found.wishes()
    return found


@pytest.fixture
def busy(case):
    """A family with something in every step: decided, complained, samordnet, and a draft under way."""
    decided, day = case.granted(), case.desk.today()
    case.do(set_knowledge_date, decided, day)
    case.do(receive_appeal, decided, AppealDraft(received_on=day, from_whom="Kari Hansen", grounds="Noe mangler."))
    case.do(settle_coordination, case.family.id, CoordinationDraft(service="PPT", from_on=day))
    case.child_heard()
    case.drafted(outcome="person_changed", coordinator_id=case.berit)
    return case


@pytest.fixture
def look(workspace, qtbot):
    def looked(case, step, width=1100, height=640):
        tab = RightTab(workspace, Navigator(Stage()), case.family.id)
        qtbot.addWidget(tab)
        tab.resize(width, height)
        tab.show()
        tab.open_step(step)
        settle()
        return tab

    return looked


@pytest.mark.parametrize("step", STEPS)
def test_a_step_keeps_the_rules_of_accessibility(busy, look, step):
    assert faults(look(busy, step)) == []


@pytest.mark.slow
@pytest.mark.parametrize("step", ["conditions", "determination", "appeal"])
def test_a_step_keeps_them_small_dark_and_in_nynorsk(busy, look, step, qapp):
    dress(qapp, "dark")
    use_language("nn")
    assert faults(look(busy, step, 800, 380)) == []


@pytest.mark.parametrize("step", ["conditions", "appeal", "coordination"])
def test_a_screen_reader_meets_what_was_agreed(case, look, agreed, step):
    agreed(TREES / f"right_{step}.txt", Eye(look(case, step)).tree() + "\n")
