# SPDX-License-Identifier: MIT
"""Drop-downs for what a service is: narrow enough for the column beside a list, however long their words are."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox

from models.records.service import ServiceLevel
from models.rules.cooperation import SECTORS
from models.rules.service_kinds import service_kinds
from views.form.choice_editors import ComboEditor
from views.form.editor import Around, Editor
from views.texts import language, t

Options = Callable[[], Sequence[tuple[str, str]]]


def narrow_combo(options: Options, empty: str = "") -> Callable[[Around], Editor]:
    """As `combo`, but a long option does not make it wide."""

    def made(around: Around) -> Editor:
        editor = ComboEditor(around, options(), empty)
        editor.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        editor.box.setMinimumContentsLength(10)
        return editor

    return made


def _levels() -> list[tuple[str, str]]:
    return [(level.value, t(f"services.level.{level}")) for level in ServiceLevel]


def _kinds() -> list[tuple[str, str]]:
    return [(kind.key, kind.name[language()]) for kind in service_kinds().values()]


def _sectors() -> list[tuple[str, str]]:
    return [(sector, t(f"documents.sector.{sector}")) for sector in SECTORS]


LEVEL = narrow_combo(_levels)
KIND = narrow_combo(_kinds, "services.none_of_these")
SECTOR = narrow_combo(_sectors, "services.none_of_these")
