"""The page's colours: text can be read on each of its grounds, in light and dark."""

import re
from importlib.resources import files

import pytest

CSS = files("onrecord.views").joinpath("templates/page.css").read_text(encoding="utf-8")
GROUNDS = ("ground", "card", "said", "aim")
SCHEMES = re.findall(r":root \{(.*?)\}", CSS, re.S)[:2]


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark"])
def test_every_text_colour_has_enough_contrast(scheme: str) -> None:
    """4.5:1 or more (WCAG 2.2, 1.4.3) on every ground that text may stand on."""
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme))
    assert len([c for c in colours if c.startswith("c-")]) == 11
    for name in ("text", "quiet", *(c for c in colours if c.startswith("c-"))):
        for ground in GROUNDS:
            light, dark = sorted((luminance(colours[name]), luminance(colours[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (name, ground)
