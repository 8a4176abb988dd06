# SPDX-License-Identifier: MIT
"""What is shown when the program made a mistake: a calm sentence, and a report without personal data."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from views.texts import t
from views.widgets.basics import button, column, label, row

WIDTH = 560


class CrashDialog(QDialog):
    """Main button first: go on working; nothing typed is lost."""

    def __init__(self, parent: QWidget | None, sentence: str, report: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("program.crash_title"))
        self.setObjectName("page")
        self.setMinimumWidth(WIDTH)
        shown = QPlainTextEdit(report)
        shown.setReadOnly(True)
        shown.setAccessibleName(t("program.report"))
        copy = button(t("program.copy_report"), "copy", run=lambda: QGuiApplication.clipboard().setText(report))
        self.setLayout(
            column(
                label(t("program.crash_title"), "title"),
                label(sentence, "body", wrap=True),
                shown,
                row(button(t("program.go_on"), kind="primary", run=self.accept), copy, None),
                gap=12,
                margins=(24, 20, 24, 20),
            )
        )
