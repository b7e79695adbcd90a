"""What becomes of a draft when a step of one of its cards is made?

The draft is checked anew, keeping nothing: the card must still be there, about the same words, files and
people. Where it is not, the sender has changed the draft meanwhile, and nothing is changed.
"""

from collections.abc import Iterable
from dataclasses import replace
from html import escape

from app.compose.check_draft import Road, check_draft
from app.compose.checked import Checked
from app.compose.fix import words
from app.compose.fix.change import Fix, Wanted
from app.compose.fix.cut_words import Cut, cut_html, cut_text
from app.compose.fix.plan import Plan, Planning, is_shortened
from app.compose.fix.stretches import cuts_in, in_field, without_words
from app.domain.draft import BodyFormat, Draft, Field, Moment
from app.domain.errors import FixError, StaleDraftError
from app.domain.finding import Span
from app.domain.verdict import Advice
from app.reading.html import read_html

_ROUNDS = 30
"""A card points at its first places only; with so many rounds six hundred of them are taken out."""
_WRITTEN = (Field.SUBJECT, Field.BODY)


def fix_draft(draft: Draft, wanted: Wanted, road: Road) -> Fix:
    """What the wanted step makes of the draft. `road` should keep no records.

    Raises:
        StaleDraftError: the card is not there any more, or about something else.
        FixError: the step is not one that can be made for the sender.
    """
    checked = check_draft(draft, Moment.COMPOSE, road)
    advice = _card(checked, wanted)
    plan = _plan(checked, advice, wanted, road)
    fix = _carried_out(checked.reading.draft, plan, wanted)
    if not (plan.taken and is_shortened(advice.finding)):
        return fix
    return _to_the_end(_as_fixed(draft, fix), wanted, road, fix)


def planning_of(checked: Checked, road: Road) -> Planning:
    """What the steps of a checked draft's cards are planned by."""
    return Planning(checked.reading, road.policy(), road.around.calendar(), checked.in_plain, road.may_link)


def _card(checked: Checked, wanted: Wanted) -> Advice:
    cards = (*checked.verdict.advice, *(one.advice for one in checked.verdict.set_aside))
    for advice in cards:
        if (advice.rule, advice.finding.id) == (wanted.rule, wanted.finding):
            seen = map(checked.in_plain, advice.spans)
            if sorted(map(_about, seen)) == sorted(map(_about, wanted.spans)):
                return advice
    raise StaleDraftError(words.CHANGED)


def _about(span: Span) -> tuple[str, int, int, str]:
    """What a span points at: words wherever they stand by now, a file or a person by its place."""
    if span.field in _WRITTEN and span.excerpt:
        return span.field.value, 0, 0, span.excerpt
    return span.field.value, span.start, span.end, span.excerpt


def _plan(checked: Checked, advice: Advice, wanted: Wanted, road: Road) -> Plan:
    planning = planning_of(checked, road)
    for action in advice.actions:
        plan = planning.plan(advice, action) if action.kind == wanted.kind else None
        if plan is not None:
            return plan
    raise FixError(words.CUT_SHORT if checked.reading.draft.body.truncated else words.BY_HAND)


def _carried_out(draft: Draft, plan: Plan, wanted: Wanted) -> Fix:
    if plan.respelt:
        return _respelt(draft, plan)
    in_body, in_subject = in_field(plan.taken, Field.BODY), in_field(plan.taken, Field.SUBJECT)
    return Fix(
        asks=plan.asks,
        said=plan.said,
        subject=without_words(draft.subject, in_subject, redacts=plan.redacts) if in_subject else None,
        body=_body_without(draft, in_body, redacts=plan.redacts) if in_body else None,
        above=_links(draft, plan, wanted) if plan.linked else "",
        moves=plan.moves,
        sending_at=plan.sending_at,
        detached=plan.detached,
    )


def _body_without(draft: Draft, spans: Iterable[Span], *, redacts: bool) -> str:
    source = draft.body.content
    if draft.body.format is BodyFormat.TEXT:
        return cut_text(source, cuts_in(source, spans, redacts=redacts))
    page = read_html(source)
    return cut_html(source, page, cuts_in(page.text, spans, redacts=redacts))


def _respelt(draft: Draft, plan: Plan) -> Fix:
    cuts = {
        field: [
            Cut(span.start, span.end, meant, respells=True)
            for span, meant in plan.respelt
            if span.field is field
        ]
        for field in _WRITTEN
    }
    source, in_body = draft.body.content, cuts[Field.BODY]
    is_text = draft.body.format is BodyFormat.TEXT
    return Fix(
        asks=plan.asks,
        said=plan.said,
        subject=cut_text(draft.subject, cuts[Field.SUBJECT]) if cuts[Field.SUBJECT] else None,
        body=(cut_text(source, in_body) if is_text else cut_html(source, read_html(source), in_body))
        if in_body
        else None,
    )


def _links(draft: Draft, plan: Plan, wanted: Wanted) -> str:
    """A line for each file, to stand above the message."""
    links = dict(wanted.links)
    if not all(links.get(at, "").startswith(("https://", "http://")) for at in plan.linked):
        raise FixError(words.NO_LINK)
    lines = (f'<a href="{escape(links[at])}">{escape(draft.attachments[at].name)}</a>' for at in plan.linked)
    return f"<div>{'<br>'.join(lines)}</div><br>"


def _as_fixed(draft: Draft, fix: Fix) -> Draft:
    body = draft.body if fix.body is None else replace(draft.body, content=fix.body)
    return replace(draft, subject=draft.subject if fix.subject is None else fix.subject, body=body)


def _to_the_end(draft: Draft, wanted: Wanted, road: Road, fix: Fix) -> Fix:
    """The same, once all the places beyond those that a card points at are gone as well."""
    for _ in range(_ROUNDS):
        checked = check_draft(draft, Moment.COMPOSE, road)
        cards = (a for a in checked.verdict.advice if (a.rule, a.finding.id) == (wanted.rule, wanted.finding))
        advice = next(cards, None)
        if advice is None or not any(span.field in _WRITTEN for span in advice.spans):
            break
        more = _carried_out(draft, _plan(checked, advice, wanted, road), wanted)
        draft = _as_fixed(draft, more)
        fix = replace(
            fix,
            body=fix.body if more.body is None else more.body,
            subject=fix.subject if more.subject is None else more.subject,
        )
    return fix
