# SPDX-License-Identifier: MIT
"""What each screen and document asks of the vault."""
