# SPDX-License-Identifier: MIT
"""Qt's file dialogs remember the folders a person chose; the program makes them forget."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from desktop.traces import forget_folders
from tests.eye import settle

NATIVE, USER = QSettings.Format.NativeFormat, QSettings.Scope.UserScope


@pytest.fixture
def remembered(tmp_path):
    """Where Qt writes what it remembers, for this test alone."""
    before = Path(QSettings(NATIVE, USER, "QtProject").fileName()).parent
    QSettings.setPath(NATIVE, USER, str(tmp_path))
    yield tmp_path
    QSettings.setPath(NATIVE, USER, str(before))


def words_in(folder):
    return "".join(file.read_text("utf-8", "replace") for file in folder.rglob("*") if file.is_file())


def test_the_folders_of_file_dialogs_are_forgotten(remembered, qtbot, tmp_path_factory):
    chosen = tmp_path_factory.mktemp("Haugen-Solbakken")
    dialog = QFileDialog(None, "Velg", str(chosen))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    dialog.accept()
    dialog.deleteLater()
    settle()
    kept = QSettings(USER, "QtProject")
    kept.setValue("FileDialog/history", [str(chosen)])
    kept.sync()
    assert "Haugen-Solbakken" in words_in(remembered)
    forget_folders()
    assert "Haugen-Solbakken" not in words_in(remembered)
