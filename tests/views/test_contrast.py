# SPDX-License-Identifier: MIT
"""Every pair of colours the interface uses can be told apart (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest
from PySide6.QtGui import QColor, QPalette

from views import theme

TEXT_PAIRS = [
    *[("text", ground) for ground in ("bg", "side", "surface", "sunken", "hover", "accent_soft")],
    *[("muted", ground) for ground in ("bg", "side", "surface", "sunken", "hover", "accent_soft")],
    *[("accent_text", ground) for ground in ("bg", "surface", "hover", "accent_soft", "danger_soft")],
    *[("on_accent", ground) for ground in ("accent", "accent_hover", "accent_press")],
    *[(kind, f"{kind}_soft") for kind in ("success", "warning", "danger", "info", "neutral")],
    *[(kind, ground) for kind in ("success", "warning", "danger") for ground in ("surface", "bg")],
    *[("text", f"{kind}_soft") for kind in ("success", "warning", "danger", "info")],
    ("bg", "text"),
]
OUTLINES = [
    *[("control", ground) for ground in ("bg", "surface")],
    *[("focus", ground) for ground in ("bg", "surface", "side", "accent_soft")],
    *[("ring", ground) for ground in ("bg", "surface")],
    *[("danger", ground) for ground in ("bg", "surface", "danger_soft")],
    ("accent", "surface"),
    ("accent", "side"),
]
DESERT = {"Window": "#FFFAEF", "WindowText": "#3D3D3D", "Highlight": "#903909", "HighlightedText": "#FFF5E3"}
AQUATIC = {"Window": "#202020", "WindowText": "#FFFFFF", "Highlight": "#8EE3F0", "HighlightedText": "#263B50"}


def looks():
    made = {name: theme.named(name) for name in ("light", "dark")}
    for name, colours in (("desert", DESERT), ("aquatic", AQUATIC)):
        palette = QPalette()
        for role, colour in colours.items():
            palette.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
        made[name] = theme.contrast_tokens(palette)
    return made


@pytest.mark.parametrize("look", ["light", "dark", "desert", "aquatic"])
def test_text_stands_out_from_its_ground(look):
    tokens = looks()[look]
    weak = [pair for pair in TEXT_PAIRS if theme.contrast_ratio(tokens[pair[0]], tokens[pair[1]]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("look", ["light", "dark", "desert", "aquatic"])
def test_outlines_and_focus_can_be_found(look):
    tokens = looks()[look]
    weak = [pair for pair in OUTLINES if theme.contrast_ratio(tokens[pair[0]], tokens[pair[1]]) < 3.0]
    assert weak == []


def test_light_and_dark_have_the_same_tokens():
    assert theme.named("light").keys() == theme.named("dark").keys()


@pytest.mark.slow
def test_each_look_dresses_the_program(qapp):
    for look in ("light", "dark", "contrast"):
        theme.apply(qapp, look)
        assert theme.name() == look
        assert qapp.palette().color(QPalette.ColorRole.WindowText) == theme.color("text")
