"""How do the figures of the encoder look in its card?"""

from typing import Any

START, END = "<!-- figures -->\n", "<!-- /figures -->\n"


def filled(card: str, found: dict[str, Any]) -> str:
    """The card with the figures in it."""
    before, _, rest = card.partition(START)
    mean, low, high = found["cosine"]
    rows = {
        "packaged files": f"{found['mb']} MB",
        "loading, CPU": f"{found['load_s']} s",
        f"an item (median of {found['words']} words), with each of its words, CPU, median": (
            f"{found['item_ms']} ms"
        ),
        f"its vectors beside those of the published weights, cosine, {found['items']} items: mean (95 %)": (
            f"{mean:.4f} ({low:.4f}–{high:.4f})"
        ),
        "the same, least": f"{found['least']:.4f}",
    }
    table = "".join(f"| {what} | {shown} |\n" for what, shown in {"": "", "---": "---:", **rows}.items())
    day = "/".join(reversed(found["date"].split("-")))
    said = f"Version {found['version']}, `meaning.onnx` {found['sha256'][:12]}, measured on {day}.\n"
    return f"{before}{START}\n{table}\n{said}\n{END}{rest.partition(END)[2]}"
