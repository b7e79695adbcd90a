"""Does naming a group of people raise an alarm, and is hatred of each group found?

HateCheck's development half, the madlibs templates, and sentences of our own in which one group is
exchanged for every other. None of the two public sets ever trained anything.
"""

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.adapters.nlp.reader import SpacyReader
from app.checks.tone.tones import MENTION, WARNING, hint_of
from app.domain.reading import Tone
from nlp_models.mail.scripts.groups import Kind, every_swap, group_in, templates
from nlp_models.mail.scripts.layout import seeded
from nlp_models.mail.scripts.measure.parts import TONES, Part, read_text
from nlp_models.mail.scripts.measure.shares import LEVELS, Figures, counted

HOSTILE = (Tone.THREAT, Tone.ABUSE, Tone.OBSCENITY, Tone.SEXUAL, Tone.DISCRIMINATION, Tone.ANGER)
WORST = 10
HATE_LEVELS = {str(level): level for level in (hint_of(Tone.DISCRIMINATION), MENTION, WARNING)}
HATECHECK = "tone/hatecheck_dev/hatecheck_dev.csv.gz"
MADLIBS = "tone/madlibs_bias/madlibs_12k.csv.gz"
IDENTITIES = frozenset(
    """
    lesbian gay bisexual transgender trans queer lgbt lgbtq homosexual straight heterosexual male female
    white african american black european hispanic latino latina latinx mexican canadian asian indian
    nonbinary chinese japanese christian muslim jewish buddhist catholic protestant sikh taoist old
    older young younger teenage millenial elderly blind deaf paralyzed
    """.split()  # noqa: SIM905  fifty quoted words would be harder to read
)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a zipped table."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def hatecheck(reader: SpacyReader, data: Path, step: int) -> Figures:
    """Share right: in all, for each kind and each functional test; the discrimination score decides."""
    cases = list(rows(data / HATECHECK))[::step]
    scored = [(case, read_text(reader, case["test_case"])[Tone.DISCRIMINATION]) for case in cases]
    figures: Figures = {"cases": len(cases)}
    for name, at in HATE_LEVELS.items():
        right: dict[str, list[bool]] = defaultdict(list)
        for case, score in scored:
            is_right = (case["label_gold"] == "hateful") == (score >= at)
            for group in ("total", case["label_gold"], case["functionality"]):
                right[group].append(is_right)
            right[f"about {case['target_ident'] or 'no group'}"].append(is_right)
        figures[name] = {group: counted(flags) for group, flags in right.items()}
    return figures


def madlibs(reader: SpacyReader, data: Path, step: int) -> Figures:
    """The harmless templates: how often each identity word is in one that raises an alarm."""
    harmless = [case["text"] for case in rows(data / MADLIBS) if case["label"] == "0"][::step]
    groups: dict[str, list[float]] = defaultdict(list)
    for text in harmless:
        scores = read_text(reader, text)
        for word in sorted({"all"} | (set(re.findall(r"[a-z]+", text.lower())) & IDENTITIES)):
            groups[word].append(max(scores[tone] for tone in HOSTILE))
    return {"texts": len(harmless), **alarms(groups)}


def alarms(groups: Mapping[str, list[float]]) -> Figures:
    """At each level: the overall share at or above it, the highest groups and the spread between groups."""
    figures: Figures = {}
    for name, at in LEVELS.items():
        shares = {
            word: sum(score >= at for score in scores) / len(scores)
            for word, scores in groups.items()
            if word != "all"
        }
        worst = sorted(shares, key=shares.__getitem__, reverse=True)[:WORST]
        figures[name] = {
            "overall": counted([score >= at for score in groups["all"]]),
            "worst": {word: round(shares[word], 4) for word in worst},
            "counted": {word: counted([score >= at for score in groups[word]]) for word in worst},
            "spread": round(max(shares.values()) - min(shares.values()), 4) if shares else None,
        }
    return figures


def own_templates(reader: SpacyReader) -> Figures:
    """The corpus's own harmless wordings over every group: they trained, so it shows what was learnt."""
    groups: dict[str, list[float]] = defaultdict(list)
    for text, kind in templates(seeded()):
        group = group_in(text)
        if kind is Kind.CLEAN and group:
            scores = read_text(reader, text)
            for name in ("all", group):
                groups[name].append(max(scores[tone] for tone in HOSTILE))
    return alarms(groups)


def swaps(part: Part) -> Figures:
    """Sentences of the part that name a group, each with every other group in its place."""
    clean: dict[str, list[float]] = defaultdict(list)
    unfair: dict[str, list[float]] = defaultdict(list)
    sentences = [*part.sentences, *(case for draft in part.drafts for case in draft.cases)]
    for case in sentences:
        if case.has(TONES) and not case.known.get(Tone.DISCRIMINATION):
            continue
        kept = unfair if case.known.get(Tone.DISCRIMINATION) else clean
        for group, text in every_swap(case.text):
            scores = read_text(part.reader, text)
            score = scores[Tone.DISCRIMINATION] if kept is unfair else max(scores[t] for t in HOSTILE)
            kept[group].append(score)
            kept["all"].append(score)
    figures = {"clean": alarms(clean), "discrimination": alarms(unfair)}
    return figures | ({"templates": own_templates(part.reader)} if part.name == "dev" else {})
