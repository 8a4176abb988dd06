# SPDX-License-Identifier: MIT
"""The command `laget`: help, version, and one clear sentence for what it does not understand."""

import pytest

from desktop.__main__ import main
from desktop.version import VERSION


def test_help_tells_of_every_command(capsys):
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for word in ("laget --demo", "laget demo", "laget check", "--version"):
        assert word in told


def test_version_is_told(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip() == f"Laget {VERSION}"


@pytest.mark.parametrize("arguments", [["--bogus"], ["bogus"], ["check"], ["demo", "a", "b"], ["--vault"]])
def test_bad_arguments_get_one_sentence_and_status_2(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "laget --help" in told.err
