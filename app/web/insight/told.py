"""How is insight told: in sentences, bars and tables?"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from app.domain.case_move import CaseMoveKind
from app.domain.crowd import LEAST_PEOPLE
from app.domain.verdict import Clause
from app.insight.by_rule import Counts, Insight, RuleLine
from app.insight.teams import Teams
from app.insight.waited import Waited
from app.web.figures.figure import Cell, Figure, chart
from app.web.pages import counted, facts_left_open, in_days

_HIDDEN = "Not told"
_MOST_BARS = 15
_PERCENT = 100
_HEADS = ("People who met it", "Drafts at Send", "Sent all the same", "Called wrong")
_ONLY_CROWDS = (
    f"Only what {LEAST_PEOPLE} people or more are behind is told, of weeks that are over. A rule’s weeks are"
    f" added up until {LEAST_PEOPLE} people met it, and only then told: what came since is added when as many"
    " met it again, so that nobody learns of one person by looking every week."
)
_PEOPLE = (
    "The chart shows drafts at Send with a card of the rule. People are all who were shown one, also while"
    " writing."
)
_SAME_PEOPLE = (
    "Never people. A team is told from the first whole week since the same people are in it: a staff list"
    " that changes it begins anew, so that nobody is told apart by changing the list. Its weeks are added up"
    f" as those of a rule, and where fewer than {LEAST_PEOPLE} others would be left over it is not told."
)
_GIVEN_AWAY = f"“{_HIDDEN}” is a week with fewer than {LEAST_PEOPLE} people, or one told with others only."
_THAT_WEEK = f"Added up are the rules that {LEAST_PEOPLE} people or more met in that week alone."
_NOTHING = f"No rule was met by {LEAST_PEOPLE} people or more in weeks that are over."
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def by_rule(found: Insight) -> Figure:
    """Every rule that enough people met."""
    lines = found.rules
    rows = [(_title(line), _where(line.clause), *_cells(line.counts)) for line in lines]
    most = [f"Most drafts: {_title(lines[0])} ({counted(lines[0].counts.hits, 'draft')})."] if lines else []
    return Figure(
        id="rules",
        title="Rules",
        summary=[_spoke(len(lines)), *most, _untold(found)],
        head=("Rule", "Where it is written", *_HEADS),
        rows=rows,
        chart=chart([(_title(line), line.counts.hits) for line in lines[:_MOST_BARS]]),
        empty="" if lines else _NOTHING,
        hints=(_PEOPLE, _ONLY_CROWDS),
    )


def false_alarms(found: Insight) -> Figure:
    """Where “This is wrong” was pressed most, for how many drafts."""
    lines = sorted(
        (line for line in found.rules if line.counts.wrong),
        key=lambda line: (-_share(line.counts), -line.counts.wrong, line.rule),
    )
    wrong = counted(sum(line.counts.wrong for line in lines), "time")
    about = f"{counted(len(lines), 'rule')} of {len(found.rules)}"
    rows = [
        (_title(line), line.counts.wrong, line.counts.people, f"{_share(line.counts):.0f}") for line in lines
    ]
    return Figure(
        id="wrong",
        title="Wrong warnings",
        summary=[f"“This is wrong” was pressed {wrong} about {about}."],
        head=("Rule", "Called wrong", "People who met it", "Times for 100 people"),
        rows=rows,
        chart=chart([(_title(line), _share(line.counts)) for line in lines[:_MOST_BARS]]),
        empty="" if lines else "No rule that can be told was called wrong.",
        hints=("The chart shows how often for 100 people who met it. What was taken back is left out.",),
    )


def by_clause(found: Insight) -> Figure:
    """The same by clause, for whoever looks after the policy."""
    clauses = found.clauses
    rows = [
        (_where(clause), rules, counts.hits, counts.overridden, counts.wrong)
        for clause, counts, rules in clauses
    ]
    return Figure(
        id="clauses",
        title="Clauses",
        summary=[f"{counted(len(clauses), 'clause')} stood behind them."],
        head=("Clause", "Rules told", "Drafts at Send", "Sent all the same", "Called wrong"),
        rows=rows,
        chart=chart([(_section(clause), counts.hits) for clause, counts, _ in clauses[:_MOST_BARS]]),
        empty="" if rows else _NOTHING,
        hints=("Added up from the rules that are told; a draft with two of them counts twice.",),
    )


def by_week(found: Insight) -> Figure:
    """All rules together, week by week."""
    told = [(week, counts) for week, counts in found.weeks if counts is not None]
    hits = counted(sum(counts.hits for _, counts in told), "card")
    over = sum(counts.overridden for _, counts in told)
    return Figure(
        id="weeks",
        title="Week by week",
        summary=[f"In {counted(len(told), 'week')}: {hits} at Send, {over:,} sent all the same."],
        head=("Week", *_HEADS[:1], "Cards at Send", *_HEADS[2:]),
        rows=[
            (week.name, *_cells(counts)) if counts is not None else (week.name, _HIDDEN, "", "", "")
            for week, counts in found.weeks
        ],
        chart=chart([(week.name, counts.hits) for week, counts in told]),
        empty="" if told else f"No week that is over yet in which {LEAST_PEOPLE} people or more met a rule.",
        hints=(_THAT_WEEK,),
    )


def rules_by_week(found: Insight) -> Figure:
    """Each rule in each week, as drafts at Send."""
    weeks = [week for week, _ in found.weeks]
    rows = [(_title(line), *(_week_cell(line, week.name) for week in weeks)) for line in found.rules]
    return Figure(
        id="rules-by-week",
        title="Rules week by week",
        summary=[f"Drafts at Send with a card of each rule, in {counted(len(weeks), 'week')}."],
        head=("Rule", *(week.name for week in weeks)),
        rows=rows,
        chart=chart([]),
        empty="" if rows else _NOTHING,
        hints=(_GIVEN_AWAY,),
    )


def by_team(found: Teams) -> Figure:
    """Teams that are large enough, over the weeks since they are the same people."""
    told = [line for line in found.lines if line.counts]
    rows: list[tuple[Cell, ...]] = [
        (
            line.team,
            line.members,
            in_days(line.since),
            *(_cells(line.counts) if line.counts else (_HIDDEN, "", "", "")),
        )
        for line in found.lines
    ]
    small = f"{counted(found.too_small, 'smaller team')} not told." if found.too_small else ""
    return Figure(
        id="teams",
        title="Teams",
        summary=[f"{counted(len(told), 'team')} of {LEAST_PEOPLE} people or more.", small],
        head=("Team", "People", "Told since", *_HEADS),
        rows=rows,
        chart=chart([(line.team, line.counts.hits) for line in told if line.counts]),
        empty="" if rows else f"No team on the staff list has {LEAST_PEOPLE} people or more.",
        hints=(_SAME_PEOPLE,),
    )


def response_times(found: Mapping[str, Waited]) -> Figure:
    """How long people waited for an answer."""
    rows = [
        (what, one.asked, one.answered, _took(one.middle), _took(one.longest)) for what, one in found.items()
    ]
    said = [
        f"{what}: half were answered within {_took(one.middle)}."
        for what, one in found.items()
        if one.middle is not None
    ]
    return Figure(
        id="response-times",
        title="Response times",
        summary=said,
        head=("What", "Asked", "Answered", "Half took at most", "Longest"),
        rows=rows,
        chart=chart(
            [(what, one.middle / _HOUR) for what, one in found.items() if one.middle is not None], " hours"
        ),
        empty="" if any(one.asked for one in found.values()) else "Nothing was asked in this time.",
        hints=("Hours by the clock, also at night and at weekends. The chart shows what half took at most.",),
    )


_REVEALS = {
    CaseMoveKind.ASKED_REVEAL: "Asked to see what a sender attached",
    CaseMoveKind.AGREED_REVEAL: "Agreed by a second person",
    CaseMoveKind.DECLINED_REVEAL: "Declined",
    CaseMoveKind.WAS_SHOWN: "Shown",
}


def revealed(found: Mapping[CaseMoveKind, int], files: int) -> Figure:
    """How often anything of a mail, or of a person, was shown to somebody."""
    rows = [(_REVEALS[kind], many) for kind, many in found.items()]
    rows.append(("Files with all that is held about somebody taken", files))
    shown = counted(found.get(CaseMoveKind.WAS_SHOWN, 0), "time")
    were = "was" if files == 1 else "were"
    taken = f"{counted(files, 'file')} of all that is held about somebody {were} taken."
    return Figure(
        id="reveals",
        title="Reveals",
        summary=[f"What a sender had attached was shown {shown}.", taken],
        head=("What", "Times"),
        rows=rows,
        chart=chart(rows),
        hints=("Each of them has a reason, and the person it is about reads who looked.",),
    )


def _cells(counts: Counts) -> tuple[int, int, int, int]:
    return counts.people, counts.hits, counts.overridden, counts.wrong


def _week_cell(line: RuleLine, week: str) -> Cell:
    counts = line.weeks.get(week)
    return counts.hits if counts is not None else _HIDDEN


def _title(line: RuleLine) -> str:
    return facts_left_open(line.title)


def _where(clause: Clause) -> str:
    return f"{clause.title or clause.source}, {clause.section}"


def _section(clause: Clause) -> str:
    """For a bar, where the name of the policy would leave no room for it."""
    return f"{clause.section}, {clause.title or clause.source}"


def _share(counts: Counts) -> float:
    return _PERCENT * counts.wrong / counts.people if counts.people else 0


def _spoke(many: int) -> str:
    return f"{counted(many, 'rule')} spoke to {LEAST_PEOPLE} people or more."


def _untold(found: Insight) -> str:
    return f"{counted(found.untold, 'more rule')} met by fewer people: not named." if found.untold else ""


def _took(time: timedelta | None) -> str:
    if time is None:
        return ""
    if time >= 2 * _DAY:
        return counted(round(time / _DAY), "day")
    return counted(max(1, round(time / _HOUR)), "hour")


def all_of(found: Insight) -> Sequence[Figure]:
    """What every reader of insight is shown."""
    return by_rule(found), false_alarms(found), by_clause(found), by_week(found), rules_by_week(found)
