"""Which figures does README tell?

A choice of what was measured, each beside what was asked for: of the language model from
`nlp_models/mail/metrics`, of the rules from their cards, of the cost beside others from
`bench/results/beside.md`. They stand in README between two marks, so that no number is typed by hand.
"""

from collections.abc import Iterator
from pathlib import Path

from app.domain.accuracy import AccuracyCard
from nlp_models.mail.scripts.cards.markdown import of, percent, table
from nlp_models.mail.scripts.measure.record import recorded
from nlp_models.mail.scripts.measure.shares import Figures

OPEN, CLOSE = "<!-- figures -->\n", "<!-- /figures -->\n"
BESIDE = Path(__file__).parents[1] / "bench/results/beside.md"
TOLD_BESIDE = (
    "Sendwell, all checks, cold",
    "Sendwell, one sentence changed",
    "Presidio analyser, UK recognisers, our names",
    "floor: our mail model alone",
)
"""Rows of the table beside others."""


def readme(text: str, rules: list[AccuracyCard]) -> str:
    """README with its figures written anew."""
    before, _, rest = text.partition(OPEN)
    _, mark, after = rest.partition(CLOSE)
    if not mark:
        message = (
            f"README has no {OPEN.strip()} … {CLOSE.strip()}: put the two marks where its figures belong."
        )
        raise SystemExit(message)
    judged = table(["what", "measured", "asked for"], _judged(rules))
    return f"{before}{OPEN}\n{judged}\n{_beside()}\n{CLOSE}{after}"


def _judged(rules: list[AccuracyCard]) -> Iterator[list[str]]:
    road, names, secrets = (_figures(subject, "test") for subject in ("road", "names", "secrets"))
    mails, cost = _figures("mails", "public"), _figures("cost", "public")
    stories, told = road["stories"], secrets["mails"]
    yield ["office mail with a fault of tone: found", of(road["faulty_right_advice"]), "90 %"]
    yield ["clean office mail: warned", of(road["clean_warned"]), "3 %"]
    yield ["real American office mail: warned", of(mails["warned"]), "5 %"]
    yield ["stories about one person: precision; recall", _pair(stories), "90; 85 %"]
    yield ["passwords and codes told or asked for: precision; recall", _pair(told), "95; 95 %"]
    public = _figures("names", "public")["email, whole mails, with the rules beside it"]
    yield ["names of people in e-mail: precision; recall", _pair(public), "92; 90 %"]
    gap = names["road"]["by_origin"]["gap"]
    yield ["the same children by other names: largest gap", f"{100 * gap:.1f} points", "5"]
    yield ["language model on 309 words, CPU, nothing kept", f"{cost['cold_cpu_ms']['p50']:.1f} ms", "45 ms"]
    spoke, right = (sum(getattr(card.precision, part) for card in rules) for part in ("of", "hits"))
    heard, due = (sum(getattr(card.recall, part) for card in rules) for part in ("hits", "of"))
    yield [
        f"{len(rules)} rules, on hits and near misses: right when they speak; speak when they should",
        f"{100 * right / spoke:.1f}; {100 * heard / due:.1f} %",
        "",
    ]


def _pair(found: Figures) -> str:
    return f"{percent(found['precision'])}; {percent(found['recall'])}"


def _figures(subject: str, part: str) -> Figures:
    found: Figures = recorded(subject)[part]["figures"]
    return found


def _beside() -> str:
    """The chosen rows of the cost beside others."""
    lines = [line for line in BESIDE.read_text("utf-8").splitlines() if line.startswith("|")]
    chosen = [line for line in lines[2:] if line.split("|")[1].strip() in TOLD_BESIDE]
    return table(
        ["300 words, every check, one core", "CPU ms, median", "95th", "drafts a second"],
        [[cell.strip() for cell in line.split("|")[1:5]] for line in chosen],
    )
