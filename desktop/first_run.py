# SPDX-License-Identifier: MIT
"""What the first-run guide needs of the program: passphrases, a place for the vault, the recovery sheet on paper."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from reports.letters.recovery_sheet import recovery_sheet

from desktop.passphrase import propose, strength
from desktop.printing import print_pdf, save_pdf
from desktop.settings import Settings
from desktop.workspace import now
from models.values.letter import RecoverySheet
from reports.build import render
from views.start.guide import GuidePage, GuideTools
from views.texts import t

SHEET_FILE = "gjenopprettingsark.pdf"


def make_guide(parent: QWidget, settings: Settings, folder: Path) -> GuidePage:
    """The guide, wired to printing and saving of its own sheet."""
    guide: GuidePage

    def sheet() -> bytes:
        filled = guide.municipality.value()
        return render(
            recovery_sheet(
                RecoverySheet(settings.choices.language, str(filled["name"]), folder.name, now(), guide.recovery.groups)
            )
        )

    def print_sheet() -> bool:
        return print_pdf(sheet(), t("start.guide.recovery.secret"), parent)

    def save_sheet() -> bool:
        title = t("start.guide.recovery.save")
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, SHEET_FILE, "PDF (*.pdf)")
        if not chosen:
            return False
        save_pdf(sheet(), Path(chosen))
        return True

    guide = GuidePage(
        GuideTools(
            propose=propose,
            strength=lambda typed, municipality: strength(typed, tuple(municipality.split())),
            folder=folder,
            print_sheet=print_sheet,
            save_sheet=save_sheet,
        )
    )
    return guide
