# SPDX-License-Identifier: MIT
"""An option that writes the golden files anew; what changed is then read in the diff."""


def pytest_addoption(parser):
    parser.addoption("--golden", action="store_true", help="write tests/reports/golden anew")
