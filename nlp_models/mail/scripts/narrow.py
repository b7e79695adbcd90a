"""Which heads and neurons of a fitted encoder can be left out?

How much one matters is the Fisher information of a mask over it: the square of the loss's slope along its own
output, summed over the pieces of a sentence, over some thousand training sentences (Kwon et al. 2022). The
most important of each layer are kept; fitting goes on with them. (As many in each layer: to choose from all
layers together left the upper ones with too few.)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from nlp_models.mail.scripts.encoder import HEAD, Encoder, from_state


@dataclass(frozen=True, slots=True)
class Importance:
    """Of one layer's heads and inner neurons."""

    heads: Tensor
    neurons: Tensor


def narrowed(encoder: Encoder, weighed: list[Importance], heads: int, neurons: int) -> Encoder:
    """A new encoder with so many heads and inner neurons of each layer, the most important."""
    state = dict(encoder.state_dict())

    def keep(layer: str, parts: tuple[str, ...], after: str, kept: Tensor) -> None:
        for name in (f"{layer}.{part}.{kind}" for part in parts for kind in ("weight", "bias")):
            state[name] = state[name][kept]
        state[f"{layer}.{after}.weight"] = state[f"{layer}.{after}.weight"][:, kept]

    for place, important in enumerate(weighed):
        of_heads = _most(important.heads, heads)[:, None] * HEAD + torch.arange(HEAD)
        keep(f"layers.{place}", ("query", "key", "value"), "attended", of_heads.flatten())
        keep(f"layers.{place}", ("inner",), "outer", _most(important.neurons, neurons))
    return from_state(state)


def _most(important: Tensor, count: int) -> Tensor:
    return important.topk(min(count, len(important))).indices.sort().values


def importance(encoder: Encoder, losses: Iterable[Tensor]) -> list[Importance]:
    """Of each layer; `losses` are computed as they are asked for, each of a few sentences."""
    encoder.eval()
    parts = [part for layer in encoder.layers for part in (layer.attended, layer.outer)]
    outputs: dict[int, Tensor] = {}
    sums = [torch.zeros(part.in_features) for part in parts]

    def note(place: int) -> Callable[[nn.Module, tuple[Tensor]], None]:
        def hook(_: nn.Module, given: tuple[Tensor]) -> None:
            given[0].retain_grad()
            outputs[place] = given[0]

        return hook

    hooks = [part.register_forward_pre_hook(note(place)) for place, part in enumerate(parts)]
    for loss in losses:
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        for place, output in outputs.items():
            if output.grad is not None:
                slopes = (output * output.grad).float().sum(1).detach().cpu()
                if place % 2 == 0:
                    slopes = slopes.unflatten(1, (-1, HEAD)).sum(2).repeat_interleave(HEAD, 1)
                sums[place] += slopes.square().sum(0)
        encoder.zero_grad()
    for hook in hooks:
        hook.remove()
    return [Importance(sums[at][::HEAD], sums[at + 1]) for at in range(0, len(sums), 2)]
