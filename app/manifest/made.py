"""What comes out: both manifests, the file that classic Outlook looks for, the icons, and the app package."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from app.manifest.addin import AddIn
from app.manifest.deployment import Deployment

ALLOWED = "/.well-known/microsoft-officeaddins-allowed.json"
_BEGINNING = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Made:
    """Both manifests as text. `pictures` are PNG files by name; `script` is the bundle of the launch events.

    `script` is None when the pages are not built.
    """

    made_for: Deployment
    addin: AddIn
    outlook: str
    unified: str
    pictures: Mapping[str, bytes]
    script: str | None = None

    @property
    def allowed(self) -> str:
        """Which script classic Outlook may let call us: its exact address, as in the manifest."""
        return (
            json.dumps({"allowed": [self.made_for.at(self.addin.addresses["launch_script"])]}, indent=2)
            + "\n"
        )

    @property
    def package(self) -> bytes:
        """The app package of the unified form (zip); the same bytes for the same content."""
        inside = {"manifest.json": self.unified.encode()} | {
            name: self.pictures[name] for name in ("color.png", "outline.png")
        }
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in inside.items():
                package.writestr(zipfile.ZipInfo(name, _BEGINNING), content, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    @property
    def files(self) -> dict[str, bytes]:
        """Everything that is written, by its path."""
        return {
            "manifest.xml": self.outlook.encode(),
            "manifest.json": self.unified.encode(),
            "sendwell-unified.zip": self.package,
            "microsoft-officeaddins-allowed.json": self.allowed.encode(),
            **{f"icons/{name}": content for name, content in sorted(self.pictures.items())},
        }
