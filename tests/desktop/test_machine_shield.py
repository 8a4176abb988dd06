# SPDX-License-Identifier: MIT
"""What other programs may see: the window, the memory, the disk. The systems themselves are asked at their border."""

import sys
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from desktop import capture, disk, mac
from desktop.settings import Settings
from desktop.shield import ThisShield
from models.store import windows_process


class Calls:
    """A library of the system that says yes to everything and remembers what it was asked."""

    def __init__(self):
        self.made = []

    def __getattr__(self, name):
        def call(*values):
            self.made.append((name, values))
            return 1

        setattr(self, name, call)
        return call


@pytest.fixture
def windows(monkeypatch):
    libraries = SimpleNamespace(user32=Calls(), advapi32=Calls(), kernel32=Calls(), wer=Calls())
    monkeypatch.setattr("ctypes.windll", libraries, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    return libraries


@pytest.mark.parametrize(("hidden", "wish"), [(True, 0x11), (False, 0)])
def test_windows_is_asked_to_leave_the_window_out_of_pictures(windows, hidden, wish):
    assert capture.can_hide()
    assert capture.hide_from_capture(42, hidden)
    assert windows.user32.made == [("SetWindowDisplayAffinity", (42, wish))]


@pytest.mark.parametrize(("hidden", "wish"), [(True, 0), (False, 1)])
def test_macos_is_asked_not_to_share_the_window(monkeypatch, hidden, wish):
    sent = []
    objects = SimpleNamespace(send=lambda *values: sent.append(values) or 9)
    monkeypatch.setattr(mac, "Objects", lambda: objects)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert capture.hide_from_capture(42, hidden)
    assert sent == [(42, "window"), (9, "setSharingType:", wish)]


def test_linux_says_that_it_cannot(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    assert not capture.can_hide()
    assert not capture.hide_from_capture(42, True)


def test_a_system_that_refuses_to_hide_the_window_stops_nobody(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert not capture.hide_from_capture(42, True)


def test_windows_lets_nobody_read_the_memory_and_reports_no_heap(windows):
    assert windows_process.close_process()
    asked = dict(windows.advapi32.made)
    access = asked["ConvertStringSecurityDescriptorToSecurityDescriptorW"][0]
    assert "0x0010;" not in access
    assert "SetKernelObjectSecurity" in asked
    assert {name for name, _ in windows.kernel32.made} >= {"SetErrorMode", "WerSetFlags", "LocalFree"}
    assert windows.wer.made == []


def test_the_bundle_is_left_out_of_crash_reports_by_its_name(windows, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/laget/Laget.exe")
    windows_process.close_process()
    assert windows.wer.made == [("WerAddExcludedApplication", ("Laget.exe", False))]


MOUNTS = """\
21 1 8:2 / / rw - ext4 /dev/sda2 rw
30 21 253:0 / /home rw shared:1 - ext4 /dev/mapper/home rw
31 21 0:44 / /home/a\\040b rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("folder", "device"), [("/etc", "8:2"), ("/home/ingrid/hvelv", "253:0"), ("/homes", "8:2"), ("/home/a b/c", "0:44")]
)
def test_the_device_under_a_folder_is_found(folder, device):
    assert disk.device_of(folder, MOUNTS) == device


@pytest.fixture
def devices(tmp_path):
    """A volume on an encrypted partition, as the kernel tells of it."""
    volume, crypt, bare = (tmp_path / name for name in ("dm-1", "dm-0", "sda2"))
    for one in (volume, crypt):
        (one / "dm").mkdir(parents=True)
        (one / "slaves").mkdir()
    bare.mkdir()
    (volume / "dm" / "uuid").write_text("LVM-abc")
    (crypt / "dm" / "uuid").write_text("CRYPT-LUKS2-abc")
    (volume / "slaves" / "dm-0").symlink_to(crypt)
    return volume, bare


def test_a_volume_on_an_encrypted_partition_is_encrypted(devices):
    assert disk.under_crypt(devices[0])


def test_a_bare_partition_is_not(devices):
    assert not disk.under_crypt(devices[1])


def test_what_cannot_be_asked_is_not_known(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "win32")
    assert disk.is_encrypted(tmp_path) is None
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(disk.subprocess, "run", lambda *_a, **_k: SimpleNamespace(stdout="Ukjent\n"))
    assert disk.is_encrypted(tmp_path) is None


@pytest.mark.parametrize(("said", "meant"), [("true\n", True), ("false\n", False)])
def test_macos_is_asked_for_filevault(monkeypatch, tmp_path, said, meant):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(disk.subprocess, "run", lambda *_a, **_k: SimpleNamespace(stdout=said))
    assert disk.is_encrypted(tmp_path) is meant


def test_a_meeting_alone_on_the_screen_may_be_shared_and_nothing_after_it(windows, qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    settings = Settings(tmp_path / "settings.json")
    shield = ThisShield(SimpleNamespace(frame=window, settings=settings), SimpleNamespace(practice=False))
    shield.let_room_see(True)
    shield.let_room_see(False)
    number = int(window.winId())
    assert windows.user32.made == [("SetWindowDisplayAffinity", (number, wish)) for wish in (0, 0x11)]
    assert settings.choices.hidden_from_capture
