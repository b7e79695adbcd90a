from collections.abc import Callable
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading import html
from app.reading.html import read_html
from app.reading.markup.marks import MarkKind
from tests.steps import steps_of

SHOWN = {
    "paragraphs stand apart": ("<p>a</p><p>b</p>", "a\n\nb"),
    "Word's paragraphs do not": ("<p class=MsoNormal>a<o:p></o:p></p><p class=MsoNormal>b</p>", "a\nb"),
    "an empty Word paragraph is an empty line": (
        "<p class=MsoNormal>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>b</p>",
        "a\n\nb",
    ),
    "a break in a block of its own is an empty line": ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
    "a break at the end of a block adds nothing": ("<div>a<br></div><div>b</div>", "a\nb"),
    "white space runs together": ("<p> a \n\t b <b> c</b> </p>", "a b c"),
    "Windows line ends are one space": ("a\r\nb", "a b"),
    "a no-break space stays": ("a&nbsp;&nbsp;b", "a\u00a0\u00a0b"),
    "pre keeps its lines": ("<pre>a\n  b</pre>c", "a\n  b\nc"),
    "pre by style too": ("<div style='white-space: pre-wrap'>a\n  b</div>", "a\n  b"),
    "cells are parted by tabs": (
        "<table><tr><td>a<td>b<tr><th><p>c</p><td></td><td>d</table>e",
        "a\tb\nc\t\td\ne",
    ),
    "paragraphs in a cell stay in it": (
        "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>",
        "a\n\nb\tc",
    ),
    "tables in tables": ("<table><tr><td><table><tr><td>a</table></td><td>b</td></tr></table>", "a\tb"),
    "bullets": ("<ul><li>a<li><p>b</p></ul>c", "• a\n\n• b\n\nc"),
    "numbers": ("<ol start=3><li>a</li><li value=7>b</li><li>c</li></ol>", "3. a\n7. b\n8. c"),
    "a list in a list": ("<ol><li>a<ul><li>b</ul><li>c</ol>", "1. a\n• b\n2. c"),
    "no bullets when the style says so": ("<ul style='list-style-type:none'><li>a</ul>", "a"),
    "Word's own bullet": (
        "<p><![if !supportLists]><b style='mso-list:Ignore'>·<i>&nbsp;&nbsp; </i></b><![endif]>a</p>",
        "• a",
    ),
    "Word's own tab": ("a<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>b", "a\tb"),
    "comments are not shown": ("a<!-- <p>no</p> -->b<!-->c<!--->d<!-- x --!>e", "abcde"),
    "what is for Word only is not shown": ("a<!--[if mso]><p>no</p><![endif]-->b", "ab"),
    "what is not for Word is": ("<![if !mso]>a<![endif]><!--[if !mso]><!-->b<!--<![endif]-->", "ab"),
    "styles, scripts and titles are not": (
        "<head><title>t</title><style>p{}<p>x</style ></head><SCRIPT>'</p>'</SCRIPT>a",
        "a",
    ),
    "pictures are not": ("a<img src=x alt='A picture of a cat'>b", "ab"),
    "references": ("&lt;&amp;&gt;&eacute;&#233;&#xE9;&#8217;&hellip;&copy 1", "<&>ééé\u2019…© 1"),
    "references that are none": ("AT&T &bogus; & &# &#x; &", "AT&T &bogus; & &# &#x; &"),
    "references without a semicolon": ("&ampx &notit;", "&x ¬it;"),
    "numbers outside Unicode": (
        "&#0;&#xD800;&#x110000;&#99999999999999999999;&#146;",
        "\ufffd\ufffd\ufffd\ufffd\u2019",
    ),
    "signs that are no tags": ("a < b, c > d, <3, 1<2", "a < b, c > d, <3, 1<2"),
    "quotes in tags": ("<a title='x > y' href=\"a'b>\">a</a><p class=it's>b", "a\n\nb"),
    "a closing sign in a loose quote": ('<a b"c>a</a>', "a"),
    "attributes without space between": ("<a b='1'c=\"2\"d=3>a", "a"),
    "a tag that never ends is not shown": ("a<p title='b", "a"),
    "a comment that never ends is not shown": ("a<!-- b", "a"),
    "a style that never ends is not shown": ("a<style> b", "a"),
    "end tags that end nothing": ("</p>a</div></table></span>b</br>c", "ab\nc"),
    "wrongly nested": ("<b>a<i>b</b>c</i><p>d<div>e</p>f</div>", "abc\n\nd\n\ne\n\nf"),
    "processing instructions": ("<?xml:namespace prefix = o />a<!DOCTYPE html>b</ p>c", "abc"),
    "capital letters": ("<P>a</P><TABLE><TR><TD>b<TD>c</TABLE>", "a\n\nb\tc"),
}
HIDDEN = {
    "display": ("a<span style='DISPLAY : none !important'>xyz</span>b", "ab", 3),
    "Word's way": ("a<span style='mso-hide:all;display:none'>xyz</span>b", "ab", 3),
    "no size": ("a<span style='font-size:0pt'>xyz</span>b", "ab", 3),
    "a size again inside": ("<td style='font-size:0px'>xy<b style='font-size:14px'>a</b></td>", "a", 2),
    "a small size is seen": ("<span style='font-size:0.8em'>a</span>", "a", 0),
    "visibility": ("a<i style='visibility:hidden'>x <b style='visibility:visible'>y</b></i>b", "ayb", 1),
    "no opacity": ("a<span style='opacity:0'>xyz</span>b", "ab", 3),
    "the attribute": ("a<div hidden>xy</div>b", "ab", 2),
    "what display hides stays hidden": (
        "<div style='display:none'>x<b style='display:block'>y</b></div>a",
        "a",
        2,
    ),
    "an implied end shows again": ("<p style='display:none'>x<div>a", "a", 1),
    "list items too": ("<ul><li style='display:none'>x<li>a</ul>", "• a", 1),
    "and an end tag outside a list": ("<div style='display:none'><ul><li>x</div>a", "a", 1),
    "references": ("<b style='display:none'>&amp;&nbsp;</b>a", "a", 1),
}
MARKED = {
    "Outlook's reply header": ("new<div id=divRplyFwdMsg>old</div>older", MarkKind.HISTORY, 3, 7),
    "Outlook's line": ("<div style='border:none;border-top:solid #E1E1E1 1.0pt'>From", MarkKind.RULE, 0, 4),
    "Word's signature": ("n<a name='_MailAutoSig'>s</a>m", MarkKind.SIGNATURE, 1, 2),
    "Word's signature in a run": ("n<i style='mso-bookmark:_MailAutoSig'>s</i>m", MarkKind.SIGNATURE, 1, 2),
    "Word's earlier message": ("n<a name='_MailOriginal'>q</a>m", MarkKind.QUOTE, 1, 2),
    "new Outlook": ("n<div id=mail-editor-reference-message-container>old</div>", MarkKind.QUOTE, 1, 5),
    "Outlook for Mac": ("n<span id=OLK_SRC_BODY_SECTION>old</span>m", MarkKind.QUOTE, 1, 4),
    "mobile signature": ("n<div id=ms-outlook-mobile-signature>s</div>m", MarkKind.SIGNATURE, 1, 3),
    "web signature, quoted": ("n<div id=x_Signature>s</div>m", MarkKind.SIGNATURE, 1, 3),
    "Gmail": ("n<div class='gmail_quote gmail_quote_container'>q</div>m", MarkKind.WRAPPER, 1, 3),
    "Gmail's attribution": ("<div class='gmail_attr'>q</div>m", MarkKind.CREDIT, 0, 1),
    "Apple": ("n<blockquote type='CITE'>q</blockquote>m", MarkKind.QUOTE, 1, 3),
    "Yahoo": ("n<div class=yahoo_quoted id=yahoo_quoted_12>q</div>m", MarkKind.QUOTE, 1, 3),
    "Thunderbird": ("<div class=moz-cite-prefix>q</div>m", MarkKind.CREDIT, 0, 1),
}


