"""An issue is laid out: whose items come first, what each entry says, and nothing that nobody wrote."""

from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bulletin.printed.issue_text import WIDTH, issue_text
from app.bulletin.printed.layout import LaidOut, LaidOutLink, Masthead, lay_out, paragraphs
from app.bulletin.printed.said_for_whom import ListNames, said
from app.domain.for_whom import EVERYBODY, ForWhom, Role
from app.domain.issue import Issue
from app.domain.item import IssueKey, Item, ItemState, Person
from app.domain.item_text import ItemText
from app.domain.school import Phase
from app.web.issue_mail import Look, issue_html

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
KEY = IssueKey(2026, 12)
MASTHEAD = Masthead("Wealdshire e-bulletin for schools", "Wealdshire Council", "bulletin@wealdshire.example")
LISTS = ListNames({"l1": "Payroll news"})
PRIMARY, SECONDARY = ForWhom(phases=frozenset({Phase.PRIMARY})), ForWhom(phases=frozenset({Phase.SECONDARY}))
TEXTS = (
    ItemText(
        "Census day is Thursday 21 January",
        "Run the validation before you upload, and look at every query.",
        "Files to us through COLLECT by 5pm.\nThe desk is open 8 to 6.\n\n- check early years hours\n- reconcile free meals",
        EVERYBODY,
        date(2027, 1, 29),
        "Data team, 01632 960600",
        ("https://www.wealdshire.example/census", "the usual folder"),
        ("doc1", "gone"),
    ),
    ItemText("Bikeability places", "Tell us how many riders.", for_whom=PRIMARY, closes=date(2026, 12, 11)),
    ItemText("Options evenings <2027>", "Dates & rooms: please reply.", for_whom=SECONDARY),
    ItemText(
        "Moderation in Ashmere", "Bring three pieces.", for_whom=replace(PRIMARY, clusters=frozenset({"Ashmere"}), roles=frozenset({Role.HEAD}))
    ),
    ItemText("SENCO forum", "The next one is online.", for_whom=ForWhom(roles=frozenset({Role.SENCO}))),
    ItemText("Payroll dates", "December pay is early.", for_whom=ForWhom(lists=frozenset({"l1"}))),
)  # fmt: skip


class Site:
    """A public website that has one document."""

    def issue(self, key: IssueKey) -> str:
        return f"https://bulletin.wealdshire.example/issues/{key}"

    def item(self, number: str) -> str:
        return f"https://bulletin.wealdshire.example/items/{number}"

    def document(self, number: str) -> LaidOutLink | None:
        here = f"https://bulletin.wealdshire.example/documents/{number}"
        return LaidOutLink("Guide to the census", here, "PDF, 120 KB") if number == "doc1" else None


def items(texts: tuple[ItemText, ...] = TEXTS) -> list[Item]:
    sender, at = Person("Priya Shah", "p.shah@wealdshire.example"), datetime(2026, 11, 30, tzinfo=UTC)
    return [Item(f"i{n}", text, sender, at, ItemState.READY, issue=KEY) for n, text in enumerate(texts)]


def issue(number: int = len(TEXTS), introduction: str = "") -> Issue:
    order = tuple(f"i{n}" for n in range(number))
    return Issue(
        KEY, date(2026, 12, 4), datetime(2026, 12, 2, 12, tzinfo=UTC), introduction=introduction, order=order
    )


def laid_out(phase: Phase | None = None, introduction: str = "") -> LaidOut:
    return lay_out(issue(introduction=introduction), items(), MASTHEAD, phase, website=Site(), lists=LISTS)


def titles(found: LaidOut) -> list[str]:
    return [section.title for section in found.sections]


def test_sections_go_from_everyone_to_the_few() -> None:
    assert titles(laid_out()) == [
        "For everyone",
        "For primary schools",
        "For secondary schools",
        "For subscribers to Payroll news",
        "For SENCOs",
    ]
    assert [e.headline for e in laid_out().sections[1].entries] == [
        "Bikeability places",
        "Moderation in Ashmere",
    ]


@pytest.mark.parametrize("phase", list(Phase))
def test_a_phase_reads_its_own_section_first_and_everything_else_after(phase: Phase) -> None:
    found, plain = laid_out(phase), laid_out()

    assert sorted(titles(found)) == sorted(titles(plain))
    assert sorted(e.headline for e in found.entries) == sorted(e.headline for e in plain.entries)
    if phase in {Phase.PRIMARY, Phase.SECONDARY}:
        assert titles(found)[0] == f"For {phase.value} schools"
    else:
        assert titles(found) == titles(plain)


def test_entries_are_numbered_as_they_are_read() -> None:
    for phase in (None, Phase.SECONDARY):
        assert [e.number for e in laid_out(phase).entries] == list(range(1, len(TEXTS) + 1))


def test_an_entry_tells_what_the_item_says_and_no_more() -> None:
    census = laid_out().entries[0]

    assert (census.closes, census.for_whom) == ("by Friday 29 January 2027", "Every school")
    assert [link.href for link in census.links] == ["https://www.wealdshire.example/census", ""]
    assert [d.words for d in census.documents] == ["Guide to the census"]
    assert census.href == "https://bulletin.wealdshire.example/items/i0"
    assert census.body == ()


def test_without_a_website_the_whole_text_stands_in_the_mail() -> None:
    found = lay_out(issue(), items(), MASTHEAD, lists=LISTS)

    assert found.href == found.entries[0].href == ""
    assert [p.is_list for p in found.entries[0].body] == [False, True]
    assert "reconcile free meals" in issue_text(found)
    assert "<li>reconcile free meals</li>" in issue_html(found)


