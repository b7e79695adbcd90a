"""Links: where they stand, where they really lead, and what is no link."""

import pytest

from app.domain.draft import Body, BodyFormat
from app.reading.body import read_body
from app.reading.links import find_links, is_listed, leads_to
from tests.steps import check_in_proportion, rows_of


def _found(content: str, form: BodyFormat = BodyFormat.TEXT) -> list[tuple[str, str]]:
    body = read_body(Body(content, form))
    anchors = ((a.start, a.end, a.href) for a in body.anchors)
    return [(body.own[start:end], leads.host) for start, end, leads in find_links(body.own, anchors)]


@pytest.mark.parametrize(
    ("href", "host"),
    [
        ("https://www.Dropbox.com/s/a", "www.dropbox.com"),
        (
            "https://gbr01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwe.tl%2Ft-1&amp;data=05",
            "we.tl",
        ),
        ("https://urldefense.com/v3/__https://we.tl/t-1__;!!x", "we.tl"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__we.tl_t-2D1&d=x", "we.tl"),
        ("https://url.uk.m.mimecastprotect.com/s/abc?domain=we.tl", "we.tl"),
        ("https://www.google.com/url?q=https://we.tl/t-1&sa=D", "we.tl"),
        ("https://user:pw@we.tl:443/t-1", "we.tl"),
        ("magnet:?xt=urn:btih:abc", ""),
    ],
)
def test_wrapping_is_taken_off(href: str, host: str) -> None:
    leads = leads_to(href)

    assert leads is not None
    assert leads.host == host


@pytest.mark.parametrize(
    "href", ["mailto:jo@we.tl", "tel:01622000000", "#top", "file:///c:/x", "", "https://[", "x"]
)
def test_what_leads_nowhere_on_the_web(href: str) -> None:
    assert leads_to(href) is None


def test_links_of_markup_stand_at_their_words() -> None:
    html = '<p>Hello</p><ul><li><a href="https://we.tl/t">the file</a></li></ul><p>and www.bbc.co.uk.</p>'

    assert _found(html, BodyFormat.HTML) == [("the file", "we.tl"), ("www.bbc.co.uk", "www.bbc.co.uk")]


def test_a_link_whose_words_are_an_address_is_one_link() -> None:
    html = '<p><a href="https://we.tl/t">https://www.council.example/t</a></p>'

    assert _found(html, BodyFormat.HTML) == [("https://www.council.example/t", "we.tl")]


def test_links_of_the_mail_below_are_not_the_authors() -> None:
    html = '<p>Thanks</p><blockquote type="cite"><a href="https://we.tl/t">the file</a></blockquote>'

    assert _found(html, BodyFormat.HTML) == []


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Use wetransfer.com, or we.tl/t-9.", ["wetransfer.com", "we.tl"]),
        ("Write to jo.co@x.com or jo@we.tl", []),
        ("Morning and/or afternoon, i.e. a.m./p.m. in ASP.NET", []),
    ],
)
def test_addresses_written_out(text: str, hosts: list[str]) -> None:
    assert [host for _, host in _found(text)] == hosts


def test_a_listed_site_may_be_part_of_one() -> None:
    ours, theirs = (
        leads_to("https://sites.google.com/view/oak/home"),
        leads_to("https://sites.google.com/view/elm"),
    )
    assert ours is not None
    assert theirs is not None

    assert is_listed(ours, ("sites.google.com/view/oak",))
    assert not is_listed(theirs, ("sites.google.com/view/oak",))


@pytest.mark.parametrize("piece", ["a.b.", "www.", "a.com ", "http://", "a.com/?url=", "<a href=x.com>"])
def test_hostile_text_takes_steps_in_proportion(piece: str) -> None:
    check_in_proportion(lambda html: _found(html, BodyFormat.HTML), rows_of(piece))
