"""What a meeting looks at: a reader's filters, as known when it was opened."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qsl

from dashboard.briefing.content.request import BriefingRequest
from dashboard.measures.scope import Scope
from dashboard.measures.selection import Selection, read_selection


@dataclass(frozen=True)
class MeetingRequest(BriefingRequest):
    """The briefing's question with every filter of a page: carriers, kind of commune, basis."""

    selection: Selection | None = None

    @property
    def scope(self) -> Scope:
        """The selection's figures, of what was received up to the moment."""
        if self.selection is None:
            return super().scope
        asked = self.selection
        return Scope(self.round_on, asked.carriers, asked.kind, asked.basis, self.as_of)


def request_of(selection: Selection, as_of: datetime | None) -> MeetingRequest:
    """The request of a selection; `as_of` None counts all that is known now."""
    return MeetingRequest(selection.round_on, as_of=as_of, selection=selection)


def selection_of(query: str) -> Selection:
    """The selection of a query that names its round. Raises KeyError or ValueError for another."""
    address = dict(parse_qsl(query))
    found = read_selection(address, (date.fromisoformat(address["tuan"]),))
    assert found is not None, "a round is named"
    return found
