# SPDX-License-Identifier: MIT
"""Qt's own words («Avbryt», file and print dialogs) in the language of the window."""

import tomllib
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from resources import path

_installed: list[QTranslator] = []


class BokmaalWords(QTranslator):
    """Bokmål from our own list, since Qt ships none."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:  # the arguments are Qt's
        """Our word, or an empty text, which lets Qt use its own."""
        del context, disambiguation, n
        return _words().get(source, "")

    def isEmpty(self) -> bool:
        """Qt leaves out translators that say they hold nothing."""
        return False


@cache
def _words() -> dict[str, str]:
    return tomllib.loads(path("qt", "nb.toml").read_text("utf-8"))


def speak(application: QCoreApplication, language: str) -> None:
    """Let Qt's own dialogs and menus use this language from now on."""
    while _installed:
        application.removeTranslator(_installed.pop())
    words: QTranslator = BokmaalWords(application) if language == "nb" else QTranslator(application)
    if language == "nn":
        words.load("qtbase_nn", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    application.installTranslator(words)
    _installed.append(words)