@pytest.mark.parametrize(
    ("for_whom", "words"),
    [
        (EVERYBODY, "Every school"),
        (ForWhom(phases=frozenset({Phase.SPECIAL, Phase.PRIMARY, Phase.ALTERNATIVE})), "Primary and special schools and alternative provision"),
        (ForWhom(types=frozenset({"Academies", "Free Schools"})), "Academies and Free Schools"),
        (ForWhom(phases=frozenset({Phase.PRIMARY}), types=frozenset({"Academies"})), "Primary schools (Academies)"),
        (ForWhom(clusters=frozenset({"Ashmere"}), roles=frozenset({Role.HEAD})), "Schools in Ashmere, for headteachers"),
        (ForWhom(trusts=frozenset({"Kestrel Learning Trust"})), "Schools of Kestrel Learning Trust"),
        (ForWhom(schools=frozenset({"1", "2"}), roles=frozenset({Role.HEAD})), "2 schools chosen by name, for headteachers"),
        (ForWhom(schools=frozenset({"1"}), phases=frozenset({Phase.PRIMARY})), "Primary schools, only 1 school chosen by name"),
        (ForWhom(lists=frozenset({"l1", "l9"})), "Schools that subscribe to Payroll news and l9"),
        (ForWhom(roles=frozenset({Role.SENCO, Role.HEAD})), "Headteachers and SENCOs in every school"),
    ],
)  # fmt: skip
def test_whom_it_is_for_is_said_in_words(for_whom: ForWhom, words: str) -> None:
    assert said(for_whom, LISTS) == words


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "https://", "https://a b", "file:///etc/passwd", "http://[", "//x.example", "see the folder"],
)  # fmt: skip
def test_an_address_that_is_not_safe_to_follow_is_only_words(address: str) -> None:
    (entry,) = lay_out(issue(1), items((ItemText("A", "B", links=(address,)),)), MASTHEAD).entries

    assert [link.href for link in entry.links] == [""]
    assert 'href="#item-1"' in issue_html(
        lay_out(issue(1), items((ItemText("A", "B", links=(address,)),)), MASTHEAD)
    )


def test_paragraphs_and_lists_are_told_apart() -> None:
    found = paragraphs("One\ntwo\n\n\n- a\n- b\nthree\n• c")

    assert [(p.lines, p.is_list) for p in found] == [
        (("One", "two"), False),
        (("a", "b"), True),
        (("three",), False),
        (("c",), True),
    ]
    assert paragraphs(" \n\u202e\n") == ()


@pytest.mark.parametrize("phase", [None, Phase.SECONDARY])
def test_the_mail_is_as_it_was(phase: Phase | None) -> None:
    found = laid_out(phase, "Two weeks to go.\n\nThank you for your replies.")
    name = f"issue-{phase.value if phase else 'everybody'}"

    assert issue_html(found) == (SNAPSHOTS / f"{name}.html").read_text(encoding="utf-8")
    assert issue_text(found) == (SNAPSHOTS / f"{name}.txt").read_text(encoding="utf-8")


class Outline(HTMLParser):
    """Levels of headings, targets of links, ids, and every word."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.add(tag)
        self.ids += [known["id"] or ""] if "id" in known else []
        self.links += [known["href"] or ""] if "href" in known else []
        self.levels += [int(tag[1])] if tag in {"h1", "h2", "h3", "h4"} else []

    def handle_data(self, data: str) -> None:
        self.words += data


def test_headings_go_down_step_by_step_and_every_link_inside_has_its_place() -> None:
    found = Outline(issue_html(laid_out()))

    assert found.levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(found.levels, found.levels[1:], strict=False))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))
    assert not found.tags & {"table", "img", "script", "form", "iframe"}


def test_the_mail_does_not_say_the_summary_twice() -> None:
    text = ItemText(
        "Payroll", "Send the returns by Friday.", "Send the returns by Friday. Call us otherwise."
    )
    (entry,) = lay_out(issue(1), items((text,)), MASTHEAD).entries

    assert (entry.summary, entry.body) == ("Send the returns by Friday.", paragraphs("Call us otherwise."))


def test_only_a_preview_is_a_page_of_its_own() -> None:
    assert "<main>" not in issue_html(laid_out())
    assert issue_html(laid_out(), Look.LIGHT).count("<main>") == 1


def test_dark_is_asked_of_the_reader_and_shown_in_a_preview() -> None:
    assert "prefers-color-scheme: dark" in issue_html(laid_out())
    assert "prefers-color-scheme" not in issue_html(laid_out(), Look.DARK)
    assert "#96c6fa" in issue_html(laid_out(), Look.DARK)
    assert "#96c6fa" not in issue_html(laid_out(), Look.LIGHT)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@settings(deadline=None)
@given(st.tuples(*[WORDS] * 6))
def test_nothing_written_gets_out_of_its_place(words: tuple[str, ...]) -> None:
    headline, summary, body, contact, link, cluster = words
    for_whom = ForWhom(clusters=frozenset({cluster}))
    text = ItemText(headline, summary, body, for_whom, contact=contact, links=(link,))
    found = lay_out(issue(1), items((text,)), MASTHEAD)
    plain = Outline(
        issue_html(lay_out(issue(1), items((ItemText("h", "s", "b", contact="c", links=("l",)),)), MASTHEAD))
    )
    outline = Outline(issue_html(found))

    assert outline.levels == plain.levels
    assert outline.tags - {"ul", "br", "p"} == plain.tags - {"ul", "br", "p"}
    said = " ".join(issue_text(found).split())
    assert found.entries[0].headline in " ".join(outline.words.split())
    assert found.entries[0].summary in said
    assert all(line in said for p in found.entries[0].body for line in p.lines)
    assert all(
        len(line) <= WIDTH or " " not in line.strip("- ") or "Link:" in line
        for line in issue_text(found).splitlines()
    )
