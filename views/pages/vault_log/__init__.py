# SPDX-License-Identifier: MIT
"""«Logg»: everything that was done in the vault, for those who look after it."""
