"""How are the encoder and its heads fitted?

Three stages over `build/table.jsonl`. Stage `public` learns tone and names from the public sources, the seed
and the templates about groups; stage `office` goes on from there with the office mail of the corpus,
repeated, and a sample of the rest; stage `narrow` keeps the heads and neurons that matter and learns the same
again, with what `office` says at its side (distillation). Fixed seeds, and the arithmetic in which the device
is quick: the same kind of processor gives the same weights. A GPU is used where there is one.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from nlp_models.mail.scripts.encoder import Encoder, from_published, from_state
from nlp_models.mail.scripts.layout import BUILD, labels, seeded, settings, whole_file
from nlp_models.mail.scripts.losses import (
    DEVICE,
    given,
    heard,
    of_labels,
    of_names,
    of_teacher,
    positive_weights,
)
from nlp_models.mail.scripts.narrow import importance, narrowed
from nlp_models.mail.scripts.rows import Row, batches, load_rows
from nlp_models.mail.scripts.words import Words

BEFORE = {"office": "public", "narrow": "office"}
"""The stage that each later one goes on from."""
DECAY = 0.01


def fit(
    encoder: Encoder, rows: list[Row], plan: dict[str, Any], chance: random.Random, teacher: Encoder | None
) -> None:
    """Run one stage in place."""
    words = encoder.words = Words(encoder.words, DECAY)
    heads = [
        parameter for name, parameter in encoder.named_parameters() if name.startswith(("head.", "names."))
    ]
    body = [
        parameter
        for name, parameter in encoder.named_parameters()
        if not name.startswith(("head.", "names."))
    ]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": plan["rate"]}, {"params": heads, "lr": plan["head_rate"]}],
        weight_decay=DECAY,
        fused=True,
    )
    total = int(-(-len(rows) // plan["batch"]) * plan["epochs"])
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.06 * total), max(0.02, (total - step) / total))
    )
    weights = positive_weights(rows, plan["weight_cap"]).to(DEVICE)
    encoder.train()
    done, running, started = 0, [0.0, 0.0, 0.0], time.monotonic()
    while done < total:
        for chosen in batches(rows, plan["batch"], chance):
            batch = given(chosen)
            said = heard(encoder, batch)
            parts = [of_labels(said, batch, weights, plan["smoothing"]), of_names(said, batch)]
            if teacher is not None:
                parts.append(of_teacher(said, batch, teacher))
            torch.stack(parts).sum().backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            torch.nn.utils.clip_grad_norm_([*body, *heads, words.read], 1.0)
            words.step(optimizer.param_groups[0]["lr"])
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            running = [old + (new.item() - old) * 0.02 for old, new in zip(running, parts, strict=False)]
            done += 1
            if done % 50 == 0:
                left = (time.monotonic() - started) / done * (total - done)
                shown = ", ".join(f"{loss:.4f}" for loss in running)
                sys.stdout.write(f"{done}/{total} labels, names, teacher: {shown}; {left:.0f} s left\n")
                sys.stdout.flush()
            if done >= total:
                break
    encoder.words = words.settled()


def narrow_of(teacher: Encoder, rows: list[Row], plan: dict[str, Any], chance: random.Random) -> Encoder:
    """The teacher with only those heads and neurons that matter most for the rows."""
    weights = positive_weights(rows, plan["weight_cap"]).to(DEVICE)

    def losses() -> Iterator[Tensor]:
        for chosen in batches(chance.sample(rows, min(plan["weighed"], len(rows))), plan["batch"], chance):
            batch = given(chosen)
            said = heard(teacher, batch)
            yield of_labels(said, batch, weights, plan["smoothing"]) + of_names(said, batch)

    return narrowed(teacher, importance(teacher, losses()), plan["heads"], plan["neurons"])


def begun(stage: str, rows: list[Row], chance: random.Random) -> tuple[Encoder, Encoder | None]:
    """The encoder that a stage starts from, and its teacher."""
    config = settings()
    if stage == "public":
        return from_published(config["layers"], len(labels())).to(DEVICE), None
    before = from_state(torch.load(BUILD / f"{BEFORE[stage]}.pt", weights_only=True)).to(DEVICE)
    if stage == "office":
        return before, None
    return narrow_of(before, rows, config[stage], chance).to(DEVICE), before.eval()


def main() -> None:
    """Fit the stages asked for; each leaves its weights in `build/`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stages", nargs="*", default=["public", *BEFORE])
    parser.add_argument("--threads", type=int, default=os.environ.get("OMP_NUM_THREADS", "2"))
    asked = parser.parse_args()
    config = settings()
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # or a GPU's products may differ by run
    torch.set_num_threads(asked.threads)
    torch.use_deterministic_algorithms(mode=True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # a tenth of the time, and nothing reads it
    torch.set_flush_denormal(True)  # some processors take ten times as long over numbers next to nothing
    for stage in asked.stages:
        with whole_file(f"{stage}.pt") as part:
            torch.manual_seed(config["seed"])
            chance = seeded()
            rows = load_rows(stage, chance)
            encoder, teacher = begun(stage, rows, chance)
            sys.stdout.write(f"stage {stage}: {len(rows)} rows\n")
            sys.stdout.flush()
            fit(encoder, rows, config[stage], chance, teacher)
            torch.save(encoder.cpu().state_dict(), part)


if __name__ == "__main__":
    main()
