"""The add-in-only form: each rule of Outlook's is broken once, and must be told."""

import re
from dataclasses import replace

import pytest

from app.manifest.made import Made
from app.manifest.outlook_rules import outlook_faults

PICTURE = '<bt:Image id="Icon.16x16"'
BROKEN: dict[str, tuple[str, str, str]] = {
    # how it is broken: what is replaced, by what, what is told
    "not XML": ("</OfficeApp>", "", "It is not XML"),
    "other kind of add-in": ('xsi:type="MailApp"', 'xsi:type="TaskPaneApp"', "must have xsi:type MailApp"),
    "order at the top": (
        r"(  <Version>.*\n)(  <ProviderName>.*\n)", r"\2\1", "In OfficeApp, Version comes before ProviderName"),
    "order in a host": (
        r"(?s)(          <Runtimes>.*?</Runtimes>\n)(.*?)(        </Host>)", r"\2\1\3", "Runtimes comes before"),
    "order in a launch point": (
        r"(?s)(<LaunchEvents>.*?</LaunchEvents>)\s*(<SourceLocation [^>]*>)", r"\2\1", "LaunchEvents comes before"),
    "order of resources": (
        r"(?s)(<bt:Images>.*</bt:Images>)\s*(<bt:Urls>.*</bt:Urls>)", r"\2\1", "Images comes before Urls"),
    "icon of a group": (
        '<Label resid="Group.Label"/>', '<Label resid="Group.Label"/><Icon><bt:Image size="16" resid="Icon.16x16"/></Icon>',
        "Group cannot hold Icon"),
    "no permissions": (r"  <Permissions>.*</Permissions>\n", "", "OfficeApp lacks Permissions"),
    "no support address": (r"  <SupportUrl [^>]*>\n", "", "OfficeApp lacks SupportUrl"),
    "two ids": (r"(  <Id>.*</Id>\n)", r"\1\1", "more than one Id"),
    "unknown element": ("<Supertip>", "<Supertipp>x</Supertipp><Supertip>", "Control cannot hold Supertipp"),
    "nested version": ("VersionOverridesV1_1", "VersionOverridesV1_2", "must have xsi:type VersionOverridesV1_1"),
    "version below one": ("<Version>1.0.0.0<", "<Version>0.9.0.0<", "is not 1.0 or higher"),
    "version of five parts": ("<Version>1.0.0.0<", "<Version>1.0.0.0.0<", "at most four parts"),
    "id": (r"<Id>[^<]*<", "<Id>sendwell<", "not a GUID"),
    "long name": ('<DisplayName DefaultValue="', '<DisplayName DefaultValue="' + "x" * 125, "DisplayName is longer"),
    "long description": ('<Description DefaultValue="', '<Description DefaultValue="' + "x" * 250, "Description is longer"),
    "long label": ('id="Pane.Label" DefaultValue="', 'id="Pane.Label" DefaultValue="' + "x" * 125, "Pane.Label is longer"),
    "long tip": ('id="Pane.Tip" DefaultValue="', 'id="Pane.Tip" DefaultValue="' + "x" * 250, "Pane.Tip is longer"),
    "long resid": ("Pane.Url", "P" * 33, "longer than 32 characters"),
    "long address": ("/addin/pane.html", "/addin/" + "p" * 2048, "Url is longer"),
    "long control id": ('id="composePane"', f'id="{"c" * 126}"', "id of a Control is longer"),
    "dangling resid": ('<SourceLocation resid="Pane.Url"/>', '<SourceLocation resid="Pane.Uri"/>', "Pane.Uri names no Url"),
    "resid of another kind": ('<Label resid="Pane.Label"/>', '<Label resid="Pane.Tip"/>', "Pane.Tip names no ShortString"),
    "resid of an image": ('<bt:Image size="16" resid="Icon.16x16"/>', '<bt:Image size="16" resid="Pane.Url"/>', "names no Image"),
    "unused resource": ("</bt:LongStrings>", '<bt:String id="Spare" DefaultValue="x"/></bt:LongStrings>', "Spare is used by nothing"),
    "one id twice": ('<bt:String id="Pane.Tip"', '<bt:String id="Pane.Label"', "Pane.Label comes 2 times"),
    "no small icon": (r'\s*<bt:Image size="16" [^>]*>', "", "no icon of 16 pixels"),
    "no large icon": (r'\s*<bt:Image size="80" [^>]*>', "", "no icon of 80 pixels"),
    "icon of another size": ('size="16" resid="Icon.16x16"', 'size="16" resid="Icon.20x20"', "20 by 20 pixels, not 16 by 16"),
    "icon that is not there": ("icons/icon-48.png", "icons/icon-49.png", "icon-49.png is not there"),
    "icon of the store": ("icons/icon-128.png", "icons/icon-80.png", "80 by 80 pixels, not"),
    "two runtimes": (r"(?s)(<Runtime .*?</Runtime>)", r"\1\1", "Runtimes has more than one Runtime"),
    "no script for classic": (r"<Override [^>]*>", "", "needs one Override"),
    "script of another kind": ('type="javascript"', 'type="module"', "needs one Override of type javascript"),
    "page as script": ('<Override type="javascript" resid="Script.Url"/>', '<Override type="javascript" resid="Pane.Url"/>',
                       "must be a JavaScript file"),
    "events elsewhere": ('<SourceLocation resid="Launch.Url"/>', '<SourceLocation resid="Pane.Url"/>', "must have the resid of the Runtime"),
    "misspelt event": ("OnMessageSend", "OnMessageSent", "knows no event OnMessageSent"),
    "event in small letters": ('Type="OnMessageSend"', 'Type="onMessageSend"', "knows no event onMessageSend"),
    "send twice": (r"(\s*<LaunchEvent Type=\"OnMessageSend\" [^>]*>)", r"\1\1", "OnMessageSend is declared 2 times"),
    "send on mobile": (
        r"(<MobileFormFactor>(?s:.*?)<LaunchEvents>)", r'\1<LaunchEvent Type="OnMessageSend" FunctionName="f" SendMode="PromptUser"/>',
        "MobileFormFactor knows no event OnMessageSend"),
    "block": ('SendMode="PromptUser"', 'SendMode="Block"', "send mode is Block"),
    "mode in small letters": ('SendMode="PromptUser"', 'SendMode="promptUser"', "send mode is promptUser"),
    "no mode, which is soft block": (' SendMode="PromptUser"', "", "send mode is None"),
    "mode of another event": ('Handler"/>', 'Handler" SendMode="PromptUser"/>', "can have no send mode"),
    "no function": ('FunctionName="onMessageSendHandler"', 'FunctionName=""', "OnMessageSend calls no function"),
    "asks for too much": ('DefaultMinVersion="1.5"', 'DefaultMinVersion="1.15"', "would vanish from Outlook on Mac"),
    "asks for sign-in": ('<bt:Set Name="Mailbox"/>', '<bt:Set Name="NestedAppAuth"/>', "NestedAppAuth cannot be asked for"),
    "http": ("https://sendwell.council.example/addin/pane.html", "http://sendwell.council.example/addin/pane.html", "is not https"),
    "icon over http": ("https://sendwell.council.example/addin/icons/icon-24", "http://sendwell.council.example/addin/icons/icon-24", "is not https"),
    "another host": ("https://sendwell.council.example/addin/launch.js", "https://cdn.example/addin/launch.js", "at another host"),
    "domain with a slash": ("example</AppDomain>", "example/</AppDomain>", "is no AppDomain"),
    "domain with a star": ("https://sendwell.council.example</AppDomain>", "https://*.council.example</AppDomain>", "is no AppDomain"),
    "other domain": ("https://sendwell.council.example</AppDomain>", "https://x.example</AppDomain>", "Our own host must be an AppDomain"),
    "no way to the pane": ("ShowTaskpane", "ExecuteFunction", "No button opens the pane"),
    "too large": ("</OfficeApp>", "<!--" + "x" * 262_144 + "--></OfficeApp>", "larger than 256 KB"),
}  # fmt: skip


def test_what_we_make_has_no_fault(made: Made) -> None:
    assert list(outlook_faults(made)) == []


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_rule_is_told(made: Made, broken: str) -> None:
    old, new, told = BROKEN[broken]
    pattern = old if "(" in old or "[^" in old or ".*" in old else re.escape(old)
    outlook = re.sub(pattern, new if pattern == old else new.replace("\\", r"\\"), made.outlook)

    assert outlook != made.outlook
    assert [fault for fault in outlook_faults(replace(made, outlook=outlook)) if told in fault]


def test_a_picture_that_is_none_is_told(made: Made) -> None:
    pictures = {**made.pictures, "icon-32.png": b"<svg/>", "icon-64.png": made.pictures["icon-16.png"]}
    faults = list(outlook_faults(replace(made, pictures=pictures)))

    assert faults == [
        "The icon icon-32.png is no PNG.",
        "The icon icon-64.png has 16 by 16 pixels, not 64 by 64.",
    ]
