# SPDX-License-Identifier: MIT
"""What is seen before a vault is open: unlocking, a lost passphrase and the first-run guide."""
