# SPDX-License-Identifier: MIT
"""The page before the vault is open: two sheets when the key is split, and a wait that is counted down."""

from views.start.unlock import UnlockPage, VaultCard

PEOPLE = (("a1", "Ingrid Bakken"),)


def page_of(show, **values):
    made = []
    eye = show(UnlockPage(VaultCard("Mellomvik kommune", PEOPLE, **values)), 1093, 900)
    eye.widget.recovery_requested.connect(lambda *asked: made.append(asked))
    eye.widget.unlock_requested.connect(lambda *asked: made.append(asked))
    return eye, made


def test_a_key_on_two_sheets_is_asked_for_in_two_fields(show):
    page, made = page_of(show, sheets=2)
    page.press("Glemt passordet?")
    page.write("Nøkkelen på ark 1", "AAAA")
    page.write("Nytt passord", "fire korte norske ord")
    page.write("Skriv passordet en gang til", "fire korte norske ord")
    page.press("Åpne med nøkkelen")
    assert page.says("Skriv nøkkelen som står på arket.")
    page.write("Nøkkelen på ark 2", "BBBB")
    page.press("Åpne med nøkkelen")
    assert made == [("a1", ("AAAA", "BBBB"), "fire korte norske ord")]


def test_the_wait_is_counted_down_and_nothing_is_shut_off(show):
    page, made = page_of(show, wait=8)
    assert page.says("om 8 sekunder")
    page.write("Passord", "fire korte norske ord")
    page.press("Lås opp")
    assert made == [("a1", "fire korte norske ord")]
    page.widget.wait(1)
    assert page.says("om ett sekund")
    page.widget.wait(0)
    assert not page.says("flere feil på rad")
