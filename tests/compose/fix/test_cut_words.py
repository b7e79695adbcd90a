"""Are stretches taken out of a body with everything else left to the byte, whatever the body is?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compose.fix.cut_words import Cut, cut_html, cut_text
from app.reading.html import read_html

PIECES = [
    "Dear Jo,", " ", "\n", "943 476 5919", "<p>", "</p>", "<b>", "</b>", "<td>", "<tr>", "<table>", "</table>", "<ul><li>",
    "</li>", "<br>", "&amp;", "&lt;", "&nbsp;", "&#8217;", "&", "<", "&am", "p;", "lt;", "é", "\U0001f600", "e\u0301",
    "<!-- hidden 123 -->", "<script>var a = '<p>1';</script>", "<span style='display:none'>unseen</span>", "<pre>", "</pre>",
    "<a href='tel:07700900123'>07700 900123</a>", "<img src='cid:logo'>", "<div class=x", ">", "</a>", "</", "<!", "\u200b",
]  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25).map("".join)


def cut(source: str, words: str, put: str = "[removed]") -> str:
    page = read_html(source)
    start = page.text.index(words)
    return cut_html(source, page, [Cut(start, start + len(words), put)])


@pytest.mark.parametrize(
    ("source", "words", "left"),
    [
        ("<p>No. 943 476 5919, thanks</p>", "943 476 5919", "<p>No. [removed], thanks</p>"),
        ("<p>No. 943 <b>476</b> 59<i>19</i>!</p>", "943 476 5919", "<p>No. [removed]<b></b><i></i>!</p>"),
        ("<p>943&nbsp;476&#160;5919</p>", "943\u00a0476\u00a05919", "<p>[removed]</p>"),
        ("<P CLASS=x>943\r\n   476</P>", "943 476", "<P CLASS=x>[removed]\n   </P>"),
        ("<td>943<!-- 943 --><td>476", "943", "<td>[removed]<!-- 943 --><td>476"),
        ("x &lt;943&gt; y", "943", "x &lt;[removed]&gt; y"),
    ],
)
def test_only_the_words_go(source: str, words: str, left: str) -> None:
    assert cut(source, words) == left


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('<p>Ring <a class="x" href="tel:07700900123">07700 900123</a> now', "07700 900123"),
        ("<p>Ring <a href=tel:07700900123>me on 07700 900123 or so</a> now", "07700 900123"),
        (
            '<p>See <a href="https://x.example/?n=943%20476%205919">the record of 943 476 5919</a>',
            "943 476 5919",
        ),
    ],
)
def test_a_link_does_not_keep_what_its_words_said(source: str, words: str) -> None:
    left = cut(source, words)

    assert "".join(words.split()) not in "".join(left.split())
    assert "href" not in left
    assert left.count("<a>") == left.count("</a>") == 1


def test_a_link_that_tells_nothing_stays() -> None:
    source = '<p><a href="https://kent.example/forms">The form for 943 476 5919 is here</a></p>'

    assert cut(source, "943 476 5919") == source.replace("943 476 5919", "[removed]")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a &12lt; b", "12"),
        ("a <12b> c", "12"),
        ("a &#--65; b", "--"),
        ("a <12!-- b", "12"),
        ("a <12/b> c", "12"),
    ],
)
def test_what_is_left_never_becomes_markup(source: str, words: str) -> None:
    left = read_html(cut(source, words, "")).text

    assert "".join(left.split()) == "".join(source.replace(words, "").split())


@given(MARKUP, st.data())
def test_the_rest_is_the_same_to_the_byte(source: str, data: st.DataObject) -> None:
    page = read_html(source)
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    left = cut_html(source, page, [Cut(start, end, "\ue000")])

    begins, finishes = page.source_span(start, end)
    assert left.startswith(source[: min(begins, _link_before(page, start, begins))])
    assert left.endswith(source[finishes:])
    kept = left.replace("\ue000", "")
    assert _is_within(kept.replace("<a>", ""), source)


def _link_before(page: object, start: int, begins: int) -> int:
    anchors = getattr(page, "anchors", ())
    return min((anchor.at for anchor in anchors if anchor.start <= start <= anchor.end), default=begins)


def _is_within(shorter: str, longer: str) -> bool:
    """Whether every character of the one stands in the other, in order; a space may have been put in."""
    rest = iter(longer)
    return all(sign in rest for sign in shorter if not sign.isspace())


@given(MARKUP, st.data())
def test_what_is_taken_out_is_gone_and_nothing_else_is(source: str, data: st.DataObject) -> None:
    page = read_html(source)
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    left = read_html(cut_html(source, page, [Cut(start, end, "\ue000")])).text

    expected = page.text[:start] + page.text[end:]
    assert _ink(left) == _ink(expected) or not page.text[start:end].strip() or "•" in page.text


def _ink(text: str) -> str:
    return "".join(text.replace("\ue000", "").split())


@given(st.text(max_size=200), st.data())
def test_plain_text_too(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert cut_text(text, [Cut(start, end, "X")]) == text[:start] + "X" + text[end:]


@pytest.mark.parametrize("unit", ["943 476 5919 ", "<b>1</b>", "<a href=x>1</a>", "&amp;1", "<1"])
def test_many_cuts_are_made_in_one_pass(unit: str) -> None:
    source = unit * 5_000
    page = read_html(source)
    cuts = [Cut(at, at + 1) for at, sign in enumerate(page.text) if sign == "1"]

    assert "1" not in read_html(cut_html(source, page, cuts)).text
