# SPDX-License-Identifier: MIT
"""What the first-run guide needs of the program: passphrases, a place for the vault, the recovery sheet on paper."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.clock import now
from desktop.passphrase import strength
from desktop.printing import SystemPrinting
from desktop.settings import Settings
from models.values.passphrase import propose
from models.values.recovery_sheet import RecoverySheet
from reports.build import render
from reports.letters.sheets import recovery
from views.printing import printing, use_printing
from views.start.guide import GuidePage, GuideTools
from views.start.recovery_step import Sheets
from views.texts import t


def make_guide(parent: QWidget, settings: Settings, folder: Path) -> GuidePage:
    """The guide, wired to printing and saving of its own sheet."""
    guide: GuidePage
    use_printing(SystemPrinting(settings))

    def sheet(at: int) -> bytes:
        municipality = str(guide.municipality.value()["name"])
        return recovery_sheet(settings.choices.language, municipality, folder, guide.recovery.sheets, at)

    def print_sheet(at: int) -> bool:
        return printing().print(parent, sheet(at), t("start.guide.recovery.secret"))

    def save_sheet(at: int) -> bool:
        return printing().save(parent, sheet(at), t("start.guide.recovery.secret")) is not None

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


def recovery_sheet(language: str, municipality: str, folder: Path, sheets: Sheets, at: int) -> bytes:
    """One sheet of a recovery key as a document to print."""
    parts = len(sheets)
    place = (at + 1, parts) if parts > 1 else (0, 0)
    return render(recovery(RecoverySheet(language, municipality, folder.name, now(), sheets[at], *place)))
