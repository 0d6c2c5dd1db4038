#!/bin/sh
# Trains models/grammar.bin from the project's data: tools/train_grammar.sh SHARED [options of train_grammar]
# SHARED is the folder with data/grammar and the other data sets. Needs the program train_grammar of the release build.
set -eu
shared=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
zcat "$shared/data/grammar/ewt_train.jsonl.gz" >"$folder/train.jsonl"
zcat "$shared/data/copies/articles.jsonl.gz" >"$folder/copies.jsonl"
build/release/tools/train_grammar --treebank "$folder/train.jsonl" --out models/grammar.bin \
  --text "$folder/copies.jsonl" --text "$shared/data/attributions/train.jsonl" \
  --text "$shared/data/groups/basil.jsonl" --text "$shared/data/groups/giveme5w1h.jsonl" \
  --text "$shared/data/groups/helsinki.jsonl" --text "$shared/data/entities/worldwide.jsonl" \
  --text "$shared/data/times/aquaint.jsonl" --text "$shared/data/times/timebank.jsonl" "$@"
