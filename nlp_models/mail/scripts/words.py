"""How is the table of words fitted without moving all of it at every step?

A batch holds some four hundred of thirty thousand word pieces, but AdamW moves every row: one that is not
there by what is left of its slopes so far, which takes a tenth of a stage, and more once that has become so
small that some processors are slow over it. Here a row is moved when it is read again, by all that it is
owed since: the same, to some millionths of a step.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

FIRST, SECOND, TINY = 0.9, 0.999, 1e-8
"""AdamW's own: how much of the slopes and of their squares is kept, and what keeps it from dividing by 0."""


class Words(nn.Module):
    """Stands in for the table while a stage is fitted."""

    weight: Tensor
    read: Tensor
    """The rows of the last batch; its slopes come here."""

    def __init__(self, table: nn.Embedding, decay: float) -> None:
        """Take over a table."""
        super().__init__()
        self.register_buffer("weight", table.weight.detach())
        self.decay = decay
        self.steps = 0
        self.slopes, self.squares = torch.zeros_like(self.weight), torch.zeros_like(self.weight)
        one = self.weight.new_ones(
            (len(self.weight), 1), dtype=torch.float64
        )  # 1 less a millionth is told from 1
        self.moved_at, self.owed, self.left, self.shrunk = one * 0, one * 0, one.clone(), one.clone()

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of these pieces, up to date."""
        self.rows, places = ids.unique(return_inverse=True)
        self._settle(self.rows)
        self.read = self.weight[self.rows].requires_grad_()
        return functional.embedding(places, self.read)

    def step(self, rate: float) -> None:
        """Move the rows that were read by their slopes, as AdamW does, and note what the others are owed."""
        self.steps += 1
        narrow = math.sqrt(1 - SECOND**self.steps)
        reach, shrink = rate * narrow / (1 - FIRST**self.steps), 1 - rate * self.decay
        self.left *= FIRST / math.sqrt(SECOND)
        self.owed += reach * self.left
        self.shrunk *= shrink
        slope = self.read.grad
        if slope is None:
            return
        slopes = self.slopes[self.rows].lerp(slope, 1 - FIRST)
        squares = self.squares[self.rows] * SECOND + slope.square() * (1 - SECOND)
        moved = self.read.detach() * shrink - reach * slopes / (squares.sqrt() + TINY * narrow)
        self._keep(self.rows, moved, slopes, squares)

    def settled(self) -> nn.Embedding:
        """The table with every row up to date."""
        self._settle(torch.arange(len(self.weight), device=self.weight.device))
        return nn.Embedding.from_pretrained(self.weight, freeze=False)

    def _settle(self, rows: Tensor) -> None:
        slopes, squares = self.slopes[rows], self.squares[rows]
        drift = self.owed[rows] * slopes / (squares.sqrt() + TINY)
        unread = self.steps - self.moved_at[rows]
        moved = self.weight[rows] * self.shrunk[rows] - drift
        self._keep(rows, moved, slopes * FIRST**unread, squares * SECOND**unread)

    def _keep(self, rows: Tensor, moved: Tensor, slopes: Tensor, squares: Tensor) -> None:
        for table, values in ((self.weight, moved), (self.slopes, slopes), (self.squares, squares)):
            table.index_copy_(0, rows, values.to(table.dtype))
        for column, value in (
            (self.moved_at, self.steps),
            (self.owed, 0),
            (self.left, 1),
            (self.shrunk, 1),
        ):
            column.index_fill_(0, rows, value)
