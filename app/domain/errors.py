"""What can go wrong, and what should the person who meets it do?

Every error of the product is here, and none knows about HTTP (``api/problems.py`` maps them)::

    SendwellError
    ├── InputError            somebody gave us something we cannot use
    │   ├── DraftError        a draft or mail file cannot be read
    │   ├── FixError          a step of a card cannot be made for its sender
    │   │   └── StaleDraftError  what the step was for is no longer in the draft
    │   ├── TooLargeError     a draft is over a size limit
    │   ├── ImportFileError   a register, address or cluster file is wrong
    │   ├── ChoiceError       a choice is about a card that no rule gives
    │   ├── PolicyChangeError no such pack or rule, or somebody changed it meanwhile
    │   ├── SignatureError    a signature cannot be given or withdrawn like this
    │   ├── PostingError      an entry of the register of posters lacks something, or was changed meanwhile
    │   ├── UpkeepError       a school or subscription list cannot be changed like this
    │   ├── CaseError         a case cannot be opened, moved or decided like this
    │   ├── AccessError       what is held about somebody cannot be asked for or given like this
    │   ├── JournalError      the journal has no such entry or size, or cannot be exported like this
    │   ├── SignInError       nobody is signed in by this
    │   ├── ManifestError     no manifest can be made like this: Outlook would not take it
    │   ├── BackupError       a backup cannot be made, read or put back like this; nothing was changed
    │   └── BulletinError     an item, issue, request or document cannot be kept or moved like this
    └── SetupError            the installation is wrong; raised at start, never during a check
        ├── SettingsError     a setting is missing, unknown or out of range
        ├── PackError         a pack, the calendar or a list is wrong: names file, line and field
        ├── ModelError        a language model is missing or damaged
        ├── ProviderError     whoever signs people in cannot be reached
        └── StoreError        the database cannot be used
"""

from collections.abc import Mapping


class SendwellError(Exception):
    """The root. ``str(error)`` is a sentence for people and never holds text of a draft."""


class InputError(SendwellError):
    """Somebody gave us something we cannot use; the message says what to do."""


class DraftError(InputError):
    """A draft or a mail file cannot be read at all."""


class FixError(InputError):
    """A step of a card is the sender's own to make; nothing was changed."""


class StaleDraftError(FixError):
    """The draft has changed since it was checked; nothing was changed."""


class TooLargeError(InputError):
    """A draft is over a size limit; the message names the limit."""


class ImportFileError(InputError):
    """A register, address or cluster file is wrong; the message names file and line."""


class ChoiceError(InputError):
    """A choice is about a card that no rule gives."""


class PolicyChangeError(InputError):
    """A change to the policy cannot be made; nothing was changed."""


class SignatureError(InputError):
    """A signature cannot be given or withdrawn like this; nothing was changed."""


class PostingError(InputError):
    """An entry of the register of posters cannot be kept.

    `field` names the field of the form that it is about; empty when it is about none of them.
    """

    def __init__(self, message: str, field: str = "") -> None:
        """Say what to do."""
        super().__init__(message)
        self.field = field


class UpkeepError(InputError):
    """A school or a subscription list cannot be changed like this; nothing was changed.

    `field` names the field of the form that it is about; empty when it is about none of them.
    """

    def __init__(self, message: str, field: str = "") -> None:
        """Say what to do."""
        super().__init__(message)
        self.field = field


class BulletinError(InputError):
    """An item, an issue, a request or a document cannot be kept or moved like this; nothing was changed.

    `field` names the field of the form that it is about; empty when it is about none of them. `faults` holds
    all that is wrong, by field.
    """

    def __init__(self, message: str, field: str = "", faults: Mapping[str, str] | None = None) -> None:
        """Say what to do."""
        super().__init__(message)
        self.field = field
        self.faults = dict(faults or ({field: message} if field else {}))


class CaseError(InputError):
    """A case cannot be opened, moved or decided like this; nothing was changed.

    `field` names the field of the form that it is about; empty when it is about none of them.
    """

    def __init__(self, message: str, field: str = "") -> None:
        """Say what to do."""
        super().__init__(message)
        self.field = field


class AccessError(InputError):
    """What is held about somebody cannot be asked for or given like this; nothing was changed.

    `field` names the field of the form that it is about; empty when it is about none of them.
    """

    def __init__(self, message: str, field: str = "") -> None:
        """Say what to do."""
        super().__init__(message)
        self.field = field


class JournalError(InputError):
    """The journal has no such entry or size, or is damaged."""


class SignInError(InputError):
    """A token or a sign-in is not taken. `reason` is for the log: a few words, nothing of the token."""

    def __init__(self, message: str, reason: str = "") -> None:
        """Say what to do."""
        super().__init__(message)
        self.reason = reason


class ManifestError(InputError):
    """No manifest can be made like this, because Outlook would not take it; nothing was written."""


class BackupError(InputError):
    """A backup cannot be made, read or put back like this; nothing was changed."""


class SetupError(SendwellError):
    """The installation is wrong. Raised at start, never during a check."""


class SettingsError(SetupError):
    """A setting is missing, unknown or out of range."""


class PackError(SetupError):
    """A policy pack, the calendar or a list beside them is wrong."""

    def __init__(self, file: str, line: int, field: str, problem: str) -> None:
        """Name the place (`line` counts from 1) and say what is wrong there and what to do."""
        super().__init__(f"{file}:{line}: {field}: {problem}")
        self.file, self.line, self.field, self.problem = file, line, field, problem


class ModelError(SetupError):
    """A language model is missing or damaged."""


class ProviderError(SetupError):
    """Whoever signs people in cannot be reached, or does not know us."""


class StoreError(SetupError):
    """The database cannot be used."""
