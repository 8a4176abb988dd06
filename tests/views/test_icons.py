# SPDX-License-Identifier: MIT
"""Icons are drawn in the colour of the look, sharp at every ratio."""

import pytest
from PySide6.QtCore import QSize

from views import icons, theme


def ink(name, token="text", size=20):
    """How many pixels are drawn, and their darkest colour."""
    image = icons.icon(name, token).pixmap(QSize(size, size), 1.0).toImage()
    points = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    return [point for point in points if point.alpha() > 80]


@pytest.mark.parametrize("name", sorted(icons.paths()))
def test_each_icon_draws_something(name, qapp):
    assert ink(name)


def test_an_icon_takes_the_colour_of_the_look(qapp):
    theme.apply(qapp, "light", 10.5)
    kept = icons.icon("plus", "text")
    light = kept.pixmap(QSize(40, 40), 1.0).toImage().pixelColor(20, 20)
    theme.apply(qapp, "dark", 10.5)
    dark = kept.pixmap(QSize(40, 40), 1.0).toImage().pixelColor(20, 20)
    assert (light.name(), dark.name()) == (theme.named("light")["text"].lower(), theme.named("dark")["text"].lower())


def test_an_icon_is_sharp_on_a_fine_screen(qapp):
    assert icons.icon("plus").pixmap(QSize(20, 20), 2.0).size() == QSize(40, 40)


def test_an_unknown_icon_is_told_at_once():
    with pytest.raises(KeyError):
        icons.icon("nothing")
