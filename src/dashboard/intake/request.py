"""What is asked of intake: a file, and what the person who brings it knows of it."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property


@dataclass(frozen=True)
class IntakeRequest:
    """A file to take in.

    `carrier_code` and `round_on` are None where the file is to say them; `round_on` may be any day of the
    round. `received_at` (aware) is when the Department came to know the file, `way` how it came: page,
    command, demo. `known_before` is the id of an act: the file is judged as things were known before it.
    """

    file_name: str
    content: bytes = field(repr=False)
    received_at: datetime
    taken_in_by: str
    way: str
    carrier_code: str | None = None
    round_on: date | None = None
    is_simulated: bool = False
    known_before: str | None = None

    @cached_property
    def sha256(self) -> str:
        """Checksum of the bytes, by which the archive keeps them."""
        return hashlib.sha256(self.content).hexdigest()
