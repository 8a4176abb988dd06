# SPDX-License-Identifier: MIT
"""What is remembered of look and language between sessions."""

import pytest

from desktop.settings import Choices, Settings


def test_a_changed_choice_is_there_next_time(tmp_path):
    Settings(tmp_path / "deep" / "settings.json").change(theme="dark", language="nn", idle_minutes=3)
    again = Settings(tmp_path / "deep" / "settings.json").choices
    assert (again.theme, again.language, again.idle_minutes) == ("dark", "nn", 3)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"theme": 4, "width": "wide"}', "\x00\xff", "[" * 100_000])
def test_a_file_that_cannot_be_read_gives_the_defaults(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content.encode("latin-1"))
    assert Settings(file).choices == Choices()


def test_values_outside_what_is_offered_are_pulled_inside(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.change(theme="pink", language="en", idle_minutes=999, width=10, height=10)
    assert settings.choices == Choices(idle_minutes=15, width=900, height=540)


def test_a_window_larger_than_any_screen_and_a_path_no_system_has_are_put_right(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"width": 1' + "0" * 30 + ', "height": 99999999999, "vault": "' + "a" * 9000 + '"}')
    choices = Settings(file).choices
    assert (choices.width, choices.height, choices.vault) == (16_000, 16_000, "")


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "settings.json")
    assert settings.change(theme="dark").theme == "dark"
