# SPDX-License-Identifier: MIT
"""Documents in a damaged vault: left on their pages by a survey, however large they are, and rescued byte for byte."""

import hashlib
import random
import shutil

import pytest

from models.records.document import Document, DocumentContent, DocumentKind, DocumentState
from models.store.btree import LONG, Far
from models.store.engine import DATABASE
from models.store.rescue import rescue
from models.store.slots import FLOOR
from models.store.survey import survey
from models.store.vault import NewVault, create_vault, open_vault
from tests.conftest import Desk
from tests.store.test_check_and_backup import words
from tests.story import Story

pytestmark = pytest.mark.slow

CONTENTS = [random.Random(size).randbytes(size) for size in (0, 900, 6_000, LONG, LONG + 1, 70_000)]


def vault_with_papers(folder, clock):
    """A closed vault with documents short and long, and its key."""
    vault = create_vault(folder, NewVault("Ingrid Bakken", cost=FLOOR), words(), now=clock)
    desk = Desk(vault.database, clock)
    family = Story(desk).family("Hansen", responsible_id=None)
    for content in CONTENTS:
        paper = Document(family_id=family.id, kind=DocumentKind.RECEIVED, state=DocumentState.FINAL, title="Brev")
        id = Story(desk).add(paper)
        desk.do(
            lambda session, _act, id=id, content=content: session.add(DocumentContent(document_id=id, content=content))
        )
    vault.database.checkpoint()
    key = vault.database.key_copy()
    vault.close()
    return key


def contents(folder):
    vault = open_vault(folder, words())
    with vault.database.reading() as session:
        found = session.connection().exec_driver_sql("SELECT content FROM documentcontent").scalars().all()
    vault.close()
    return sorted(hashlib.sha256(content).hexdigest() for content in found)


def test_long_documents_are_left_on_their_pages_and_come_over_whole(tmp_path, clock):
    key = vault_with_papers(tmp_path / "hvelv", clock)
    shutil.copytree(tmp_path / "hvelv", tmp_path / "kopi")
    rows = survey(tmp_path / "kopi" / DATABASE, key, 0).rows("documentcontent")
    assert sum(isinstance(row["content"], Far) for row in rows) == 2
    rescue(tmp_path / "hvelv", words(), tmp_path / "nytt", clock())
    assert contents(tmp_path / "nytt") == contents(tmp_path / "hvelv")
