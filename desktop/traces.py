# SPDX-License-Identifier: MIT
"""What Qt itself remembers on this machine: the folders of its file dialogs, whose names may be somebody's."""

from PySide6.QtCore import QSettings

OWNER, DIALOGS = "QtProject", ("FileDialog", "Qt/filedialog")


def forget_folders() -> None:
    """Take away the history of file dialogs; the systems' own dialogs keep theirs where no program reaches."""
    kept = QSettings(QSettings.Scope.UserScope, OWNER)
    for group in DIALOGS:
        kept.remove(group)
    kept.sync()
