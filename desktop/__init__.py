# SPDX-License-Identifier: MIT
"""The running program: starts, wires the parts together and runs jobs."""
