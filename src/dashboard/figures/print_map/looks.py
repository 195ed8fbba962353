"""How classes look on paper: in the policy's colours, or in greys with textures for black and white."""

from dataclasses import dataclass

from dashboard.reference.policy import policy
from dashboard.reference.scales import Scale, ink_on, relative_luminance

# Density of a hatch: how often its sign is repeated. Three lines then cross the smallest commune, 4 mm wide.
DENSITY = 4
DARKEST, LIGHTEST = 30.0, 98.0  # CIELAB lightness of the first and last grey; toner blurs what is darker
# Every other grey has a texture, so that neighbours differ in kind as well as in tone. Slanting lines are
# left out: they say that a carrier is missing.
TEXTURES = ("--", "...", "||")
OUTSIDE_COLOUR = "#F6F6F6"  # communes of the kind not asked for


@dataclass(frozen=True)
class Fill:
    """How an area is drawn: colours as #RRGGBB, hatch in matplotlib's signs, "" for none."""

    colour: str
    hatch: str = ""
    hatch_colour: str = "#000000"

    @property
    def ink(self) -> str:
        """The colour of letters that are read on it."""
        return ink_on(self.colour)

    def partly_reported(self) -> "Fill":
        """The same with the hatch for communes that lack a carrier."""
        look = policy().partly_reported
        hatch = self.hatch + look.hatch * DENSITY
        return Fill(self.colour, hatch, look.hatch_colour or self.ink)


def class_fills(scale: Scale, is_grey: bool) -> tuple[Fill, ...]:
    """A fill for each class of a scale."""
    if not is_grey:
        return tuple(Fill(colour) for colour in scale.colours)
    order = sorted(scale.colours, key=relative_luminance)
    return tuple(_grey(order.index(colour), len(order)) for colour in scale.colours)


def no_data_fill(is_grey: bool) -> Fill:
    """The fill of communes that nothing was reported for."""
    look = policy().no_data
    colour = "#FFFFFF" if is_grey else look.colour or "#FFFFFF"
    return Fill(colour, look.hatch * DENSITY, "#555555" if is_grey else look.hatch_colour or "#000000")


def outside_fill() -> Fill:
    """The fill of communes that were not asked for."""
    return Fill(OUTSIDE_COLOUR)


def _grey(rank: int, count: int) -> Fill:
    lightness = DARKEST + (LIGHTEST - DARKEST) * rank / max(count - 1, 1)
    colour = _grey_of(lightness)
    texture = TEXTURES[rank // 2 % len(TEXTURES)] if rank % 2 else ""
    return Fill(colour, texture, ink_on(colour))


def _grey_of(lightness: float) -> str:
    """The grey of a CIELAB lightness (CIE 15:2004; sRGB, IEC 61966-2-1)."""
    luminance = ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3
    level = 12.92 * luminance if luminance <= 0.0031308 else 1.055 * luminance ** (1 / 2.4) - 0.055
    return "#" + f"{round(level * 255):02X}" * 3
