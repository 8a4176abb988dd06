# SPDX-License-Identifier: MIT
"""«Maler og oppsett»: the municipality, the people, the look, and the vault itself."""
