#!/usr/bin/env bash
# PolNeAR -> the files of the model package. Goes on where it was interrupted.
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: rebuild.sh DATA WORK (DATA holds polnear/)" >&2; exit 2; }
here="$(cd "$(dirname "$0")" && pwd)"
run="$2/run-1"
python "$here/train.py" --data "$1/polnear" --cache "$2" --out "$run" --epochs 7 --seed 1 --leave-out 21
python "$here/export.py" --from "$run/mean-5.pt" "$run/mean-6.pt" "$run/mean-7.pt" \
    --to "$here/../../models/attribution-en/onrecord_attribution_en"
