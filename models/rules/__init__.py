# SPDX-License-Identifier: MIT
"""Pure functions from facts and a date to findings; a person decides."""
