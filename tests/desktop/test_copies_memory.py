# SPDX-License-Identifier: MIT
"""What this machine remembers of the copies, when somebody or something has written nonsense there."""

import pytest

from desktop.copies.memory import BackupMemory
from models.queries.backups import changed_since
from models.rules.rotation import is_due


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
