# SPDX-License-Identifier: MIT
"""Starts Laget from a fresh copy of its source: sets up what is missing beside this file, then opens the program."""

# This file alone must be readable to any Python 3, so that one too old gets a sentence and not a traceback.
import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.stderr.write(
        "Laget trenger Python 3.11 eller nyere, og dette er Python {}.{}. "
        "Installer en nyere Python og start laget.py med den.\n".format(*sys.version_info[:2])
    )
    sys.exit(2)

from tools.start import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
