"""The policy owner reads the policies: their order, their words, what becomes of them, what is to settle."""

from dataclasses import replace
from http import HTTPStatus

import pytest

from app.policy.remark import Remark, RemarkKind
from app.policy_owner.change_policy import replaced, save
from app.web.owner.rules import MEANINGS
from app.web.owner.words import REMARK_TITLES, titled
from app.web.state import WebState
from tests.road import PACKS, pack_text
from tests.web.conftest import TOM_SIGNS, Browser, app_for, browser_at, policy_room, site_for

SCRIPT = "<script>alert(1)</script>"


def test_without_a_name_we_ask_first_and_come_back(stranger: Browser) -> None:
    told = stranger.open("/policy/rules?mode=trial")

    assert "Who are you?" in told.text
    assert 'value="/policy/rules?mode=trial"' in told.text


def test_the_overview_has_the_packs_in_order_with_counts(priya: Browser) -> None:
    told = priya.open("/policy").text

    assert told.index("Writing to Kent schools") < told.index("Electronic communication in the trust")
    assert 'href="/policy/packs/kent-schools?standing=enforced"' in told
    assert "Nobody has changed the policy yet" in told
    assert "Still to fill in" in told
    assert "who looks after it, when it is reviewed again." in told


def test_what_is_to_settle_is_shown_when_it_is_known(priya: Browser) -> None:
    told = priya.open("/policy/remarks").text

    assert "Say who looks after Writing to Kent schools." in told
    assert "<h3>Nobody looks after it</h3>" in told
    assert "A document has aged" in priya.open("/policy").text


def test_every_kind_of_remark_has_a_few_words_to_find_it_by() -> None:
    assert set(REMARK_TITLES) == set(RemarkKind) - {RemarkKind.CLASH}
    clash = Remark(RemarkKind.CLASH, "kent", "", 1, "plain text: one asks, another rules it out: settle it.")
    assert titled(clash) == ("Plain text", "one asks, another rules it out: settle it.")


@pytest.mark.parametrize("pack", PACKS)
def test_every_clause_of_every_document_is_marked_and_stands_beside_it(pack: str) -> None:
    site = site_for(policy=policy_room((pack,)))
    told = browser_at(app_for(site)).come_in().open(f"/policy/packs/{pack}").text
    held = site.policy.held()[pack]

    assert "does not say word for word" not in told
    assert all(f'id="clause-{clause.id}"' in told for clause in site.policy.covered(held))
    assert all(f'href="/policy/rules/{rule.id}"' in told for rule in held.pack.rules)
    assert told.count("<mark>") >= len({clause.quote for clause in site.policy.covered(held)})


def test_only_the_clauses_of_one_standing(priya: Browser) -> None:
    told = priya.open("/policy/packs/trust?standing=outside").text

    assert told.count('class="clause"') == told.count('<span class="badge badge-plain">Outside</span>') > 0


def test_a_document_that_is_not_here_is_said() -> None:
    room = replace(policy_room(("trust",)), sources={})
    browser = browser_at(app_for(site_for(policy=room))).come_in()

    told = browser.open("/policy/packs/trust").text
    assert "The document is not here" in told
    assert 'class="clause"' in told


def test_a_rule_is_found_by_its_words_and_its_mode(priya: Browser) -> None:
    assert "no-bulk-to-schools" in priya.open("/policy/rules?find=weekly e-bulletin&pack=kent-schools").text
    assert "No rule fits" in priya.open("/policy/rules?find=zeppelin").text
    assert "1 rule<" in priya.open("/policy/rules?mode=trial&pack=kent-schools").text


def test_what_is_not_there_is_told_in_words(priya: Browser) -> None:
    for path in (
        "/policy/packs/nowhere",
        "/policy/rules/nothing",
        "/policy/history/7",
        "/policy/history/7/download",
    ):
        told = priya.open(path)
        assert told.status_code == HTTPStatus.NOT_FOUND
        assert "There is no" in told.text
    assert priya.open("/policy/history/x").status_code == HTTPStatus.NOT_FOUND


def test_a_pack_is_downloaded_as_it_is(priya: Browser) -> None:
    told = priya.open("/policy/packs/trust/download")

    assert told.text == pack_text("trust")
    assert told.headers["content-disposition"] == 'attachment; filename="trust.yaml"'


def test_a_rule_says_in_words_what_it_listens_to_and_where_it_says_something_else(
    site: WebState, priya: Browser
) -> None:
    rule = next(rule for one in site.policy.held().values() for rule in one.pack.rules if rule.says)
    finding = next(iter(rule.says))
    told = priya.open(f"/policy/rules/{rule.id}").text

    assert f"{MEANINGS[finding]} <span" in told
    assert f"<legend>Where this is so: {MEANINGS[finding]}</legend>" in told


def test_words_of_a_pack_run_nothing(site: WebState, priya: Browser) -> None:
    desk = site.policy.desk
    text = pack_text("trust").replace('title: "Electronic', f'title: "{SCRIPT}Electronic', 1)
    assert SCRIPT in text
    save(desk, [replaced(desk, text)], TOM_SIGNS)

    for path in (
        "/policy",
        "/policy/packs/trust",
        "/policy/packs/trust/text",
        "/policy/history",
        "/policy/history/1",
    ):
        told = priya.open(path).text
        assert "&lt;script&gt;" in told
        assert "<script" not in told
