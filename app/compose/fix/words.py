"""How is a change of the draft asked about, and told?

Every word of it, in one place. A question says exactly what will happen; what is told says that it did.
Nothing of the draft is repeated beyond the excerpts that the card shows.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from app.domain.draft import Draft, Field
from app.domain.finding import Span

_FIELDS: Mapping[Field, str] = {Field.TO: "To", Field.CC: "Cc", Field.BCC: "Bcc"}
_LONGEST = 60
_BOTH = 2
CHANGED = (
    "The message has changed since it was checked, so nothing was changed. It is being checked again now."
)
BY_HAND = "Sendwell cannot do this step for you. Please do it in the message itself."
CUT_SHORT = (
    "Sendwell did not see the whole message, so it does not change it. Please do it in the message itself."
)
NO_LINK = "A link is needed for each file that is to go. Put the files on the website first."


def taking_out(spans: Sequence[Span], places: int, *, marks: bool) -> tuple[str, str]:
    """Question and report for words that go; `marks` says that "[removed]" will stand there."""
    after = " “[removed]” will stand there instead." if marks else ""
    if places == 1:
        shown = short(spans[0].excerpt)
        what = f"“{shown}”" if shown else "what this card points at"
        return f"Take {what} out of the message?{after}", "Taken out of the message."
    every = "both" if places == _BOTH else f"all {places}"
    return f"Take {every} places out of the message?{after}", f"Taken out in {places} places."


def respelling(meant: Sequence[str]) -> tuple[str, str]:
    """For words that are spelt otherwise; each is given as it will stand."""
    if len(meant) == 1:
        return f"Write “{short(meant[0])}”?", f"“{short(meant[0])}” is written now."
    return f"Correct the spelling of these {len(meant)} words?", f"{len(meant)} words are spelt right now."


def cutting_thread() -> tuple[str, str]:
    """For the earlier messages below one's own."""
    return "Take out the earlier messages below yours?", "The earlier messages are taken out."


def detaching(names: Sequence[str]) -> tuple[str, str]:
    """For files."""
    if len(names) == 1:
        return f"Take “{short(names[0])}” off this message?", f"“{short(names[0])}” is taken off."
    return f"Take these {len(names)} files off this message?", f"{len(names)} files are taken off."


def linking(names: Sequence[str]) -> tuple[str, str]:
    """For files that become links."""
    can = "Everybody who has the link can open it."
    if len(names) == 1:
        name = short(names[0])
        return (
            f"Put “{name}” on the website, and a link to it in place of the file? {can}",
            f"“{name}” is on the website now. Its link is at the top of your message.",
        )
    return (
        f"Put these {len(names)} files on the website, and links to them in their place? {can}",
        f"{len(names)} files are on the website now. Their links are at the top of your message.",
    )


def leaving_out(draft: Draft, spans: Sequence[Span]) -> tuple[str, str]:
    """For recipients that go."""
    where = _fields(spans)
    if len(spans) == 1:
        name = _name(draft, spans[0])
        return f"Take “{name}” out of {where}?", f"“{name}” is taken out of {where}."
    return f"Take {len(spans)} out of {where}?", f"{len(spans)} are taken out of {where}."


def moving(draft: Draft, spans: Sequence[Span], to: Field) -> tuple[str, str]:
    """For recipients that go to another field."""
    whom = f"“{_name(draft, spans[0])}”" if len(spans) == 1 else f"{len(spans)} people"
    why = " They still get it, and no longer see each other’s addresses." if to is Field.BCC else ""
    said = whom if len(spans) == 1 else str(len(spans))
    return f"Move {whom} from {_fields(spans)} to {_FIELDS[to]}?{why}", f"Moved {said} to {_FIELDS[to]}."


def sending_later(at: datetime, now: datetime) -> tuple[str, str]:
    """For a message that waits."""
    when = _moment(at, now)
    return f"Send it {when}? Outlook keeps it until then.", f"It will go {when}, once you press Send."


def short(words: str) -> str:
    """One line of at most sixty characters."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _fields(spans: Iterable[Span]) -> str:
    used = {span.field for span in spans}
    return " and ".join(name for field, name in _FIELDS.items() if field in used)


def _name(draft: Draft, span: Span) -> str:
    box = draft.addressed(span.field)[span.start].mailbox
    return short(box.name or box.address or "this entry")


def _moment(at: datetime, now: datetime) -> str:
    clock = f"{at:%H:%M}"
    if at.date() == now.astimezone(at.tzinfo).date():
        return f"today at {clock}"
    return f"on {at:%A} {at.day} {at:%B} at {clock}"
