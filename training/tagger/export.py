"""Writes a trained network as the model package's files: ONNX with 8-bit weights, its vocabulary, its settings.

python training/tagger/export.py attributions --from RUN/mean-5.pt RUN/mean-6.pt RUN/mean-7.pt --to FOLDER
python training/tagger/export.py triggers --from RUN/mean-3.pt RUN/mean-4.pt --to FOLDER
"""

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from corpus import parse_labels
from network import LINKS, Network
from record_examples import FLAGS, TOLD
from train import base_folder, base_network

VERSION = "0.6.0"
# Pieces of a window, and how many of them it shares with the next; and what each network answers.
WINDOWS = {"attributions": (400, 60), "triggers": (160, 24)}
ANSWERS = {"attributions": ("emissions", "asks", "answers"), "triggers": ("told", "asks", "answers")}


class Exported(nn.Module):
    """The network for windows without padding."""

    def __init__(self, network: Network, answers: tuple[str, ...]):
        super().__init__()
        self.network, self.answers = network, answers

    def forward(self, ids: Tensor, seen: Tensor, at: Tensor) -> tuple[Tensor, ...]:
        read = self.network(ids, seen, at, None)
        return tuple(getattr(read, name) for name in self.answers)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("network", choices=list(WINDOWS))
    options.add_argument(
        "--from",
        dest="trained",
        type=Path,
        required=True,
        nargs="+",
        metavar="FILE",
        help="mean-N.pt of one run; several are averaged (a model soup, Wortsman et al. 2022)",
    )
    options.add_argument("--to", type=Path, required=True)
    options.add_argument("--no-quantise", action="store_true")
    given = options.parse_args()
    labels = parse_labels()
    kept = [torch.load(file, weights_only=False) for file in given.trained]
    network = base_network(labels, kept[0]["layers"], 0.0)
    network.load_state_dict(mean_of([k["mean"] for k in kept]))
    network.eval()
    given.to.mkdir(parents=True, exist_ok=True)
    target = given.to / f"{given.network}.onnx"
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        write(network, whole, ANSWERS[given.network])
        if given.no_quantise:
            target.write_bytes(whole.read_bytes())
        else:
            quantised(whole, target)
    strip(target)
    unmask(target)
    (given.to / "tokenizer.json").write_bytes((base_folder() / "tokenizer.json").read_bytes())
    written = given.to / "model.json"
    settings = json.loads(written.read_text()) if written.exists() else {"networks": {}, "windows": {}}
    settings |= {"format": 2, "name": "onrecord_tagger_en", "version": VERSION, "labels": labels}
    settings["networks"][target.name] = hashlib.sha256(target.read_bytes()).hexdigest()
    settings["windows"][target.name] = WINDOWS[given.network]
    if given.network == "attributions":
        settings["transitions"] = network.transitions().detach().tolist()
    else:
        settings |= {"classes": {**TOLD, "flags": FLAGS}, "links": LINKS}
    written.write_text(json.dumps(settings, indent=1) + "\n")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    return 0


def mean_of(weights: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight; whole numbers (positions) as in the first."""
    first = weights[0]
    return {
        name: torch.stack([w[name] for w in weights]).mean(dim=0) if first[name].is_floating_point() else first[name]
        for name in first
    }


def write(network: Network, target: Path, answers: tuple[str, ...]) -> None:
    """The network with 32-bit weights."""
    ids = torch.ones(1, 40, dtype=torch.long)
    seen = torch.zeros(1, 40, 7, dtype=torch.long)
    at = torch.arange(1, 31).unsqueeze(0)
    pieces, words = torch.export.Dim("pieces", min=3, max=512), torch.export.Dim("words", min=2, max=510)
    program = torch.onnx.export(
        Exported(network, answers),
        (ids, seen, at),
        dynamo=True,
        input_names=["ids", "seen", "at"],
        output_names=list(answers),
        dynamic_shapes=({1: pieces}, {1: pieces}, {1: words}),
    )
    program.optimize()
    program.save(str(target))
    onnx.checker.check_model(str(target))


def quantised(whole: Path, target: Path) -> None:
    """Another file of the same network, with 8-bit weights."""
    quantize_dynamic(
        whole,
        target,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )


def strip(target: Path) -> None:
    """Takes out what the exporter notes of each node: where in whose folder the code stood."""
    model = onnx.load(str(target))
    for noted in (
        model,
        model.graph,
        *model.graph.node,
        *model.graph.input,
        *model.graph.output,
        *model.graph.value_info,
    ):
        noted.doc_string = ""
        del noted.metadata_props[:]
    onnx.save(model, str(target))


def unmask(target: Path) -> None:
    """Takes the mask out of attention: windows have no padding, so that it adds nought and no row of weights is NaN.

    The outputs are the same to the bit; the exporter's nodes for both took a quarter of the time.
    """
    model = onnx.load(str(target))
    graph = model.graph
    makers = {made: node for node in graph.node for made in node.output}
    same = {}
    for node in graph.node:
        operands = [makers[i].op_type if i in makers else "" for i in node.input]
        if node.op_type == "Add" and operands[1] == "Where":  # scores + mask
            same[node.output[0]] = node.input[0]
        elif node.op_type == "Where" and operands[0] == "IsNaN":  # is NaN, 0, weights
            same[node.output[0]] = node.input[2]
    for node in graph.node:
        node.input[:] = [same.get(i, i) for i in node.input]
    kept, used = [], {o.name for o in graph.output}
    for node in reversed(graph.node):
        if not used.isdisjoint(node.output):
            kept.insert(0, node)
            used.update(node.input)
    weights = [w for w in graph.initializer if w.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(kept)
    graph.initializer.extend(weights)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


if __name__ == "__main__":
    sys.exit(main())
