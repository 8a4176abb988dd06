# SPDX-License-Identifier: MIT
"""What this machine remembers of the copies, when somebody or something has written nonsense there."""

import pytest

from desktop.copies.memory import BackupMemory
from desktop.copies.remembered_trouble import kept_text, remembered
from models.queries.backups import changed_since
from models.rules.rotation import is_due
from models.values.trouble import Trouble
from views.refused import said


@pytest.mark.parametrize(
    "content",
    [
        '{"log_length": 1e999}',
        '{"log_length": 1%s}' % ("0" * 30),
        '{"seconds": 1%s}' % ("0" * 400),
        '{"made": "2026-01-01"}',
        '{"made": "0001-01-01T00:00:00+14:00"}',
        '{"made": "9999-12-31T23:59:59-14:00"}',
        "[" * 60_000,
    ],
)
def test_nonsense_counts_as_no_copy_and_a_new_one_is_due(tmp_path, desk, clock, idle, content):
    (tmp_path / "hvelv.json").write_text(content)
    kept = BackupMemory(tmp_path, "hvelv").now
    assert kept.made_at is None
    assert is_due(True, kept.made_at, clock(), idle)
    desk.read(changed_since, kept.log_length, kept.made_at)


@pytest.fixture
def idle():
    from datetime import timedelta

    return timedelta(minutes=5)


def test_a_trouble_is_told_again_with_all_it_was_told_with():
    kept = kept_text(Trouble("trouble.database_missing", folder="D:/kopi"))
    assert "D:/kopi" in said(remembered(kept, "E:/annet"))
    assert remembered("", "E:/annet") is None


@pytest.mark.parametrize(
    "kept",
    [
        "trouble.database_missing",
        "trouble.no_such_text",
        "families.title",
        "[",
        '["trouble.database_missing", 3]',
        '["trouble.database_missing", {"place": "x"}]',
        '[["trouble"], {}]',
        "[" * 60_000,
    ],
)
def test_a_remembered_trouble_without_words_is_told_in_general(kept):
    assert said(remembered(kept, "E:/kopi")) == said(Trouble("trouble.copy_failed"))


def test_a_trouble_remembered_by_its_key_alone_is_told_with_the_place():
    assert "E:/kopi" in said(remembered("trouble.place_missing", "E:/kopi"))
