"""The model package's network of records as a checkpoint that a training can go on from.

    python training/tagger/reopen.py --from PACKAGE --to FILE

Eight-bit weights become 32-bit ones again; what rounding took is gone. Which part of the file is which weight is told
by exporting a network whose weights are known; the exporter gives both the same names. Classes that came to the
vocabulary since begin as all but never.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from corpus import parse_labels
from export import ANSWERS, quantised, write
from network import Network
from record_examples import FLAGS, TOLD
from train import base_network

NETWORK = "triggers"
# Weights are told apart by this much noise, of which rounding to eight bits leaves most.
NOISE, NEAR = 0.02, 0.01
# Scores of a class that the package does not know.
UNKNOWN = -3.0


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--from", dest="package", type=Path, required=True, metavar="FOLDER")
    options.add_argument("--to", type=Path, required=True, metavar="FILE")
    given = options.parse_args()
    network = base_network(parse_labels(), 6, 0.0)
    places = dict(places_of(network))
    kept = dict(weights_in(given.package / f"{NETWORK}.onnx"))
    weights = network.state_dict()
    for name, (there, turned) in places.items():
        weights[name] = torch.from_numpy(np.ascontiguousarray(kept[there].T if turned else kept[there]))
    classes = json.loads((given.package / "model.json").read_text())["classes"]
    for name in ("told.weight", "told.bias"):
        weights[name] = in_order_of_today(weights[name], classes)
    torch.save({"mean": weights, "layers": 6, "epoch": 0}, given.to)
    print(f"{given.to}: {len(places)} of {len(weights)} weights; the others are those of attributions")
    return 0


def places_of(network: Network) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Of each weight the name in an exported file, and whether it lies there turned."""
    torch.manual_seed(0)
    with torch.no_grad():
        for p in network.parameters():
            p.add_(torch.randn_like(p) * NOISE)
    with tempfile.TemporaryDirectory() as folder:
        whole, target = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        write(network.eval(), whole, ANSWERS[NETWORK])
        quantised(whole, target)
        exported = dict(weights_in(target))
    for name, weight in network.state_dict().items():
        if not weight.is_floating_point():
            continue
        own = weight.numpy()
        alike = [
            (float(np.abs(seen - own).mean()), there, turned)
            for there, value in exported.items()
            for turned, seen in ((False, value), (True, value.T))
            if seen.shape == own.shape and (value.ndim == 2 or not turned)
        ]
        apart, there, turned = min(alike, default=(1.0, "", False))
        if apart < NEAR:
            yield name, (there, turned)


def weights_in(file: Path) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """The weights of a file by name, those of eight bits by their scale and zero."""
    parts = {part.name: numpy_helper.to_array(part) for part in onnx.load(str(file)).graph.initializer}
    for name, value in parts.items():
        base = name.removesuffix("_quantized")
        if base != name:
            scale, zero = parts[f"{base}_scale"], parts[f"{base}_zero_point"].astype(np.float32)
            if scale.ndim == 1 and scale.size > 1:  # one for each row or column
                shape = [1] * value.ndim
                shape[-1 if value.shape[-1] == scale.size else 0] = -1
                scale, zero = scale.reshape(shape), zero.reshape(shape)
            yield base, ((value.astype(np.float32) - zero) * scale).astype(np.float32)
        elif value.dtype == np.float32 and not name.endswith("_scale"):
            yield name, value


def in_order_of_today(rows: Tensor, classes: dict[str, Any]) -> Tensor:
    """The rows of what is told, as the vocabulary has the classes now."""
    known = [(label, name) for label in (*TOLD, "flags") for name in classes[label]]
    today = chain(((label, name) for label, names in TOLD.items() for name in names), (("flags", f) for f in FLAGS))
    at = {one: n for n, one in enumerate(known)}
    absent = torch.zeros_like(rows[0]) if rows.ndim > 1 else torch.tensor(UNKNOWN)
    return torch.stack([rows[at[one]] if one in at else absent for one in today])


if __name__ == "__main__":
    sys.exit(main())
