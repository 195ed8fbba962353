"""Classes for a room: at most five, because from its back no more colours are told apart."""

from dashboard.meeting.model import Shades
from dashboard.reference.columns import columns
from dashboard.reference.policy import policy
from dashboard.reference.scales import Scale

MOST_CLASSES = 5


def shades_of(column: str) -> Shades:
    """The policy's classes of a column, joined at the ends until they are five.

    Raises KeyError for a column that the policy has no classes for.
    """
    scale = for_the_room(policy().scales[column])
    return Shades(columns()[column].label, scale.unit, scale.limits, scale.colours, scale.labels)


def for_the_room(scale: Scale) -> Scale:
    """The scale with its outermost classes joined to their neighbours, whose colours they take.

    No limit is moved and no colour is darker than at the desk, so what stands out here stands out there.
    """
    limits, colours = scale.limits, scale.colours
    at_the_end = False
    while len(colours) > MOST_CLASSES:
        limits, colours = (limits[:-1], colours[:-1]) if at_the_end else (limits[1:], colours[1:])
        at_the_end = not at_the_end
    return Scale(scale.column, scale.unit, limits, colours)
