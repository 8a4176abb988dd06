# SPDX-License-Identifier: MIT
"""Line icons drawn from path data in the colour of a token, sharp on every screen and in every theme."""

import tomllib
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import path
from views import theme

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="none" stroke="{color}" stroke-width="1.6" '
    'stroke-linecap="round" stroke-linejoin="round"><path d="{path}"/></svg>'
)


@cache
def paths() -> dict[str, str]:
    """Every icon by name."""
    return tomllib.loads(path("icons", "icons.toml").read_text("utf-8"))


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(SVG.format(color=color, path=paths()[name]).encode()))


def paint(painter: QPainter, name: str, area: QRectF | QRect, token: str = "muted") -> None:
    """Draw an icon inside a square."""
    _renderer(name, theme.color(token).name()).render(painter, QRectF(area))


class _Engine(QIconEngine):
    """Paints at the moment it is asked, so a new theme or another screen needs no new icon."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "control" if mode == QIcon.Mode.Disabled else self._token
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        paint(painter, self._name, square, token)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = QPixmap(size * scale)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(QPoint(0, 0), made.size()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)


def icon(name: str, token: str = "text") -> QIcon:
    """An icon in the colour of a token; `name` must stand in icons.toml."""
    if name not in paths():
        raise KeyError(name)
    return QIcon(_Engine(name, token))
