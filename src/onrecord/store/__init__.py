"""The database: articles, what was found in them, and the words to search for. SQL is here and nowhere else."""

from onrecord.store.database import Store, open_store
from onrecord.store.redirects import heirs
from onrecord.store.search import Hit
from onrecord.store.writing import Outcome

__all__ = ["Hit", "Outcome", "Store", "heirs", "open_store"]
