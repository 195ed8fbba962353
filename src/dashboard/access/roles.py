"""The roles, and somebody who looks: with an account, or the one person at this machine."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is here for; an account may have several."""

    LEADER = "leader"  # sees everything, decides in meetings
    OFFICER = "officer"  # takes in, plans, briefs
    CARRIER = "carrier"  # its own files, receipts and figures, and the province's total
    COMMUNE = "commune"  # its own page and neighbours' rates
    ADMINISTRATOR = "administrator"  # accounts, policy, layers, backup; no figures by that alone


ROLE_WORDS = {
    Role.LEADER: "Lãnh đạo",
    Role.OFFICER: "Chuyên viên",
    Role.CARRIER: "Nhà mạng",
    Role.COMMUNE: "Xã, phường",
    Role.ADMINISTRATOR: "Quản trị",
}
OF_THE_DEPARTMENT = frozenset({Role.LEADER, Role.OFFICER})
EVERYBODY = frozenset(Role)
HERE = "người dùng tại máy này"  # who acts where nobody signs in and no name was typed


@dataclass(frozen=True)
class Viewer:
    """Who looks. `carrier_code` and `commune_code` are "" for those who are of none.

    `is_local`: the one person at this machine, who has not signed in and may do everything.
    """

    name: str
    account: str
    roles: frozenset[Role]
    carrier_code: str = ""
    commune_code: str = ""
    is_local: bool = False

    def is_any_of(self, roles: frozenset[Role]) -> bool:
        """Whether one of these roles is theirs."""
        return bool(self.roles & roles)

    @property
    def sees_every_carrier(self) -> bool:
        """Whether figures and files of every carrier are theirs to see."""
        return self.is_any_of(OF_THE_DEPARTMENT)

    def may_see_files_of(self, carrier_code: str | None) -> bool:
        """Whether a carrier's files and receipts are theirs to see; None for a file that is nobody's."""
        is_own = Role.CARRIER in self.roles and bool(carrier_code) and carrier_code == self.carrier_code
        return self.sees_every_carrier or is_own


# All rights; carriers' and communes' own pages are of one carrier or commune, which this person is not.
AT_THIS_MACHINE = Viewer(HERE, "", EVERYBODY - {Role.CARRIER, Role.COMMUNE}, is_local=True)
