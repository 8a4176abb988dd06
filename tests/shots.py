# SPDX-License-Identifier: MIT
"""Contact sheets: pages in every look, language and size in one picture, for people to look at.

python -m tests.shots FOLDER            # the example pages of the kit
from tests.shots import contact_sheet   # contact_sheet({"families": make_window}, "sheet.png")
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter

from tests.eye import settle
from tests.views.screen import application, dress
from views.texts import use_language

LOOKS = ("light", "dark", "contrast")
LANGUAGES = ("nb", "nn")
SIZES = ((1366, 690, 1), (1093, 550, 1), (1280, 680, 2))
HEAD = 26


def shot(make, look="light", language="nb", size=(1366, 690, 1), after=None):
    """One picture of what `make()` builds; factor 2 paints at twice the pixels."""
    app = application()
    use_language(language)
    dress(app, look)
    window = make()
    width, height, factor = size
    window.resize(width, height)
    window.show()
    window.activateWindow()
    settle()
    if after is not None:
        after(window)
        settle()
    image = QImage(width * factor, height * factor, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(factor)
    window.render(image, QPoint())
    window.close()
    window.deleteLater()
    settle()
    use_language("nb")
    return image


def contact_sheet(makers, target, looks=LOOKS, languages=LANGUAGES, sizes=SIZES, scale=0.5):
    """Every page in every combination, in one picture."""
    cells = [
        (f"{name} · {look} · {language} · {size[0]}x{size[1]}x{size[2]}", shot(make, look, language, size))
        for name, make in makers.items()
        for look in looks
        for language in languages
        for size in sizes
    ]
    across = len(languages) * len(sizes)
    width = max(int(image.width() / image.devicePixelRatio() * scale) for _, image in cells) + 12
    height = max(int(image.height() / image.devicePixelRatio() * scale) for _, image in cells) + HEAD + 8
    sheet = QImage(width * across, height * -(-len(cells) // across), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, (title, image) in enumerate(cells):
        left, top = place % across * width + 6, place // across * height
        painter.drawText(left, top + HEAD - 8, title)
        shown = image.size() / image.devicePixelRatio() * scale
        painter.drawImage(QRect(QPoint(left, top + HEAD), shown), image)
    painter.end()
    sheet.save(str(target))
    return target


def _example_windows():
    from tests.views.example_pages import DayPage, FormPage, ListPage
    from tests.views.screen import PlainDesk, Settings
    from views.main_window import MainWindow
    from views.texts import language

    pages = {"my_day": DayPage, "families": ListPage, "settings": FormPage}

    def window(page):
        def make():
            made = MainWindow(PlainDesk(), pages, Settings(language()))
            made.start(page)
            return made

        return make

    return {page: window(page) for page in pages}


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    folder.mkdir(parents=True, exist_ok=True)
    print(contact_sheet(_example_windows(), folder / "kit.png"))
