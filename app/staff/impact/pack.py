"""What does a data protection impact assessment of this installation say, and what must somebody add?

In the steps of the Information Commissioner's template. All of it is made from the live settings, the tables
of the database and the policy in force, so it is true when it is opened. What only the organisation can say
is asked for.
"""

from collections.abc import Sequence
from datetime import datetime

from app.staff.impact.parts import Points, Section, Table, ToFill, Words
from app.staff.impact.risks import Here, risks
from app.staff.kept.kept import About, Kept
from app.staff.kept.readers import SEEN
from app.staff.notice import NEVER

_WHOM = {
    About.YOU: "People who work here, by name",
    About.YOUR_MAIL: "Mail of people who work here, without words or names",
    About.NOBODY: "Schools, rules and the service itself",
}


def impact_pack(here: Here, at: datetime) -> tuple[Section, ...]:
    """The pack, as it stands at a moment."""
    return (
        _need(here, at),
        _processing(here),
        *_data(here),
        _talk(),
        _necessity(here),
        *_risks(here),
        _sign_off(),
    )


def _need(here: Here, at: datetime) -> Section:
    told = here.notice
    return Section(
        "need",
        "1. Why an assessment",
        (
            Words(
                "Sendwell checks drafts of e-mail against the organisation's own policy while they are"
                " written and at Send, and helps to move them to the right channel. Looking at workers' mail"
                " is likely to need an assessment, even where nothing of it is kept."
            ),
            Words(f"Made from the live settings on {at.day} {at:%B %Y, %H:%M}."),
            Points("Policies that are checked", told.policies or ("None",)),
            ToFill("What the organisation wants to reach with it, and from when it is used"),
        ),
    )


def _processing(here: Here) -> Section:
    told = here.notice
    trial = "is" if told.on_trial == 1 else "are"
    return Section(
        "processing",
        "2. What is done",
        (
            Words(
                f"{len(told.checks)} checks look at a draft in memory. The draft is forgotten at once."
                " What was found is kept as kinds and counts."
            ),
            Points("What they ask of a draft", told.checks),
            Words(
                f"{told.holding} rules may ask somebody to stop and look, of which {here.stopping} can stop a"
                f" mail; {told.advising} only advise; {told.on_trial} {trial} on trial, counted and not"
                f" shown. {told.reviewed} rules leave what they stopped, or what was sent all the same, for"
                " review."
            ),
            Words(
                "All of it happens on the organisation's own computer. Nothing is sent to anybody outside."
            ),
            Points("What is never kept", NEVER),
            ToFill(
                "How many people write mail with it, and whether any are children or agency workers",
                1,
            ),
        ),
    )


def _data(here: Here) -> Sequence[Section]:
    tables = []
    for whom, title in _WHOM.items():
        rows = [_row(kept, how_long) for kept, how_long in here.notice.about(whom)]
        tables.append(Table(title, ("What", "Why", "How long", "Who can see it"), rows))
    who = Table("Who can see what", ("Who", "What"), here.notice.who_sees)
    return (
        Section("data", "3. What is kept, why, how long, and who can see it", tables),
        Section("people", "4. Who can see what", (who,)),
    )


def _row(kept: Kept, how_long: str) -> tuple[str, str, str, str]:
    seen = SEEN.get(kept.table)
    return (
        kept.title,
        kept.why,
        how_long,
        f"{seen.said[0].upper()}{seen.said[1:]}." if seen else "Not described yet.",
    )


def _talk() -> Section:
    return Section(
        "talk",
        "5. Who was asked",
        (
            ToFill("What staff and their unions were told and asked, when, and what they said"),
            ToFill("What the data protection officer advises"),
        ),
    )


def _necessity(here: Here) -> Section:
    told = here.notice
    clauses = [f"{clause.title}, {clause.section}: “{clause.quote}”" for clause in told.clauses]
    return Section(
        "necessity",
        "6. Whether it is needed, and no more than is needed",
        (
            ToFill("The lawful basis (for a public authority mostly the public task), and why"),
            Points("What the policies say of watching and privacy", clauses or ("Nothing was found.",)),
            Points("Laws that the policies name", told.laws or ("None",)),
            Points(
                "How people have their rights",
                (
                    "They are told: the monitoring notice is public, and part of what they sign.",
                    "They see: each has a page with all that is held about them, and a file of it.",
                    "They object: “This is wrong” on every card; a rule that is often wrong steps down.",
                    "They ask somebody: an administrator takes one file with everything for them.",
                    "They are not judged by a machine: no decision about a person is automatic.",
                ),
            ),
            Points(
                "Whom to ask", [name for name, _ in told.contacts] or ("Nobody is named in the policies.",)
            ),
        ),
    )


def _risks(here: Here) -> Sequence[Section]:
    found = risks(here)
    rows = [(risk.title, risk.harm, risk.left) for risk in found]
    measures = [
        Table(risk.title, ("Measure", "Here"), [(one.said, one.state) for one in risk.measures])
        for risk in found
    ]
    missing = [f"{risk.title}: {one.otherwise}" for risk in found for one in risk.missing]
    return (
        Section(
            "risks",
            "7. Risks",
            (
                Table("Risks, and what is left of each", ("Risk", "Harm", "What is left"), rows),
                Points("To be put right first", missing or ("Nothing.",)),
            ),
        ),
        Section("measures", "8. What stands against each risk", measures),
    )


def _sign_off() -> Section:
    return Section(
        "sign-off",
        "9. Signed off",
        (
            ToFill("Measures agreed, by whom and when", 1),
            ToFill("Risks that are left accepted, by whom and when; a high one needs the regulator first", 1),
            ToFill("Advice of the data protection officer taken or not, and why", 1),
            ToFill("When it is looked at again, and by whom", 1),
        ),
    )
