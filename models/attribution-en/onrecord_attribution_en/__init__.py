"""The files of Onrecord's tagger for English: `model.onnx`, `model.json`, `tokenizer.json`. Onrecord finds them here."""
