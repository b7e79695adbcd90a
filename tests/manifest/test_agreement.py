"""Both forms, the bundle and the well-known file: where two differ nothing fails, so it must be told."""

import json
import re
from dataclasses import replace

import pytest

from app.manifest.agreement import addresses_of, agreement_faults
from app.manifest.made import Made

BUNDLE = "".join(
    f'Office.actions.associate("{name}",()=>0);'
    for name in (
        "onNewMessageComposeHandler",
        "onMessageRecipientsChangedHandler",
        "onMessageAttachmentsChangedHandler",
        "onMessageSendHandler",
    )
)
DIFFERENT = {
    "ids": (r"<Id>[^<]*<", "<Id>3f2b8c1e-0d4a-4c9b-9a57-6f1e2d3c4b5a<", "hide the other by its id"),
    "permissions": ("ReadWriteItem", "ReadItem", "different permissions"),
    "shared mailboxes": (
        "SupportsSharedFolders>true",
        "SupportsSharedFolders>false",
        "different permissions",
    ),
    "event": (r'\s*<LaunchEvent Type="OnMessageAttachmentsChanged"[^>]*>', "", "different events"),
    "send mode": ("PromptUser", "SoftBlock", "different events"),
    "function": ('FunctionName="onMessageSendHandler"', 'FunctionName="onSend"', "different events"),
    "button": ('id="composePane"', 'id="composePanel"', "different buttons"),
    "page": ("/addin/pane.html", "/addin/panel.html", "different pages"),
    "script": (r"/addin/launch\.js", "/addin/launch.js?v=2", "not the one that the well-known file allows"),
}


def test_what_we_make_agrees(made: Made) -> None:
    assert list(agreement_faults(replace(made, script=BUNDLE))) == []


@pytest.mark.parametrize("what", DIFFERENT)
def test_a_difference_is_told(made: Made, what: str) -> None:
    old, new, told = DIFFERENT[what]
    outlook = re.sub(old, new, made.outlook)

    assert outlook != made.outlook
    assert [fault for fault in agreement_faults(replace(made, outlook=outlook)) if told in fault]


def test_a_function_that_the_bundle_lacks_is_told(made: Made) -> None:
    faults = list(agreement_faults(replace(made, script=BUNDLE.replace("onMessageSendHandler", "onSend"))))

    assert len(faults) == 1
    assert "has no onMessageSendHandler" in faults[0]


def test_the_well_known_file_names_the_script_exactly(made: Made) -> None:
    assert json.loads(made.allowed) == {"allowed": ["https://sendwell.council.example/addin/launch.js"]}


def test_every_address_is_found_once(made: Made) -> None:
    found = addresses_of(made)

    assert len(found) == len(set(found)) == 15
    assert {
        "https://sendwell.council.example/notice",
        "https://sendwell.council.example/addin/icons/icon-128.png",
        "https://sendwell.council.example/addin/launch.js",
    } <= set(found)
