import pathlib
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.draft import Body, BodyFormat
from app.domain.reading import Part
from app.reading.body import read_body

BODIES = pathlib.Path(__file__).parent / "bodies"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((BODIES / "expected.yml").read_text("utf-8"))
HTML, TEXT = BodyFormat.HTML, BodyFormat.TEXT

ANY_TEXT = st.text(st.characters(codec=None, categories=None))
MAIL_PIECES = """From: a@b.example|Sent: 16 November 2026 10:00|To: c|Subject: d|> quoted|-- |Kind regards|Jo
words here.|On Mon, 16 Nov 2026 at 10:00, A <a@b.example> wrote:|-----Original Message-----|
\u200b|\u00a0|\r|é
Get Outlook for iOS|PS more.|Tel: 01632 960001|\ud800"""
TAG_PIECES = """<p>|</p>|<div>|</div>|<br>|<table>|<tr>|<td>|</td>|</tr>|</table>|<ul><li>|</ul>|<pre>|</pre>
<style>|</style>|<blockquote type=cite>|</blockquote>|<div id=Signature>|<div class='gmail_quote'>|<!--
-->|<div id=divRplyFwdMsg>|<a x='|'>|<span style='display:none'>|</span>|<![if !mso]>|<|&amp;|&#8203;|&nbsp;
 |\t|words|Kind regards|On x wrote:|From: a@b|é"""
MAIL_TEXT = st.lists(st.sampled_from(MAIL_PIECES.replace("\n", "|").split("|"))).map("\n".join)
TAGS = st.lists(st.sampled_from(TAG_PIECES.replace("\n", "|").split("|"))).map("".join)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_client_s_own_words_and_signature_are_told_from_what_it_quotes(name: str) -> None:
    expected = EXPECTED[name]
    body = read_body(Body((BODIES / name).read_text("utf-8"), HTML if name.endswith("html") else TEXT))

    assert lines(body.own) == expected["own"]
    assert lines(body.signature) == expected["signature"]
    assert expected.get("quoted", "") in body.carried
    assert body.is_complete


def test_every_sample_is_expected() -> None:
    assert {path.name for path in BODIES.iterdir() if path.suffix != ".yml"} == EXPECTED.keys()


def test_words_lead_back_to_the_source_of_the_body() -> None:
    source = "<p>NI number A<b>B 12\u200b34</b> 56&nbsp;C please</p>"
    body = read_body(Body(source, HTML))
    start = body.text.clean.index("AB 1234 56 C")

    first, last = body.source_span(start, start + len("AB 1234 56 C"))

    assert source[first:last] == "A<b>B 12\u200b34</b> 56&nbsp;C"


def test_hidden_markup_is_counted_apart_from_disguises() -> None:
    body = read_body(Body("<p>seen 12\u200b34<span style='display:none'>not seen</span></p>", HTML))

    assert body.text.clean == "seen 1234"
    assert (body.hidden, body.text.hidden) == (len("notseen"), 1)


def test_windows_line_ends_are_one_line_break() -> None:
    assert read_body(Body("one\r\ntwo\rthree")).text.clean == "one\ntwo\nthree"


@settings(max_examples=200, deadline=None)
@given(st.one_of(ANY_TEXT, MAIL_TEXT, TAGS), st.sampled_from(BodyFormat))
def test_any_body_is_covered_by_its_regions_and_leads_back(content: str, how: BodyFormat) -> None:
    body = read_body(Body(content, how))
    text = body.text.clean

    assert [r.start for r in body.regions] == [0, *(r.end for r in body.regions)][: len(body.regions)]
    assert (body.regions[-1].end if body.regions else 0) == len(text)
    for part, kept in ((Part.NEW, body.own), (Part.QUOTED, body.carried), (Part.SIGNATURE, body.signature)):
        assert len(kept) == len(text)
        assert kept.count("\n") == text.count("\n")
        assert all(kept[r.start : r.end] == text[r.start : r.end] for r in body.regions if r.part is part)
        assert not any(kept[r.start : r.end].strip() for r in body.regions if r.part is not part)
    text.encode()  # what follows may rely on this


def test_a_place_behind_letters_that_stand_for_two_lies_in_the_source() -> None:
    body = read_body(Body("00\u0e33\u0e33", HTML))

    assert body.source_span(6, 6) == (4, 4)


@settings(max_examples=200, deadline=None)
@given(st.one_of(ANY_TEXT, TAGS), st.data())
def test_any_stretch_has_a_place_in_the_source(content: str, data: st.DataObject) -> None:
    body = read_body(Body(content, HTML))
    start = data.draw(st.integers(0, len(body.text.clean)))
    end = data.draw(st.integers(start, len(body.text.clean)))

    first, last = body.source_span(start, end)

    assert 0 <= first <= last <= len(content)
