# SPDX-License-Identifier: MIT
"""A second window on the same machine reads, leaves its lines in the log, and changes nothing else."""

import pytest

from desktop.workspace import Person, Workspace
from models.queries.families import Chip, family_rows
from models.queries.history import family_access
from models.store.database import Database
from models.values.trouble import Trouble
from models.work.close_family import CloseDraft, close_family
from models.work.open_family import log_opening
from tests.conftest import ROLES, STAFF_ID, STAFF_NAME, vault_key


@pytest.fixture
def second(database, clock, qapp):
    """Another window on the vault that `database` holds."""
    reader = Database(database.folder, vault_key(), read_only=True)
    yield Workspace(reader, Person(STAFF_ID, STAFF_NAME, ROLES), clock)
    reader.close()


def test_who_reads_in_the_second_window_stands_in_the_log_of_the_family(second, desk, story):
    family = story.family("Hansen").child()
    second.do(log_opening, family.id)
    assert [line.what for line in desk.read(family_access, family.id)] == ["family.opened"]


def test_the_second_window_changes_nothing_else(second, desk, story):
    family = story.family("Hansen").child()
    second.do(log_opening, family.id)
    with pytest.raises(Trouble) as refused:
        second.do(close_family, family.id, CloseDraft(reason="moved"))
    assert refused.value.key == "trouble.vault_read_only"
    rows = second.read(family_rows, STAFF_ID, second.today(), "", Chip.ALL, 10).rows
    assert [row.name for row in rows] == ["Hansen"]


def test_half_typed_text_in_the_second_window_is_left_alone(second, desk):
    second.drafts.save("new_note", {"text": "Hei"})
    second.drafts.drop("new_note")
    assert second.drafts.load("new_note") is None
