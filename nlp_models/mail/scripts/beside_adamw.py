"""How far apart are the rows that `Words` and torch's own AdamW make of the same batches?

Run by a test, in the training environment; the rows are read as words are, some in every batch and some
hardly ever. Prints the largest difference, how far the rows moved, and who is quick in bfloat16.
"""

import json
import sys

import torch
from torch import nn

from nlp_models.mail.scripts.losses import is_quick_in_bfloat16
from nlp_models.mail.scripts.words import Words

ROWS, STEPS, DECAY = 60, 600, 0.01


def main() -> None:
    """Fit both to the same targets."""
    chance = torch.Generator().manual_seed(1)
    plain = nn.Embedding(ROWS, 8)
    first = plain.weight.detach().clone()
    quick = Words(nn.Embedding.from_pretrained(first.clone()), DECAY)
    optimizer = torch.optim.AdamW(plain.parameters(), lr=1e-3, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / STEPS)
    for _ in range(STEPS):
        ids = (torch.rand(5, 7, generator=chance) ** 6 * ROWS).long()
        wanted = torch.randn(5, 7, 8, generator=chance)
        for table in (plain, quick):
            (table(ids) - wanted).square().mean().backward()
        quick.step(optimizer.param_groups[0]["lr"])
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
    told = {
        "apart": (plain.weight - quick.settled().weight).abs().max().item(),
        "moved": (plain.weight - first).abs().max().item(),
        "quick": [
            is_quick_in_bfloat16(device, able)
            for device, able in (
                ("cuda", {}),
                ("cpu", {"avx512_bf16": True}),
                ("cpu", {"avx512_vnni": True, "avx512_bf16": False}),
            )
        ],
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
