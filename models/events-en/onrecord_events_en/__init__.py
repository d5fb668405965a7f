"""The files of the classifiers of events for English, where Onrecord finds them: weights, settings."""
