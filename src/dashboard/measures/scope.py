"""Which figures are asked for, and who is expected to have reported them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias, get_args

import numpy as np
import numpy.typing as npt

from dashboard.reference.carriers import Carrier, carriers
from dashboard.reference.communes import Commune, communes

Basis: TypeAlias = Literal["this-week", "last-known"]
Kind: TypeAlias = Literal["xã", "phường"]
Positions: TypeAlias = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Scope:
    """The figures asked for.

    `carriers` are codes, () means every carrier expected; `kind` None means both kinds of commune. `basis`
    "this-week" counts only what was reported for the round, "last-known" takes the last figure that each
    carrier reported for a commune up to the round. `as_of` counts only what was received up to that moment;
    None means all that is known now.

    Raises ValueError for a basis or kind that does not exist and for a moment without its zone.
    """

    round_on: date
    carriers: tuple[str, ...] = ()
    kind: Kind | None = None
    basis: Basis = "this-week"
    as_of: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse what would silently select nothing."""
        if self.basis not in get_args(Basis):
            raise ValueError(f"basis {self.basis!r} is none of {get_args(Basis)}")
        if self.kind is not None and self.kind not in get_args(Kind):
            raise ValueError(f"kind {self.kind!r} is none of {get_args(Kind)}")
        if self.as_of is not None and self.as_of.utcoffset() is None:
            raise ValueError("as_of has no time zone")


@dataclass(frozen=True)
class Expected:
    """The communes and carriers expected in figures, in the order in which tables and masks list them.

    Usually everyone; one commune where only that is looked at, more than the reference tables hold in a test.
    """

    communes: tuple[Commune, ...]
    carriers: tuple[Carrier, ...]

    def communes_in(self, scope: Scope) -> Positions:
        """Positions of the communes of the scope's kind."""
        kinds = (scope.kind,) if scope.kind else get_args(Kind)
        return np.flatnonzero([commune.kind in kinds for commune in self.communes])

    def carriers_in(self, scope: Scope) -> Positions:
        """Positions of the scope's carriers. Raises ValueError for a code nobody knows."""
        codes = [carrier.code for carrier in self.carriers]
        if unknown := set(scope.carriers) - set(codes):
            raise ValueError(f"no such carrier: {', '.join(sorted(unknown))}")
        return np.flatnonzero([not scope.carriers or code in scope.carriers for code in codes])


def everyone() -> Expected:
    """All communes and carriers of the reference tables."""
    return Expected(communes(), carriers())
