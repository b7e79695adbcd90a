"""What the organisation has approved is left alone."""

from dataclasses import replace

import pytest

from app.checks.attachment_type import CHECK
from app.compose.read_draft import read_draft
from app.settings import load_settings
from tests.drafts import draft_from
from tests.road import surroundings

PUPIL = "jo.smith@pupils.council.example"


@pytest.mark.parametrize(
    ("setting", "site", "to", "link", "kind"),
    [
        (
            "approved_sites",
            "https://www.Dropbox.com/",
            "a company",
            "https://www.dropbox.com/s/a",
            "file-share",
        ),
        (
            "approved_sites",
            "sites.google.com/view/oak",
            "1 school",
            "https://sites.google.com/view/oak",
            "free-website",
        ),
        (
            "approved_sites",
            "files.example.com",
            "a colleague",
            "https://files.example.com/a.msi",
            "installer-link",
        ),
        ("pupil_sites", "owls.example.com", PUPIL, "https://owls.example.com/barn", "pupil-link"),
    ],
)
def test_an_approved_site_is_no_finding(setting: str, site: str, to: str, link: str, kind: str) -> None:
    draft = draft_from({"to": [to], "body": f"Our new site is at {link} today."})
    sites = getattr(load_settings({}, **{setting: site}), setting)
    around = surroundings()

    before = {f.kind for f in CHECK.look(read_draft(draft, around))}
    after = {f.kind for f in CHECK.look(read_draft(draft, replace(around, **{setting: sites})))}

    assert kind in before
    assert kind not in after
