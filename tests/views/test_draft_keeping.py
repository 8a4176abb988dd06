# SPDX-License-Identifier: MIT
"""Half-typed text over a disk that will not take it: nothing is forgotten while the form is open."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.values.trouble import Trouble
from tests.views.example_pages import FIELDS, PersonDraft
from views.form.form import Form
from views.texts import t

NAME = t(FIELDS[0].label)


def test_a_draft_that_could_not_be_kept_is_kept_as_soon_as_it_can_be(show, workspace, database, tmp_path):
    page = QWidget()
    form = Form(PersonDraft, FIELDS, workspace, draft_id="example")
    QVBoxLayout(page).addWidget(form)
    show(page, 900, 900).write(NAME, "Anne Haugen")
    database.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(Trouble):
        form.flush()
    form.flush()  # told once; nobody is held on the page
    (tmp_path / "elsewhere").rename(database.folder)
    form.flush()
    assert "Anne Haugen" in str(workspace.drafts.load("example"))
