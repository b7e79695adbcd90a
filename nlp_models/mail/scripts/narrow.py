"""Which neurons of a fitted encoder can be left out?

A layer's inner product holds two thirds of its weights, and few of its neurons matter for what we ask. How
much each matters is the Fisher information of a mask over it: the square of the loss's slope along its own
output, summed over the pieces of a sentence, over some thousand training sentences (Kwon et al. 2022). The
most important of each layer are kept; fitting goes on with them. (As many in each layer: to choose from all
layers together left the upper ones with too few.)
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

from nlp_models.mail.scripts.encoder import Encoder, from_state


def narrowed(encoder: Encoder, importance: list[Tensor], neurons: int) -> Encoder:
    """A new encoder with the `neurons` most important inner neurons of each layer."""
    state = dict(encoder.state_dict())
    for place, important in enumerate(importance):
        kept = important.topk(min(neurons, len(important))).indices.sort().values
        layer = f"layers.{place}"
        for name in (f"{layer}.inner.weight", f"{layer}.inner.bias"):
            state[name] = state[name][kept]
        state[f"{layer}.outer.weight"] = state[f"{layer}.outer.weight"][:, kept]
    return from_state(state)


def importance(encoder: Encoder, losses: Iterable[Tensor]) -> list[Tensor]:
    """Of each layer's inner neurons; `losses` are computed as they are asked for, each of a few sentences."""
    encoder.eval()
    outputs: dict[int, Tensor] = {}
    sums = [torch.zeros(layer.inner.out_features) for layer in encoder.layers]

    def keep(place: int) -> Callable[[nn.Module, tuple[Tensor]], None]:
        def hook(_: nn.Module, given: tuple[Tensor]) -> None:
            given[0].retain_grad()
            outputs[place] = given[0]

        return hook

    hooks = [layer.outer.register_forward_pre_hook(keep(place)) for place, layer in enumerate(encoder.layers)]
    for loss in losses:
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        for place, output in outputs.items():
            if output.grad is not None:
                sums[place] += (output * output.grad).float().sum(1).square().sum(0).detach().cpu()
        encoder.zero_grad()
    for hook in hooks:
        hook.remove()
    return sums
