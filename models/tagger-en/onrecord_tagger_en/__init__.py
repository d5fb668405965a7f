"""The files of Onrecord's tagger for English, where Onrecord finds them: network, settings, vocabulary."""
