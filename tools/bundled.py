# SPDX-License-Identifier: MIT
"""Where the bundle starts: first the child processes that read pictures, then the program."""

import sys
from multiprocessing import freeze_support

if __name__ == "__main__":
    # A child started by «spawn» is this same starter; it does its work here and never gets further.
    freeze_support()
    from desktop.__main__ import main

    sys.exit(main())
