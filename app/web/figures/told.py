"""How are the figures told: in sentences, bars and tables?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from app.bulletin.figures.burden import Burden, MailKind, Spread
from app.bulletin.figures.lessons import Lessons
from app.bulletin.figures.passage import Passage
from app.bulletin.figures.roads import Week
from app.domain.crowd import LEAST_PEOPLE
from app.domain.stretches import Stretch
from app.domain.verdict import Channel
from app.web.figures.figure import Figure, chart
from app.web.pages import counted, facts_left_open, in_days
from app.web.requests.rows import KINDS

_KINDS: Mapping[MailKind, str] = {MailKind.ISSUE: "Issues of the bulletin"} | {
    MailKind(kind.value): words for kind, words in KINDS.items()
}
_ROADS: Mapping[Channel, str] = {
    Channel.SEND: "Sent as it was",
    Channel.BULLETIN: "E-bulletin",
    Channel.COMMUNICATIONS_TEAM: "Communications Team",
    Channel.LOCAL_OFFICER: "Local officer",
    Channel.SECURE_CHANNEL: "Secure channel",
    Channel.TELEPHONE: "Telephone",
    Channel.UNKNOWN_AUDIENCE: "Readers not known",
}
_MOST_BARS = 12
_DAYS = ((0, 1), (2, 3), (4, 7), (8, 14), (15, None))
_FEW = f"Fewer than {LEAST_PEOPLE} people"
_GONE = "No longer kept"
_PERCENT = 100
_OF_SPREADS = ("Mail-outs", "Schools reached", "Half of the schools got at most", "The busiest got")


def mails_to_a_school(found: Burden, since: date) -> Figure:
    """How many schools got how many mails, of what went out since a day."""
    spread = found.all_of_it
    rows = _in_steps(spread)
    summary = [
        f"Half of the {sum(spread.schools.values()):,} schools got at most {counted(spread.middle, 'mail')}.",
        f"The busiest got {spread.most:,}.",
        f"{counted(spread.schools.get(0, 0), 'school')} got none.",
    ]
    return Figure(
        id="mails-to-a-school",
        title="Mails to a school",
        summary=summary,
        head=("Mails", "Schools"),
        rows=rows,
        chart=chart([(f"{mails} mails" if mails != "1" else "1 mail", schools) for mails, schools in rows]),
        empty="" if spread.reached else "No mail has reached a school in this time.",
        hints=(
            "A school with several addresses counts once for each mail. Nothing tells who opened one.",
            _since(since),
        ),
    )


def term_by_term(found: Mapping[Stretch, Burden], since: date) -> Figure:
    """What schools got in each term."""
    spreads = {stretch.name: one.all_of_it for stretch, one in found.items()}
    rows = [(name, s.mailings, s.reached, s.middle, s.most) for name, s in spreads.items()]
    return Figure(
        id="terms",
        title="Mails to a school, term by term",
        summary=[
            f"In the {name[0].lower()}{name[1:]} half of the schools got at most {counted(s.middle, 'mail')}."
            for name, s in spreads.items()
        ],
        head=("Term", *_OF_SPREADS),
        rows=rows,
        chart=chart([(name, s.middle) for name, s in spreads.items()]),
        empty="" if any(s.reached for s in spreads.values()) else "No mail has reached a school yet.",
        hints=("The chart shows what half of the schools got at most.", _since(since)),
    )


def mail_by_kind(found: Burden) -> Figure:
    """What kind of mail it was."""
    rows = [(_KINDS[kind], s.mailings, s.reached, s.middle, s.most) for kind, s in found.kinds.items()]
    sent = [counted(number, "mail-out") + f" as {words.lower()}" for words, number, *_ in rows if number]
    return Figure(
        id="mail-by-kind",
        title="Mail by kind",
        summary=[f"{', '.join(sent)}." if sent else ""],
        head=("Kind", *_OF_SPREADS),
        rows=rows,
        chart=chart([(words, number) for words, number, *_ in rows]),
        empty="" if sent else "Nothing has gone out in this time.",
    )


def routes(weeks: Sequence[Week]) -> Figure:
    """Which routes were named at Send, week by week, and what came to the desk."""
    told = [week for week in weeks if week.is_told]
    total = sum((Counter(week.routes) for week in told), Counter[Channel]())
    drafts, other = total.total(), total.total() - total[Channel.SEND]
    items, requests = sum(w.items for w in weeks), sum(w.requests for w in weeks)
    return Figure(
        id="routes",
        title="Routes by week",
        summary=[
            *_of_drafts(drafts, other),
            f"{counted(items, 'item')} and {counted(requests, 'request')} came to the desk.",
        ],
        head=("Week", *_ROADS.values(), "Items sent in", "Requests"),
        rows=[(w.stretch.name, *_routes(w), w.items, w.requests) for w in weeks],
        chart=chart([(w.stretch.name, w.drafts - w.routes.get(Channel.SEND, 0)) for w in told]),
        empty="" if told or items or requests else _TOO_FEW,
        hints=(
            "The chart shows drafts for which another route was named.",
            f"A week in which fewer than {LEAST_PEOPLE} people sent anything is not told apart by route.",
        ),
    )


def _of_drafts(drafts: int, other: int) -> list[str]:
    if not drafts:
        return []
    share = _share(other, drafts)
    return [f"{counted(drafts, 'draft')} came to Send.", f"For {other:,} another route was named ({share})."]


def hours(weeks: Sequence[Week]) -> Figure:
    """How much was sent outside working hours."""
    told = [week for week in weeks if week.drafts]
    outside, drafts = sum(w.out_of_hours for w in told), sum(w.drafts for w in told)
    return Figure(
        id="hours",
        title="Outside working hours",
        summary=[f"{outside:,} of {counted(drafts, 'draft')} ({_share(outside, drafts)})."],
        head=("Week", "Drafts", "Outside working hours", "Share"),
        rows=[
            (w.stretch.name, w.drafts, w.out_of_hours, _share(w.out_of_hours, w.drafts))
            if w.drafts
            else (w.stretch.name, _why_not(w), "", "")
            for w in weeks
        ],
        chart=chart([(w.stretch.name, _PERCENT * w.out_of_hours / w.drafts) for w in told], "%"),
        empty="" if told else _TOO_FEW,
        hints=("Working hours are those of your calendar.",),
    )


def audiences(found: Passage) -> Figure:
    """Whom items were for."""
    rows = list(found.audiences.items())
    most = max(rows, key=lambda row: row[1], default=("", 0))
    return Figure(
        id="audiences",
        title="Items by audience",
        summary=[f"{counted(len(found.days), 'item')} went out; most of one kind: {most[0]} ({most[1]:,})."],
        head=("Audience", "Items"),
        rows=rows,
        chart=chart(rows),
        empty="" if rows else _NO_ITEMS,
    )


def days_to_out(found: Passage) -> Figure:
    """How long items took."""
    rows = [
        (f"{low} to {high} days" if high else f"{low} days or more", _between(found.days, low, high))
        for low, high in _DAYS
    ]
    longest = max(found.days, default=0)
    return Figure(
        id="days-to-out",
        title="From sent in to sent out",
        summary=[f"Half of the items took at most {found.middle:g} days; the longest took {longest:,}."],
        head=("Days", "Items"),
        rows=rows,
        chart=chart(rows),
        empty="" if found.days else _NO_ITEMS,
        hints=("Days between the day an item was sent in and the day its issue went out.",),
    )


def met_most(found: Lessons) -> Figure:
    """What to speak of in training."""
    rows = [
        (
            facts_left_open(one.title),
            f"{one.clause.title or one.clause.source}, {one.clause.section}",
            one.people,
        )
        for one in found.told
    ]
    between = f"From {in_days(found.over.first)} to {in_days(found.over.last)}"
    few = f"{counted(found.untold, 'more rule')} met by fewer than {LEAST_PEOPLE} people: not named."
    summary = [f"{between}, by the number of people who were shown a card.", *([few] if found.untold else [])]
    return Figure(
        id="met-most",
        title="What people met most",
        summary=summary,
        head=("Rule", "Where it is written", "People"),
        rows=rows,
        chart=chart([(title, people) for title, _, people in rows]),
        empty="" if rows else f"No rule was met by {LEAST_PEOPLE} people or more.",
        hints=("For induction, reviews and training. It counts people, and never tells who.",),
    )


_TOO_FEW = f"No week that is over yet in which {LEAST_PEOPLE} people or more sent mail."
_NO_ITEMS = "No item has gone out in this time."


def _routes(week: Week) -> Sequence[int | str]:
    if week.is_told:
        return [week.routes.get(channel, 0) for channel in _ROADS]
    return [_why_not(week), *[""] * (len(_ROADS) - 1)]


def told_to(today: date) -> str:
    """Up to which day the figures of people's mail go, and why no further."""
    sunday = today - timedelta(days=today.weekday() + 1)
    return (
        f"Staff’s own mail is told of weeks that are over, here up to {in_days(sunday)}, so that nobody can"
        " look before and after a mail. What schools got is told up to today."
    )


def _why_not(week: Week) -> str:
    return _FEW if week.is_kept else _GONE


def _since(day: date) -> str:
    return f"Counted is what went out since {in_days(day)}: older messages are deleted."


def _share(part: int, whole: int) -> str:
    return f"{_PERCENT * part / whole:.0f}%" if whole else "0%"


def _between(days: Sequence[int], low: int, high: int | None) -> int:
    return sum(low <= day and (high is None or day <= high) for day in days)


def _in_steps(spread: Spread) -> list[tuple[str, int]]:
    """By number of mails, from none to the most; in steps of several where that makes a dozen rows."""
    step = spread.most // _MOST_BARS + 1
    found = [("0", spread.schools.get(0, 0))]
    for low in range(1, spread.most + 1, step):
        high = min(low + step - 1, spread.most)
        number = sum(schools for mails, schools in spread.schools.items() if low <= mails <= high)
        found.append((str(low) if low == high else f"{low} to {high}", number))
    return found
