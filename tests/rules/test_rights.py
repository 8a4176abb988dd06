# SPDX-License-Identifier: MIT
"""The table of rights, asked for every set of roles and every use-case there is."""

import importlib
import inspect
import pkgutil
from itertools import chain, combinations

import pytest

import models.work
from models.rules.rights import TABLE, USE_CASES, Right, may
from models.values.act import Act, Role
from models.values.refusal import Refusal

ROLE_SETS = [frozenset(some) for some in chain.from_iterable(combinations(Role, n) for n in range(len(Role) + 1))]
# Parts of use-cases: whoever calls them has been asked already.
PARTS = {
    "carry_out",
    "finished",
    "first_agenda",
    "first_invited",
    "noted_this_sitting",
    "open_letter",
    "open_meeting",
    "open_minutes",
    "reach_family",
    "refuse_unready",
    "remove_draft",
    "reach_letter",
    "reach_person",
    "require_sight",
    "seen_letter",
    "revert",
    "running_team",
    "written_draft",
    "not_in_future",
}


def use_cases():
    """Every public function of models.work that is handed a session and an act, by name."""
    found = {}
    for module in pkgutil.iter_modules(models.work.__path__):
        loaded = importlib.import_module(f"models.work.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            kinds = [str(parameter.annotation) for parameter in inspect.signature(function).parameters.values()]
            takes_act = any(kind.endswith(("Act", "Act'>")) for kind in kinds)
            if takes_act and function.__module__ == loaded.__name__ and not name.startswith("_"):
                found[name] = function
    return found


def test_every_use_case_stands_in_the_table_of_rights():
    assert set(use_cases()) - PARTS == set(USE_CASES), "give a new use-case its right, and @by_right"


@pytest.mark.parametrize("name", sorted(USE_CASES))
def test_a_use_case_is_open_to_exactly_the_roles_of_the_table(name, clock):
    work = use_cases()[name]
    for roles in ROLE_SETS:
        act = Act(None, "Noen", roles, clock())
        # allowed: it goes on, and knows no such argument
        with pytest.raises(TypeError if may(roles, USE_CASES[name]) else Refusal):
            work(None, act, unknown=True)


def test_nobody_without_a_role_does_anything_but_keep_half_typed_text():
    assert [right for right in Right if may(frozenset(), right)] == [Right.OWN]


@pytest.mark.parametrize("roles", ROLE_SETS, ids=lambda roles: "+".join(sorted(roles)) or "none")
def test_one_more_role_never_takes_a_right_away(roles):
    for role in Role:
        assert all(may(roles | {role}, right) for right in Right if may(roles, right))


def test_an_administrator_alone_comes_to_no_family():
    alone = frozenset({Role.ADMINISTRATOR})
    for right in (Right.READ_FAMILY, Right.WORK_WITH_FAMILY, Right.APPOINT, Right.LOG_OF_FAMILIES):
        assert not may(alone, right)


def test_an_auditor_and_an_archivist_read_and_write_nothing():
    writes = {Right.WORK_WITH_FAMILY, Right.APPOINT, Right.PEOPLE, Right.ROLES, Right.OFFICE}
    for role in (Role.AUDITOR, Role.ARCHIVIST):
        assert not [right for right in writes if role in TABLE[right]]
