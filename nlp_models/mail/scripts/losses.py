"""How far is what an encoder says from what is known, and from what its teacher says?

The loss counts only what a source asserts: cells of labels, tags of pieces. The teacher is heard wherever no
source says that it is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from nlp_models.mail.scripts.encoder import Encoder
from nlp_models.mail.scripts.rows import UNTAGGED, Row

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def is_quick_in_bfloat16(device: str, able: Mapping[str, Any]) -> bool:
    """Whether a device multiplies in bfloat16 itself; a processor that cannot is thrice as slow in it."""
    return device == "cuda" or any(able.get(way) for way in ("amx_bf16", "avx512_bf16", "bf16"))


SHORT = is_quick_in_bfloat16(DEVICE, torch.cpu.get_capabilities())


def padded(lists: list[list[int]], filler: int) -> Tensor:
    """Lists as one table, filled up at their ends."""
    longest = max(len(row) for row in lists)
    return torch.tensor([row + [filler] * (longest - len(row)) for row in lists], device=DEVICE)


def positive_weights(rows: list[Row], most: float) -> Tensor:
    """Square root of absent over present for each label, at most `most`."""
    targets = torch.tensor([row.targets for row in rows])
    known = torch.tensor([row.known for row in rows])
    present = targets.sum(0).clamp(min=1)
    absent = ((1 - targets) * known).sum(0)
    return (absent / present).sqrt().clamp(1, most)


@dataclass(frozen=True, slots=True)
class Given:
    """A batch as tensors."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    targets: Tensor
    known: Tensor
    tags: Tensor


def given(batch: list[Row]) -> Given:
    """The rows of a batch, filled up to one length."""
    return Given(
        padded([row.ids for row in batch], 0),
        padded([row.shapes for row in batch], 0),
        padded([[1] * len(row.ids) for row in batch], 0).bool(),
        torch.tensor([row.targets for row in batch], device=DEVICE),
        torch.tensor([row.known for row in batch], device=DEVICE),
        padded([row.tags for row in batch], UNTAGGED),
    )


@dataclass(frozen=True, slots=True)
class Heard:
    """What an encoder makes of a batch."""

    states: Tensor
    logits: Tensor
    tags: Tensor


def heard(encoder: Encoder, batch: Given) -> Heard:
    """Run it."""
    with torch.autocast(DEVICE, dtype=torch.bfloat16, enabled=SHORT):
        states = encoder.read(batch.ids, batch.shapes, batch.mask)
        logits, tags = encoder.said(states, batch.mask)
    return Heard(states.float(), logits.float(), tags.float())


def of_labels(said: Heard, batch: Given, weights: Tensor, smoothing: float) -> Tensor:
    """The mean loss of the known cells."""
    targets = batch.targets * (1 - 2 * smoothing) + smoothing
    cells = functional.binary_cross_entropy_with_logits(
        said.logits, targets, pos_weight=weights, reduction="none"
    )
    return (cells * batch.known).sum() / batch.known.sum().clamp(min=1)


def of_names(said: Heard, batch: Given) -> Tensor:
    """The mean loss of the tagged words."""
    if not bool((batch.tags != UNTAGGED).any()):
        return torch.zeros((), device=DEVICE)
    return functional.cross_entropy(said.tags.flatten(0, 1), batch.tags.flatten(), ignore_index=UNTAGGED)


def of_teacher(said: Heard, batch: Given, teacher: Encoder) -> Tensor:
    """How far from the teacher, in labels, tags and states, where no source says that it is wrong."""
    with torch.no_grad():
        taught = heard(teacher, batch)
    sure = taught.logits.sigmoid()
    right = 1 - batch.known * ((sure - batch.targets).abs() > 0.5)  # noqa: PLR2004  as likely as not
    cells = functional.binary_cross_entropy_with_logits(said.logits, sure, reduction="none")
    named = batch.mask & ((batch.tags == UNTAGGED) | (batch.tags == taught.tags.argmax(-1)))
    tags = functional.cross_entropy(
        said.tags.transpose(1, 2), taught.tags.softmax(-1).transpose(1, 2), reduction="none"
    )
    apart = (said.states - taught.states).square().mean(-1)
    return (
        (cells * right).sum() / right.sum()
        + (tags * named).sum() / named.sum().clamp(min=1)
        + (apart * batch.mask).sum() / batch.mask.sum()
    )
