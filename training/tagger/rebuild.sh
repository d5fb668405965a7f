#!/usr/bin/env bash
# PolNeAR, the annotated passages and the gold -> the files of the model package. Goes on where it was interrupted.
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: rebuild.sh DATA WORK (DATA holds polnear/, news/, reference/, times/, wikinews/)" >&2; exit 2; }
here="$(cd "$(dirname "$0")" && pwd)"
export ONRECORD_DATA="$1"
work="$2" attributions="$2/attributions" records="$2/records" gold="$2/gold"
learn() { python "$here/train.py" --data "$ONRECORD_DATA/polnear" --cache "$work" "$@"; }
learn --out "$attributions" --epochs 7 --seed 1 --leave-out 21
learn --out "$records" --records --from "$attributions/mean-4.pt" --epochs 10 --share 0.2 --rate 1.5e-4 --seed 2
learn --out "$gold" --records --gold 400 --from "$records/mean-10.pt" --epochs 2 --share 0.1 --rate 1.5e-4 --seed 3
package="$here/../../models/tagger-en/onrecord_tagger_en"
python "$here/export.py" attributions --from "$attributions"/mean-{5,6,7}.pt --to "$package"
python "$here/export.py" triggers --from "$gold/mean-2.pt" --to "$package"
