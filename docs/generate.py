"""Which pages are made from the code?

``python -m docs.generate`` writes ``docs/checks.md``, ``docs/rules.md``, ``docs/settings.md``,
``docs/cards.md``, ``docs/coverage.md``, ``docs/security/asvs.md``, ``docs/openapi.json`` and the figures
in ``README.md``; ``make check`` fails when they differ from what is committed.
"""

import inspect
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from app.checks import CHECKS
from app.domain.accuracy import Share
from app.main import create_app
from app.policy.cards import Cards
from app.policy.coverage import CoveredClause, Standing
from app.policy.pack import Pack, parse_pack
from app.policy.policy import Policy
from app.policy.step_down import Evidence, loudness
from app.policy_owner.tell_accuracy import share_in_words
from app.settings import PREFIX, Settings, load_settings
from app.wiring.installation import Installation
from docs.figures import readme

DOCS = Path(__file__).parent
README = DOCS.parent / "README.md"


def checks_page() -> str:
    """Every check: what it sees, what it does not see, its findings."""
    parts = ["# Checks", "", "Made from the code by `make docs`.", ""]
    for check in CHECKS:
        module = sys.modules[check.look.__module__]
        parts += [f"## {check.id}", "", inspect.cleandoc(module.__doc__ or ""), ""]
        parts += ["| finding | meaning |", "| --- | --- |"]
        parts += [f"| `{check.id}/{kind}` | {meaning} |" for kind, meaning in check.kinds.items()]
        parts.append("")
    return "\n".join(parts)


def rules_page(packs: tuple[Pack, ...]) -> str:
    """Every rule of every pack, with its clause."""
    parts = ["# Rules", "", "Made from the packs by `make docs`.", ""]
    for pack in packs:
        parts += [f"## {pack.id}: {pack.title}", ""]
        parts += ["| rule | listens to | speaks | clause |", "| --- | --- | --- | --- |"]
        for rule in pack.rules:
            loud = " / ".join(dict.fromkeys(step.severity.value for step in rule.steps))
            heard = "<br>".join(f"`{finding}`" for finding in rule.listens)
            clause = f"{rule.clause.section}: “{rule.clause.quote}”"
            looked = ", reviewed" if rule.is_reviewed else ""
            parts.append(f"| `{rule.id}` | {heard} | {loud} ({rule.mode.value}{looked}) | {clause} |")
        parts.append("")
    return "\n".join(parts)


def cards_page(packs: tuple[Pack, ...], cards: Cards) -> str:
    """What was measured of every rule, and what follows from it."""
    made = Policy(packs, evidence=Evidence(cards))
    parts = [
        "# How often each rule is right",
        "",
        "Made from the measured cards by `make docs`; `python -m bench.rule_cards --write` measures them.",
        "[ADR 19](decisions/0019-a-rule-that-is-wrong-steps-down.md) says what follows below the bar.",
        "Behind each share stands its 95 % interval. Near misses are made to look alike, so a rule is right",
        "more often in ordinary mail than here.",
        "",
    ]
    if cards.measured:
        parts.append(
            f"Measured on {cards.measured.on:%d/%m/%Y} with Sendwell {cards.measured.app} and the model"
            f" {cards.measured.model}."
        )
        parts += [f"- `{d.name}`: {d.drafts} drafts, sha256 `{d.sha256}`" for d in cards.measured.data]
    parts += [
        "",
        "| rule | at most it | right when it speaks | speaks when it should | drafts | known to miss |",
    ]
    parts.append("| --- | --- | --- | --- | ---: | --- |")
    for rule in (rule for pack in packs for rule in pack.rules):
        known = made.accuracy(rule.id)
        loud = loudness(rule).value
        if down := known.stepped_down:
            loud = f"**{down.now.value}**, as written {down.written.value}"
        if card := known.card:
            figures = [_counted(card.precision), _counted(card.recall), str(card.drafts), card.misses]
        else:
            figures = ["–", "–", "–", cards.unmeasured.get(rule.id, "Changed since it was measured.")]
        parts.append(f"| `{rule.id}` | {loud} | {' | '.join(figures)} |")
    return "\n".join([*parts, ""])


def _counted(share: Share) -> str:
    return f"{share.hits} of {share.of}: {share_in_words(share)}" if share.of else "–"


