from collections.abc import Callable
from typing import TypeAlias

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.boundaries.encoding import DECODERS, decode_table
from dashboard.boundaries.finding import Severity
from dashboard.reference.communes import communes

Encoders: TypeAlias = dict[str, Callable[[str], bytes]]

NAMES = [commune.name for commune in communes()]


def as_read(values: list[bytes]) -> pd.DataFrame:
    """As a reader that knows nothing of encodings gives the bytes."""
    return pd.DataFrame({"ten": [value.decode("latin-1") for value in values]}, dtype=object)


@pytest.mark.parametrize("encoding", DECODERS)
def test_without_a_cpg_the_encoding_that_gives_most_names_is_found_and_told(
    encoders: Encoders, encoding: str
):
    table, (finding,) = decode_table(as_read([encoders[encoding](name) for name in NAMES]), None)
    assert [text.casefold() for text in table["ten"]] == [name.casefold() for name in NAMES]
    assert (finding.rule, finding.severity, finding.value) == (
        "layer_encoding_guessed",
        Severity.INFO,
        encoding,
    )


@pytest.mark.parametrize(
    ("cpg", "encoding"),
    [("UTF-8", "UTF-8"), ("utf8", "UTF-8"), ("65001", "UTF-8"), ("1258", "cp1258"), ("ANSI 1258", "cp1258")],
)
def test_a_true_cpg_is_followed_in_silence(encoders: Encoders, cpg: str, encoding: str):
    table, findings = decode_table(as_read([encoders[encoding](name) for name in NAMES]), cpg)
    assert table["ten"].tolist() == NAMES
    assert findings == ()


@pytest.mark.parametrize("cpg", ["UTF-8", "ISO 88591", "1252", "nonsense"])
def test_a_cpg_that_cannot_be_true_is_not_followed(encoders: Encoders, cpg: str):
    table, (finding,) = decode_table(as_read([encoders["cp1258"](name) for name in NAMES]), cpg)
    assert table["ten"].tolist() == NAMES
    assert cpg in finding.message


def test_text_without_accents_needs_no_guess():
    table, findings = decode_table(as_read([b"Xa Dong Tien", b"Phuong Hac Thanh"]), None)
    assert table["ten"].tolist() == ["Xa Dong Tien", "Phuong Hac Thanh"]
    assert findings == ()


def test_bytes_of_no_known_encoding_stay_and_are_told():
    raw = as_read([b"\xd2\x80\x81 \x90"])
    table, (finding,) = decode_table(raw, None)
    assert table.equals(raw)
    assert (finding.rule, finding.severity) == ("layer_encoding_unknown", Severity.WARNING)


def test_empty_cells_stay_empty():
    table, _ = decode_table(pd.DataFrame({"ten": [None, "Xa"], "ma": [None, None]}, dtype=object), None)
    assert table["ten"].tolist() == [None, "Xa"]
    assert table["ma"].tolist() == [None, None]


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(sorted(DECODERS)))
def test_each_decoder_reads_what_its_encoding_wrote(encoders: Encoders, name: str, encoding: str):
    assert DECODERS[encoding](encoders[encoding](name)).casefold() == name.casefold()


@settings(deadline=None)
@given(st.binary(max_size=40))
def test_any_bytes_are_read_in_some_way(content: bytes):
    table, _ = decode_table(as_read([content]), None)
    assert isinstance(table["ten"][0], str)
