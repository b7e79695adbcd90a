"""Which events does Outlook know, and since which Mailbox requirement set? By their names in both forms."""

from collections.abc import Mapping

EVENTS: Mapping[str, tuple[str, str]] = {
    "OnNewMessageCompose": ("newMessageComposeCreated", "1.10"),
    "OnMessageAttachmentsChanged": ("messageAttachmentsChanged", "1.11"),
    "OnMessageRecipientsChanged": ("messageRecipientsChanged", "1.11"),
    "OnInfoBarDismissClicked": ("infoBarDismissClicked", "1.11"),
    "OnMessageCompose": ("messageComposeOpened", "1.12"),
    "OnMessageSend": ("messageSending", "1.12"),
    "OnMessageFromChanged": ("messageFromChanged", "1.13"),
}
"""Those of messages. A name with a slip passes Microsoft's own schema, and its handler is never called."""
MOBILE = frozenset({"OnNewMessageCompose", "OnMessageRecipientsChanged", "OnMessageFromChanged"})
"""All that Outlook on Android and iOS has; nothing can be checked at Send there."""
