# SPDX-License-Identifier: MIT
"""How the screen looks: colours from tokens, one palette, one style sheet, fonts by role."""

import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from string import Template
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import path

CHOICES = ("system", "light", "dark", "contrast")
Tokens = Mapping[str, str]

# In a contrast theme every ground is Window and every mark WindowText; these are the exceptions and the marks.
MARKS = ["border", "control", "text", "muted", "ring", "success", "warning", "danger", "info", "neutral", "accent_text"]
STRONG = ["accent", "accent_hover", "accent_press", "focus"]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(path("style", "tokens.toml").read_text("utf-8"))


@cache
def named(name: str) -> Tokens:
    """The tokens of «light» or «dark»."""
    return dict(_data()[name])


@dataclass(slots=True)
class _Look:
    """What is applied just now."""

    choice: str = "system"
    name: str = "light"
    tokens: Tokens = field(default_factory=lambda: named("light"))
    listening: bool = False
    body: float = 0.0


_look = _Look()


def apply(app: QApplication, choice: str = "system", body_points: float | None = None) -> None:
    """Dress the program; follows the system while the choice is «system», and a contrast theme always."""
    if choice not in CHOICES:
        raise ValueError(choice)
    hints = app.styleHints()
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    hints.setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))
    _look.choice, _look.body = choice, body_points or _look.body or _body_points()
    _look.name = _resolve(choice)
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(QPalette())
    _look.tokens = contrast_tokens(_system_contrast(app)) if _look.name == "contrast" else named(_look.name)
    app.setPalette(_palette(_look.tokens))
    app.setFont(font("body"))
    app.setStyleSheet(_sheet(_look.tokens))
    _listen(app)


def _resolve(choice: str) -> str:
    hints = QGuiApplication.styleHints()
    if choice == "contrast" or hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    if choice == "system":
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    return choice


def _listen(app: QApplication) -> None:
    if _look.listening:
        return
    _look.listening = True

    def follow() -> None:
        if _resolve(_look.choice) != _look.name or _look.name == "contrast":
            apply(app, _look.choice)

    app.styleHints().colorSchemeChanged.connect(follow)
    app.styleHints().accessibility().contrastPreferenceChanged.connect(follow)


def _system_contrast(app: QApplication) -> QPalette:
    """The contrast theme of the system, or our own when the system has none."""
    if app.styleHints().accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return app.palette()
    ours, palette = _data()["contrast"], QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(ours["window"]))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ours["text"]))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(ours["highlight"]))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(ours["highlighted_text"]))
    return palette


def contrast_tokens(palette: QPalette) -> Tokens:
    """The same token names filled from a contrast theme; no colour of our own."""
    ground, mark = palette.color(QPalette.ColorRole.Window).name(), palette.color(QPalette.ColorRole.WindowText).name()
    strong, on_strong = (
        palette.color(QPalette.ColorRole.Highlight).name(),
        palette.color(QPalette.ColorRole.HighlightedText).name(),
    )
    tokens = dict.fromkeys(named("light"), ground)
    tokens |= dict.fromkeys(MARKS, mark) | dict.fromkeys(STRONG, strong)
    return tokens | {"on_accent": on_strong}


def _palette(tokens: Tokens) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    plan = {
        "bg": (roles.Window,),
        "surface": (roles.Base, roles.Button),
        "sunken": (roles.AlternateBase,),
        "text": (roles.WindowText, roles.Text, roles.ButtonText, roles.ToolTipBase),
        "muted": (roles.PlaceholderText,),
        "accent": (roles.Highlight, roles.Accent),
        "on_accent": (roles.HighlightedText,),
        "accent_text": (roles.Link,),
    }
    for token, targets in plan.items():
        for role in targets:
            palette.setColor(role, QColor(tokens[token]))
    palette.setColor(roles.ToolTipText, QColor(tokens["bg"]))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["control"]))
    return palette


def _sheet(tokens: Tokens) -> str:
    contrast = is_contrast()
    edges = {
        "badge_edge": f"border: 1px solid {tokens['text']};" if contrast else "",
        "chip_edge": f"border: 2px solid {tokens['accent']};" if contrast else "",
        "flat_edge": f"1px solid {tokens['text']}" if contrast else "none",
    }
    return Template(path("style", "sheet.qss").read_text("utf-8")).substitute(tokens, **edges)


def _body_points() -> float:
    usual, body = _data()["body"].get(sys.platform, _data()["body"]["other"])
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return float(body * (system / usual if system > 0 else 1.0))


def font(role: str = "body") -> QFont:
    """The system font in the size and weight of a role: title, subtitle, lead, strong, body or caption."""
    return QFont(_font(role, QGuiApplication.font().family(), _look.body or _body_points()))


def metrics(role: str) -> QFontMetrics:
    """The measures of a role's font; delegates ask for them at every cell."""
    return _metrics(role, QGuiApplication.font().family(), _look.body or _body_points())


@cache
def _metrics(role: str, family: str, body: float) -> QFontMetrics:
    return QFontMetrics(_font(role, family, body))


@cache
def _font(role: str, _family: str, body: float) -> QFont:
    factor, weight = _data()["fonts"][role]
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(body * factor)
    made.setWeight(QFont.Weight(weight))
    return made


def color(token: str) -> QColor:
    """The colour a token has in the look that is applied now."""
    return QColor(_look.tokens[token])


def on_paper(token: str) -> QColor:
    """The colour of a token on a page, which is white in every look."""
    return QColor(named("light")[token])


def name() -> str:
    """The look applied now: light, dark or contrast."""
    return _look.name


def is_contrast() -> bool:
    """Whether a contrast theme is applied, so that grounds need outlines."""
    return _look.name == "contrast"


def contrast_ratio(first: str, second: str) -> float:
    """WCAG contrast between two colours written as #RRGGBB."""
    lighter, darker = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(one: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(one.redF()) + 0.7152 * linear(one.greenF()) + 0.0722 * linear(one.blueF())
