# SPDX-License-Identifier: MIT
"""No statement makes a second, unencrypted file beside the vault, or gets round its schema."""

import pytest
from sqlalchemy.exc import DBAPIError

from models.store.engine import connect, open_engine
from tests.conftest import vault_key


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH '{folder}/ny.db' AS ny KEY ''",
        "ATTACH '{folder}/ny.db' AS ny",
        "DETACH main",
        "PRAGMA writable_schema=on",
        "PRAGMA temp_store=1",
        "SELECT load_extension('{folder}/x')",
    ],
)
def test_what_would_lead_out_of_the_vault_is_denied(database, statement):
    engine = open_engine(database.folder / "vault.db", vault_key())
    before = sorted(path.name for path in database.folder.iterdir())
    with engine.connect() as connection, pytest.raises(DBAPIError):
        connection.exec_driver_sql(statement.format(folder=database.folder))
    engine.dispose()
    assert sorted(path.name for path in database.folder.iterdir()) == before


def test_a_new_database_is_never_made_without_its_key(tmp_path):
    connection = connect(tmp_path / "ny.db", vault_key(), create=True)
    connection.execute("CREATE TABLE t (x)")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert connection.execute("PRAGMA cipher_status").fetchone()[0] == "1"
    connection.close()
    assert not (tmp_path / "ny.db").read_bytes().startswith(b"SQLite format 3")
