"""Where do the files that came with the project lie, and which version is this?"""

from importlib.metadata import version
from pathlib import Path

PACKS = Path(__file__).parents[1] / "policy" / "packs"
CARDS = Path("cards") / "measured.yaml"
VERSION = version("sendwell")
