"""What is asked of intake."""

import hashlib

from tests.intake.reports import request_of


def test_the_checksum_is_that_of_the_bytes():
    assert request_of(content=b"abc").sha256 == hashlib.sha256(b"abc").hexdigest()
