# SPDX-License-Identifier: MIT
"""What Laget knows: values, rules, records, storage, questions and acts."""