@pytest.mark.parametrize(("source", "text"), SHOWN.values(), ids=SHOWN)
def test_text_is_what_a_reader_sees(source: str, text: str) -> None:
    assert read_html(source).text.strip("\n") == text


@pytest.mark.parametrize(("source", "text", "hidden"), HIDDEN.values(), ids=HIDDEN)
def test_hidden_text_is_counted_and_not_shown(source: str, text: str, hidden: int) -> None:
    page = read_html(source)
    assert (page.text, page.hidden) == (text, hidden)


@pytest.mark.parametrize(("source", "kind", "start", "end"), MARKED.values(), ids=MARKED)
def test_clients_mark_what_they_add(source: str, kind: MarkKind, start: int, end: int) -> None:
    (mark,) = read_html(source).marks
    assert mark.kind is kind
    assert mark.start == start
    assert mark.end is not None
    assert mark.end <= end


def test_an_ordinary_indent_is_not_a_quotation() -> None:
    assert read_html("<blockquote style='margin-left:40px'>mine</blockquote>").marks == ()


def test_a_hidden_mark_does_not_count() -> None:
    assert read_html("<div style='display:none' id=divRplyFwdMsg></div>mine").marks == ()


def test_an_identifier_broken_up_by_tags_leads_back_to_all_of_it() -> None:
    source = "x AB</b>12<i>34</i>56C y"
    page = read_html(source)
    start = page.text.index("AB123456C")

    first, last = page.source_span(start, start + 9)

    assert source[first:last] == "AB</b>12<i>34</i>56C"


