# SPDX-License-Identifier: MIT
"""What the first-run guide needs of the program: passphrases, a place for the vault, the recovery sheet on paper."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.clock import now
from desktop.passphrase import propose, strength
from desktop.printing import SystemPrinting
from desktop.settings import Settings
from models.values.letter import RecoverySheet
from reports.build import render
from reports.letters.sheets import recovery
from views.printing import printing, use_printing
from views.start.guide import GuidePage, GuideTools
from views.texts import t


def make_guide(parent: QWidget, settings: Settings, folder: Path) -> GuidePage:
    """The guide, wired to printing and saving of its own sheet."""
    guide: GuidePage
    use_printing(SystemPrinting())

    def sheet() -> bytes:
        filled = guide.municipality.value()
        return render(
            recovery(
                RecoverySheet(settings.choices.language, str(filled["name"]), folder.name, now(), guide.recovery.groups)
            )
        )

    def print_sheet() -> bool:
        return printing().print(parent, sheet(), t("start.guide.recovery.secret"))

    def save_sheet() -> bool:
        return printing().save(parent, sheet(), t("start.guide.recovery.secret")) is not None

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
