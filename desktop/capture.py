# SPDX-License-Identifier: MIT
"""Keeps the window out of screenshots, recordings and shared screens, where the system lets a program ask for it."""

import ctypes
import logging
import sys

log = logging.getLogger(__name__)

WDA_NONE, WDA_EXCLUDEFROMCAPTURE = 0x00, 0x11
SHARING_NONE, SHARING_READ_ONLY = 0, 1


def can_hide() -> bool:
    """Linux has no such thing: neither X11 nor Wayland asks the window."""
    return sys.platform in ("win32", "darwin")


def hide_from_capture(window_id: int, hidden: bool) -> bool:
    """Ask the system; whether it said yes."""
    try:
        if sys.platform == "win32":
            wish = WDA_EXCLUDEFROMCAPTURE if hidden else WDA_NONE
            return bool(ctypes.windll.user32.SetWindowDisplayAffinity(window_id, wish))
        if sys.platform == "darwin":
            from desktop.mac import Objects

            objects = Objects()
            window = objects.send(window_id, "window")
            if window:
                objects.send(window, "setSharingType:", SHARING_NONE if hidden else SHARING_READ_ONLY)
            return bool(window)
    except (OSError, AttributeError) as error:
        log.warning("window not hidden from capture: %s", type(error).__name__)
    return False