def test_a_line_break_that_nobody_typed_has_an_empty_place() -> None:
    first, last = read_html("<p>a</p><p>b</p>").source_span(1, 3)
    assert first == last


def test_a_reference_leads_back_to_its_whole() -> None:
    page = read_html("a&eacute;b")
    assert page.source_span(1, 2) == (1, 9)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_escaped_text_comes_back(text: str) -> None:
    page = read_html(f"<pre>{escape(text)}</pre>")
    assert page.text == text


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_plain_characters_lead_back_to_themselves(source: str, data: st.DataObject) -> None:
    page = read_html(source)
    if page.text:
        at = data.draw(st.integers(0, len(page.text) - 1))
        first, last = page.source_span(at, at + 1)
        written = source[first:last]
        assert (
            page.text[at] in (written, "\n", " ", "\t")
            or written.startswith("&")
            or page.text[at] == "\ufffd"
        )


def test_too_much_markup_is_read_as_far_as_the_limit_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_TAGS", 10)
    page = read_html("a<b>" * 20)
    assert page.text == "a" * 10
    assert not page.is_complete


HOSTILE: dict[str, Callable[[int], str]] = {
    "nested blocks": lambda n: "<div>" * n,
    "many attributes": lambda n: "<a " + " ".join(f"a{i}=1" for i in range(n)) + ">",
    "open quotes": lambda n: "<a x='" * n,
    "open quotes and ends": lambda n: "<a x='>" * n,
    "open comments": lambda n: "<!--" * n,
    "odd ends of comments": lambda n: "<!-- --!>" * n + "-->",
    "rows of hyphens": lambda n: "<!--" + "-" * n,
    "open signs": lambda n: "<" * n,
    "ampersands": lambda n: "&" * n,
    "almost references": lambda n: "&am" * n,
    "lists": lambda n: "<ul><li>" * n,
    "items among spans": lambda n: "<ul>" + "<span>" * n + "<li></li>" * n,
    "stray ends": lambda n: "<div>" * n + "</span>" * n,
    "paragraphs wrongly nested": lambda n: "<b><p></b>" * n,
    "tables": lambda n: "<table><tr><td>" * n,
    "styles": lambda n: "<style></styl" * n,
    "quotations": lambda n: "<blockquote type=cite>" * n,
    "blank lines": lambda n: "<p>&nbsp;" * n,
}


class Watched(str):
    """A source that counts what is searched and cut out of it: that is work that no line shows."""

    __slots__ = ("looked_at",)
    looked_at: int

    def find(self, sub: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]  # as it is asked
        found = super().find(sub, start, end)
        self.looked_at += (found if found >= 0 else len(self) if end is None else end) - start
        return found

    def __getitem__(self, key: Any) -> str:
        cut = super().__getitem__(key)
        self.looked_at += len(cut)
        return cut


def steps_for(source: str) -> int:
    watched = Watched(source)
    watched.looked_at = 0
    return steps_of(lambda: read_html(watched)) + watched.looked_at


@pytest.mark.parametrize("build", HOSTILE.values(), ids=HOSTILE)
def test_work_grows_no_faster_than_the_body(build: Callable[[int], str]) -> None:
    small, large = steps_for(build(250)), steps_for(build(1000))
    assert large <= 4.4 * small + 200
