# SPDX-License-Identifier: MIT
"""What builds, starts and proves the program from its source; the finished bundle holds none of it."""
