"""Everything Onrecord raises on purpose.

OnrecordError
|-- InputError          one input cannot be read; the others go on
|   |-- EmptyInput
|   |-- BinaryInput
|   |-- UndecodableInput
|   |-- MalformedInput  (HTML without text, broken CSV or JSON, a missing column)
|   |-- MissingInput    (no such file, or it may not be opened)
|   |-- OversizedInput
|-- ModelMissing        a language model is not installed
|-- ModelMismatch       a language model is not the pinned one
|-- PipelineError       a spaCy pipeline lacks what a component of Onrecord's needs
|-- NegotiationError    a negotiation file cannot be used
|-- ConfigError         a settings file cannot be used
|-- StoreError
    |-- StoreLocked
    |-- StoreVersion    written by a newer Onrecord, or not a store at all
    |-- NotInStore      no article or record of that id
    |   |-- LineGone    a line of an earlier reading that the newest one does not find
    |-- NoCopy          an article is no copy of another, or has no date to give
    |-- NotAtHand       a stored article cannot be read again as it was: a model or a negotiation file is missing
"""


class OnrecordError(Exception):
    """Base of all errors; the message says what to do next."""


class InputError(OnrecordError):
    """One input cannot be read."""


class EmptyInput(InputError):
    """Nothing but white space, or no bytes at all."""


class BinaryInput(InputError):
    """Bytes that are no text: an image, an archive, a PDF."""


class UndecodableInput(InputError):
    """Text in an encoding that could not be told."""


class MalformedInput(InputError):
    """A page without an article, a broken CSV or JSONL line, a missing column."""


class MissingInput(InputError):
    """No such file, or it may not be opened."""


class OversizedInput(InputError):
    """More bytes than one article can have."""


class ModelMissing(OnrecordError):
    """A language model is not installed; the message holds the command that installs it."""


class ModelMismatch(OnrecordError):
    """An installed language model differs from the pinned one."""


class PipelineError(OnrecordError):
    """A component of Onrecord's stands in a spaCy pipeline that lacks what it needs, or in the wrong place of it."""


class NegotiationError(OnrecordError):
    """A negotiation file is missing, broken or inconsistent."""


class ConfigError(OnrecordError):
    """A settings file is no TOML or names an unknown setting."""


class StoreError(OnrecordError):
    """The database cannot do what was asked."""


class StoreLocked(StoreError):
    """Another process is writing."""


class StoreVersion(StoreError):
    """The file was written by a newer Onrecord, or is not an Onrecord store."""


class NotInStore(StoreError):
    """No article or record has that id."""


class LineGone(NotInStore):
    """An earlier reading of the article found that line; the newest one does not, nor another in its place."""


class NoCopy(StoreError):
    """An article is no copy of the other one, or has no date to give."""


class NotAtHand(StoreError):
    """A model or a negotiation file that a stored article was read with is missing."""
