"""Does the desk name what was just done, and say nothing of what it did not look at?"""

from app.bulletin.edit import decline, merge, send_back
from app.domain.for_whom import ForWhom, Role
from app.domain.issue import QUESTIONS
from app.web.desk.placing import open_issue
from app.web.state import WebState
from tests.desk_rooms import EDITOR, made_ready, placed, put_in
from tests.web.conftest import Browser

NO_RULE = "No rule applies"


def test_the_next_item_is_counted_without_the_one_on_the_page(priya: Browser, site: WebState) -> None:
    first, second = made_ready(site.desk, "Choir day"), put_in(site.desk, "Dance day")
    put_in(site.desk, "Drama day")
    told = priya.open(f"/desk/items/{second.id}?done=next&of={first.id}").text

    assert "“Choir day” is ready, and placed. Here is the next one." in told
    assert "1 more new item after this one." in told
    assert "The next:" not in told


def test_what_was_done_with_an_item_that_is_gone_is_said_without_its_name(priya: Browser) -> None:
    assert "It is ready, and placed." in priya.open("/desk?done=next&of=0123abcd").text
    assert "It is ready, and placed." in priya.open("/desk?done=next&of=<script>").text
    assert 'role="status"' not in priya.open("/desk?done=anything").text


def test_a_claim_in_the_inbox_names_the_item(priya: Browser, site: WebState) -> None:
    item = put_in(site.desk, "Choir <b> day")
    told = priya.send("/desk", {"do": f"claim {item.id}"}, on="/desk").text

    assert "You have claimed “Choir &lt;b&gt; day”." in told


def test_why_an_item_was_sent_back_stands_in_the_inbox(priya: Browser, site: WebState) -> None:
    item = put_in(site.desk, "Choir day")
    send_back(site.desk.desk, item.id, 1, EDITOR, "Which <choir>?")
    told = priya.open("/desk").text

    assert "Priya Shah sent it back on 16 November 2026" in told
    assert "“Which &lt;choir&gt;?”" in told


def test_of_an_item_that_left_the_desk_nobody_says_that_no_rule_applies(
    priya: Browser, site: WebState
) -> None:
    """It was not checked just now, so the page cannot say that all is well."""
    item, here = put_in(site.desk, "Choir day"), put_in(site.desk, "Dance day")
    decline(site.desk.desk, item.id, 1, EDITOR, "It was said before.")

    assert NO_RULE in priya.open(f"/desk/items/{here.id}").text
    told = priya.open(f"/desk/items/{item.id}").text
    assert NO_RULE not in told
    assert "What the checks say" not in told


def test_a_merged_item_leads_to_the_other_by_its_name(priya: Browser, site: WebState) -> None:
    item, other = put_in(site.desk, "Choir day"), put_in(site.desk, "Choir <i> day, again")
    merge(site.desk.desk, item.id, 1, other.id, EDITOR)

    told = priya.open(f"/desk/items/{item.id}").text
    assert f'into <a href="/desk/items/{other.id}">Choir &lt;i&gt; day, again</a>' in told


def test_audiences_are_folded_until_one_is_ticked(priya: Browser, site: WebState) -> None:
    whole = put_in(site.desk, "Choir day")
    senco = put_in(site.desk, "SENCO forum", for_whom=ForWhom(roles=frozenset({Role.SENCO})))

    assert "<details open>" not in priya.open(f"/desk/items/{whole.id}").text
    told = priya.open(f"/desk/items/{senco.id}").text
    assert told.count("<details open>") == 1
    assert told.index("<details open>") < told.index("<summary>Whose desk</summary>")


def test_each_question_that_is_not_answered_is_marked(priya: Browser, site: WebState) -> None:
    placed(site.desk, ["Choir day"])
    issue = open_issue(site.desk.desk)
    assert issue
    page = f"/desk/issues/{issue.key}"
    sent = {"do": "publish", "version": issue.version, "answers": ["permission", "context"]}
    assert "radio field-wrong" not in priya.open(page).text
    told = priya.send(page, sent, on=page).text

    assert told.count("radio field-wrong") == len(QUESTIONS) - 2
