"""What does somebody see who checks such a draft?

The whole road (checks, policy) with the sample organisation: the advice of the tone checks on the drafts of a
part, and all advice on the real e-mails of the English Web Treebank, mail by mail.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.adapters.nlp.reader import SpacyReader
from app.checks.tone.tones import WARNING
from app.compose.check_draft import Road, check_draft
from app.compose.checked import Checked
from app.domain.calendar import LONDON
from app.domain.draft import Body, Draft, Field, Mailbox, Moment
from app.domain.verdict import Advice, Severity
from app.settings import load_settings
from app.wiring.installation import Installation
from bench.stories import STORY as TELLS_A_STORY
from bench.tone import RIGHT, TONE_CHECKS, recipients, warns_of_tone
from nlp_models.mail.scripts.held_out import TreebankMail
from nlp_models.mail.scripts.measure.parts import STORY, TONES, ReadDraft
from nlp_models.mail.scripts.measure.shares import Figures, counted, precision_recall

OWN = "wealdshire.example"
MORNING = datetime(2026, 11, 17, 10, tzinfo=LONDON)


@contextmanager
def road(reader: SpacyReader) -> Iterator[Road]:
    """The main road of a fresh sample installation, with this reader."""
    with tempfile.TemporaryDirectory() as data:
        made = Installation(load_settings({}, data=Path(data), own_domains=(OWN,)))
        made.import_sample()
        whole = made.road(keeps_records=False)
        yield replace(whole, around=replace(whole.around, reader=reader))


def written(subject: str, body: str, to: str = "partner") -> Draft:
    """A draft on a working morning to those whom a word of a `to:` line means."""
    return Draft(
        subject,
        Body(body),
        MORNING,
        Mailbox(f"p.shah@{OWN}", "P Shah"),
        recipients(to),
        shows_attachments=False,  # the corpus and the treebank have lost the attached files
    )


def checked(road: Road, subject: str, body: str, to: str = "partner") -> Checked:
    """What is said of such a draft."""
    return check_draft(written(subject, body, to), Moment.COMPOSE, road)


def drafts(road: Road, read: Sequence[ReadDraft]) -> Figures:
    """Advice of the tone checks, at any severity and at warn or above."""
    spoken: dict[bool, list[list[Advice]]] = {True: [], False: []}
    rules: dict[str, int] = {}
    stories: list[bool] = []
    right: list[bool] = []
    for draft in read:
        filled = draft.filled
        verdict = checked(road, filled.subject, filled.text, filled.written.headers["to"]).verdict
        stories.append(any(f.id in TELLS_A_STORY for piece in verdict.advice for f in piece.findings))
        advice = [p for p in verdict.advice if any(f.check in TONE_CHECKS for f in p.findings)]
        is_faulty = draft.whole.has(TONES)
        spoken[is_faulty].append(advice)
        if is_faulty:
            wanted = frozenset().union(*(RIGHT[tone] for tone in TONES if draft.whole.known[tone]))
            right.append(any(f.id in wanted for piece in advice for f in piece.findings))
        else:
            loud = [piece.finding.id for piece in advice if warns_of_tone(piece)]
            rules.update({name: rules.get(name, 0) + 1 for name in loud})

    def share(of: list[list[Advice]], *, loud: bool = False) -> Figures:
        return counted([any(map(warns_of_tone, advice)) if loud else bool(advice) for advice in of])

    return {
        "faulty_right_advice": counted(right),
        "faulty_any_advice": share(spoken[True]),
        "faulty_warned": share(spoken[True], loud=True),
        "clean_any_advice": share(spoken[False]),
        "clean_warned": share(spoken[False], loud=True),
        "clean_warned_by": dict(sorted(rules.items())),
        "stories": precision_recall([bool(draft.whole.known[STORY]) for draft in read], stories),
    }


def mails(road: Road, found: Sequence[TreebankMail]) -> Figures:
    """Every real mail at warn or above: which finding or tone, and in which sentence of the treebank."""
    hits = []
    warned = toned = 0
    for mail in found:
        result = checked(road, "Our conversation", mail.text)
        loud = [piece for piece in result.verdict.advice if piece.severity >= Severity.WARN]
        tones = [
            {"label": str(tone.value), "score": round(score, 3), "sentence": mail.sentence_at(sentence.start)}
            for sentence in result.reading.sentences
            for tone, score in sentence.tone.items()
            if score >= WARNING
        ]
        warned += bool(loud)
        toned += bool(tones)
        if loud or tones:
            hits.append({"mail": mail.id, "advice": [_told(mail, piece) for piece in loud], "tones": tones})
    return {
        "mails": len(found),
        "warned": counted([True] * warned + [False] * (len(found) - warned)),
        "tone_warned": counted([True] * toned + [False] * (len(found) - toned)),
        "hits": hits,
    }


def _told(mail: TreebankMail, advice: Advice) -> Figures:
    places = [span.start for span in advice.finding.spans if span.field is Field.BODY]
    return {
        "finding": advice.finding.id,
        "severity": advice.severity.value,
        "sentences": sorted({mail.sentence_at(place) for place in places}),
    }
