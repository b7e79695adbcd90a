"""How does a verdict become a reply?"""

from app.api.schemas import (
    AccuracyReply,
    ActionReply,
    AdviceReply,
    AlternativeReply,
    AnswerReply,
    AudienceReply,
    CheckReply,
    CitationReply,
    ClauseReply,
    IssueReply,
    QuestionReply,
    ReasonReply,
    RewordingReply,
    RouteReply,
    SetAsideReply,
    ShareReply,
    SpanReply,
    UncheckedReply,
    VersionsReply,
)
from app.compose.checked import Checked
from app.compose.fix.offer import NOT_OFFERED, Offered
from app.compose.summary import summarise
from app.domain.accuracy import Share
from app.domain.audience import Audience
from app.domain.verdict import Action, Advice, Clause, NextIssue, Question, Route
from app.policy.step_down import Accuracy


def to_reply(checked: Checked) -> CheckReply:
    """The reply of the contract, version 1."""
    verdict, versions = checked.verdict, checked.versions
    return CheckReply(
        verdict=verdict.severity,
        advice=[_advice(n, advice, checked) for n, advice in enumerate(verdict.advice)],
        route=_route(verdict.route),
        audience=_audience(checked.reading.audience),
        not_checked=[UncheckedReply(check=u.check, reason=u.reason) for u in verdict.not_checked],
        set_aside=[
            SetAsideReply(why=one.why, advice=_advice(len(verdict.advice) + n, one.advice, checked))
            for n, one in enumerate(verdict.set_aside)
        ],
        summary=summarise(checked.reading.audience, verdict, checked.reading.draft.readership),
        versions=VersionsReply(
            app=versions["app"],
            policy=versions["policy"],
            models={name: said for name, said in versions.items() if name not in {"app", "policy"}},
        ),
        elapsed_ms=round(checked.elapsed_ms, 1),
    )


def issue_reply(issue: NextIssue) -> IssueReply:
    """An issue of the bulletin."""
    return IssueReply(number=issue.number, goes_out=issue.goes_out, cut_off=issue.cut_off)


def _clause(clause: Clause) -> ClauseReply:
    return ClauseReply(source=clause.source, title=clause.title, section=clause.section, quote=clause.quote)


def _advice(at: int, advice: Advice, checked: Checked) -> AdviceReply:
    finding = advice.finding
    return AdviceReply(
        id=f"a{at + 1}",
        check=finding.check,
        finding=finding.id,
        rule=advice.rule,
        severity=advice.severity,
        confidence=finding.confidence,
        mode=advice.mode,
        title=advice.title,
        message=advice.message,
        clause=_clause(advice.clause),
        spans=[
            SpanReply(field=s.field.value, start=s.start, end=s.end, excerpt=s.excerpt, primary=n == 0)
            for n, s in enumerate(map(checked.in_plain, advice.spans))
        ],
        actions=[
            _action(action, offered)
            for n, action in enumerate(advice.actions)
            if not (offered := checked.offers.get((at, n), NOT_OFFERED)).is_done
        ],
        rewordings=[
            RewordingReply(field=r.field.value, start=r.start, end=r.end, words=r.words, text=r.text)
            for r in checked.rewordings.get(at, ())
        ],
        also=[CitationReply(rule=c.rule, clause=_clause(c.clause)) for c in advice.also],
        accuracy=accuracy_reply(checked.accuracy(advice.rule)),
        answer_key=advice.answer,
        attach_key=checked.attach_key if advice.answer and checked.is_reviewed(advice) else "",
    )


def _action(action: Action, offered: Offered) -> ActionReply:
    return ActionReply(
        kind=action.kind,
        label=action.label,
        href=action.href or None,
        asks=offered.asks,
        chooses=[field.value for field in offered.chooses],
    )


def accuracy_reply(known: Accuracy) -> AccuracyReply | None:
    """How often a rule is right; nothing where nobody knows."""
    card, measured = known.card, known.measured
    if card is None and known.called_wrong is None and known.stepped_down is None:
        return None
    return AccuracyReply(
        precision=_share(card.precision if card else None),
        recall=_share(card.recall if card else None),
        drafts=card.drafts if card else 0,
        data=[data.name for data in measured.data] if measured else [],
        measured_on=measured.on if measured else None,
        app=measured.app if measured else "",
        model=measured.model if measured else "",
        misses=card.misses if card else "",
        wrong_rate=_share(known.called_wrong),
        stepped_down=" ".join(known.stepped_down.why) if known.stepped_down else "",
    )


def _share(share: Share | None) -> ShareReply | None:
    if share is None or share.rate is None:
        return None
    low, high = share.interval
    rate, low, high = (round(figure, 3) for figure in (share.rate, low, high))
    return ShareReply(hits=share.hits, of=share.of, rate=rate, low=low, high=high)


def _route(route: Route) -> RouteReply:
    return RouteReply(
        channel=route.channel,
        reasons=[
            ReasonReply(message=r.message, clause=_clause(r.clause) if r.clause else None)
            for r in route.reasons
        ],
        issue=issue_reply(route.issue) if route.issue else None,
        alternatives=[AlternativeReply(channel=a.channel, message=a.message) for a in route.alternatives],
        officers=list(route.officers),
        question=_question(route.question) if route.question else None,
    )


def _question(question: Question) -> QuestionReply:
    answers = [AnswerReply(channel=a.channel, label=a.label) for a in question.answers]
    return QuestionReply(doubt=question.doubt, asks=question.asks, answers=answers)


def _audience(audience: Audience) -> AudienceReply:
    phases = [phase.value for phase in audience.phases]
    return AudienceReply.model_validate({**audience.counts, "phases": phases})