def settings_page() -> str:
    """Every setting with its default."""
    parts = ["# Settings", "", "Made from the code by `make docs`. Lists are written with commas.", ""]
    parts += ["| variable | default | what |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        parts.append(f"| `{PREFIX}{name.upper()}` | {_default(field.default)} | {field.description} |")
    return "\n".join([*parts, ""])


def _default(value: object) -> str:
    root = str(DOCS.parent)
    if value is None or value == ():
        return "not set"
    said = ",".join(value) if isinstance(value, tuple) else str(value)
    return f"`{said.replace(root + '/', '')}`"


def coverage_page(covered: Mapping[str, Sequence[CoveredClause]], packs: Sequence[Pack]) -> str:
    """Every clause of every source and what becomes of it."""
    titles = {pack.id: f"{pack.title} ({pack.document})" for pack in packs}
    parts = [
        "# What becomes of each clause",
        "",
        "Made from the packs by `make docs`. A clause is one of these.",
        "",
    ]
    parts += [f"- **{s.value}**: {_MEANS[s]}" for s in Standing]
    parts += [
        "",
        f"| source | {' | '.join(s.value for s in Standing)} | all |",
        f"| --- |{' ---: |' * (len(Standing) + 1)}",
    ]
    rows = {pack: [sum(c.standing is s for c in found) for s in Standing] for pack, found in covered.items()}
    rows["all"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    parts += [f"| {name} | {' | '.join(map(str, row))} | {sum(row)} |" for name, row in rows.items()]
    for pack, found in covered.items():
        parts += [
            "",
            f"## {titles[pack]}",
            "",
            "| clause | in its words | stands | by, or why |",
            "| --- | --- | --- | --- |",
        ]
        parts += [
            f"| `{c.id}` | {c.section}: “{c.quote}” | {c.standing.value} | {c.how or f'rule `{c.id}`'} |"
            for c in found
        ]
    return "\n".join(parts) + "\n"


_MEANS = {
    Standing.ENFORCED: "a rule speaks for it",
    Standing.TRIAL: "a rule listens, and nobody is shown what it would say",
    Standing.SUPPORTED: "another part of Sendwell does what it asks",
    Standing.EXPLAINED: "a card or a page tells people of it",
    Standing.OUTSIDE: "a mail assistant cannot, or should not, do anything about it",
    Standing.NOT_YET: "it is to be done, and is not",
}


_STANDARD = "https://owasp.org/www-project-application-security-verification-standard/"
_STANDS = {
    "met": "it holds, and a test or a page shows it",
    "open": "something is missing, and it says what",
    "n/a": "it does not apply, and it says why",
}


def asvs_page(text: str) -> str:
    """What OWASP's ASVS asks, from its data: counted at the head, one table a chapter."""
    chapters = yaml.safe_load(text)
    counts = {
        name: [sum(row[2] == stands for row in rows.values()) for stands in _STANDS]
        for name, rows in chapters.items()
    }
    counts["all"] = [sum(column) for column in zip(*counts.values(), strict=True)]
    parts = [
        "# How Sendwell stands to OWASP’s ASVS 5.0, levels 1 and 2",
        "",
        "Made from `asvs.yaml` by `make docs`. Numbers and levels are those of the",
        f"[Application Security Verification Standard 5.0.0]({_STANDARD})",
        "(OWASP, CC BY-SA 4.0); the words are ours and much shorter. Nobody outside has looked at this: it",
        "is our own judgement, with what shows each row. [threat-model.md](threat-model.md) says against",
        "whom, and [decisions.md](decisions.md) what was decided.",
        "",
        *(f"- **{stands}**: {meaning}" for stands, meaning in _STANDS.items()),
        "",
        f"| chapter | {' | '.join(_STANDS)} | all |",
        f"| --- |{' ---: |' * (len(_STANDS) + 1)}",
        *(f"| {name} | {' | '.join(map(str, row))} | {sum(row)} |" for name, row in counts.items()),
    ]
    for name, rows in chapters.items():
        parts += ["", f"## {name}", "", "| | level | asks | stands | how | shown by |"]
        parts += ["| --- | ---: | --- | --- | --- | --- |"]
        for number, (level, asks, stands, how, *shown) in rows.items():
            proof = "<br>".join(_shown(one) for one in (shown[0] if shown else ()))
            parts.append(f"| {number} | {level} | {asks} | {stands} | {how} | {proof} |")
    return "\n".join([*parts, ""])


def _shown(proof: str) -> str:
    """A test as it is called; a page as a link."""
    if proof.startswith("docs/"):
        there = proof.removeprefix("docs/security/")
        where = there if there != proof else f"../{proof.removeprefix('docs/')}"
        return f"[{there.removeprefix('docs/')}]({where})"
    return f"`{proof}`"


def main() -> None:
    """Write the pages."""
    made = Installation(load_settings({}))
    packs = tuple(parse_pack(text, name) for name, text in made.policy.shipped.items())
    pages = {"checks": checks_page(), "rules": rules_page(packs), "settings": settings_page()}
    pages["cards"] = cards_page(packs, made.policy.cards)
    pages["coverage"] = coverage_page(made.policy.coverage(packs), packs)
    for name, text in pages.items():
        (DOCS / f"{name}.md").write_text(text, encoding="utf-8")
    judged = Policy(packs, evidence=Evidence(made.policy.cards))
    cards = [judged.accuracy(rule.id).card for pack in packs for rule in pack.rules]
    front = readme(README.read_text(encoding="utf-8"), [card for card in cards if card])
    README.write_text(front, encoding="utf-8")
    asvs = (DOCS / "security" / "asvs.yaml").read_text(encoding="utf-8")
    (DOCS / "security" / "asvs.md").write_text(asvs_page(asvs), encoding="utf-8")
    with tempfile.TemporaryDirectory() as data:
        document = create_app(load_settings({}, data=Path(data))).openapi()
    (DOCS / "openapi.json").write_text(
        json.dumps(document, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
