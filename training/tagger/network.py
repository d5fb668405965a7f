"""The network: an encoder, a BIOES field for each role of an attribution, what words tell of records, and pointers."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel

from onrecord.language.tagger.inputs import CASES, COLUMNS, HEADS, QUOTATIONS, STARTS
from record_examples import FLAGS, NONE, TOLD
from record_examples import LINKS as TOLD_LINKS

ROLES, STATES = 3, 5
LINKS = ("source_of", "cue_of", *TOLD_LINKS)
# A word's state and the next one's: after O, E, S comes O, B or S; after B, I comes I or E.
FOLLOWS = {0: (0, 1, 4), 1: (2, 3), 2: (2, 3), 3: (0, 1, 4), 4: (0, 1, 4)}
ALLOWED = torch.tensor([[after in FOLLOWS[state] for after in range(STATES)] for state in range(STATES)])
NEVER = -1e4


class Read(NamedTuple):
    """For each word: scores of its states, and where a link leaves (`asks`) and arrives (`answers`)."""

    emissions: Tensor
    """windows x words x roles x states"""
    told: Tensor
    """windows x words x all classes of `TOLD`, then flags"""
    asks: Tensor
    """windows x words x links x size"""
    answers: Tensor
    """windows x (words + 1) x links x size; the first stands for "nothing to link to"."""


class Network(nn.Module):
    """Attributions and records of a window of text."""

    def __init__(self, encoder: BertModel, labels: dict[str, list[str]], *, size: int = 96, dropout: float = 0.1):
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        classes = {
            "case": CASES,
            "quotation": QUOTATIONS,
            "start": STARTS,
            **{name: len(labels[name]) + 1 for name in ("tag", "dep", "entity")},
            "head": HEADS,
        }
        self.seen = nn.ModuleList(nn.Embedding(classes[name], width) for name in COLUMNS)
        for table in self.seen:
            nn.init.normal_(table.weight, std=0.01)
        self.drop = nn.Dropout(dropout)
        self.states = nn.Linear(width, ROLES * STATES)
        self.told = nn.Linear(width, sum(len(classes) for classes in TOLD.values()) + len(FLAGS))
        self.asks = nn.Linear(width, len(LINKS) * size)
        self.answers = nn.Linear(width, len(LINKS) * size)
        self.steps = nn.Parameter(torch.zeros(ROLES, STATES, STATES))
        self.size = size

    def forward(self, ids: Tensor, seen: Tensor, at: Tensor, mask: Tensor) -> Read:
        """`ids` windows x pieces, `seen` windows x pieces x columns, `at` windows x words, `mask` windows x pieces."""
        words = self.encoder.embeddings.word_embeddings(ids)
        for n, table in enumerate(self.seen):
            words = words + table(seen[:, :, n])
        hidden = self.drop(self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        read = torch.gather(hidden, 1, at.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        windows, count = at.shape
        with_none = torch.cat((hidden[:, :1], read), dim=1)
        return Read(
            self.states(read).view(windows, count, ROLES, STATES),
            self.told(read),
            self.asks(read).view(windows, count, len(LINKS), self.size),
            self.answers(with_none).view(windows, count + 1, len(LINKS), self.size),
        )

    def transitions(self) -> Tensor:
        """roles x states x states, those that cannot be far below all others."""
        return self.steps.masked_fill(~ALLOWED, NEVER)


def field_loss(emissions: Tensor, steps: Tensor, labels: Tensor) -> Tensor:
    """Mean negative log likelihood a word of the linear-chain conditional random fields (Lafferty et al. 2001).

    `labels` are windows x words x roles, -1 where a word does not count: there every state is free.
    """
    _windows, count, _roles, states = emissions.shape
    known = labels >= 0
    # A free word may be in any state in both sums; a window's sides are open, since a fragment may go over them.
    gold_mask = torch.where(
        known.unsqueeze(-1),
        torch.nn.functional.one_hot(labels.clamp(min=0), states).bool(),
        torch.ones(1, dtype=torch.bool),
    )
    both = torch.stack((emissions, emissions.masked_fill(~gold_mask, NEVER)))  # 2 x windows x words x roles x states
    total = both[:, :, 0]
    for n in range(1, count):
        total = torch.logsumexp(total.unsqueeze(-1) + steps, dim=-2) + both[:, :, n]
    sums = torch.logsumexp(total, dim=-1)
    return (sums[0] - sums[1]).sum() / known.sum().clamp(min=1)


def link_loss(read: Read, targets: Tensor) -> Tensor:
    """Mean cross entropy of the links; `targets` windows x words x links: 0 for none, n + 1 for word n, -1 to pass."""
    asks, answers = read.asks[:, :, : targets.shape[-1]], read.answers[:, :, : targets.shape[-1]]
    scores = torch.einsum("bilk,bjlk->blij", asks, answers) / asks.shape[-1] ** 0.5
    return nn.functional.cross_entropy(
        scores.flatten(0, 2), targets.permute(0, 2, 1).flatten(), ignore_index=-1, reduction="sum"
    ) / (targets >= 0).sum().clamp(min=1)


class Targets(NamedTuple):
    """What the words of a batch tell; -1 where a word does not count."""

    labels: Tensor
    """windows x words x `TOLD`"""
    flags: Tensor
    """windows x words x flags"""
    links: list[tuple[int, int, int, list[int]]]
    """Window, number in `LINKS`, word, and the words that it points to; 0 for none, n + 1 for word n."""


def told_loss(read: Read, targets: Targets, places: Tensor) -> Tensor:
    """What the records of a batch cost: mean cross entropies of each label, of flags and of links.

    `places` windows x words: which are words and no padding.
    """
    parts, at = [], 0
    for n, classes in enumerate(TOLD.values()):
        scores, labels = read.told[..., at : at + len(classes)], targets.labels[..., n]
        at += len(classes)
        cost = nn.functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=-1, reduction="sum")
        weight = 10.0 if classes[0] == NONE else 0.3
        parts.append(weight * cost / (labels >= 0).sum().clamp(min=1))
    known = targets.flags >= 0
    if known.any():
        scores, flags = read.told[..., at:][known], targets.flags[known].float()
        parts.append(0.3 * nn.functional.binary_cross_entropy_with_logits(scores, flags))
    costs = []
    for window, kind, word, pointed in targets.links:
        scores = read.answers[window, :, kind] @ read.asks[window, word, kind] / read.asks.shape[-1] ** 0.5
        free = torch.cat((torch.ones(1, dtype=torch.bool), places[window]))
        costs.append(-torch.log_softmax(scores.masked_fill(~free, NEVER), dim=0)[pointed].mean())
    if costs:
        parts.append(0.5 * torch.stack(costs).mean())
    return torch.stack(parts).sum()
