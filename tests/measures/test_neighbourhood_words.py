"""What is said of communes among their neighbours."""

from dashboard.measures.neighbourhood import Neighbourhood, Pattern
from dashboard.measures.neighbourhood_words import (
    NEIGHBOURHOODS,
    WORDS,
    alone_sentence,
    group_sentence,
    neighbourhood_table,
)
from dashboard.reference.columns import columns


def one(number: int, pattern: Pattern | None = Pattern.LOW_TOGETHER) -> Neighbourhood:
    return Neighbourhood(f"{number}", f"Xã {number}", 50.0, 1_000, 75.5, 4, 0.01, pattern)


def test_a_group_names_six_and_counts_the_others_and_all_people():
    said = group_sentence([one(number) for number in range(9)])
    assert said.startswith("9 xã, phường liền nhau cùng thấp, còn 9.000 thuê bao chưa xác thực: Xã 0, Xã 1,")
    assert "Xã 5 và 3 nơi khác. " in said
    assert "nơi khác" not in group_sentence([one(1), one(2)])


def test_who_is_low_alone_is_told_beside_their_neighbours():
    said = alone_sentence(one(1, Pattern.LOW_AMONG_HIGHER)).replace("\u00a0", " ")
    assert said.startswith("Xã 1: 50,0 %, trong khi 4 nơi giáp ranh bình quân 75,5 %.")


def test_the_table_has_columns_of_the_dictionary_and_words_for_every_pattern():
    assert set(NEIGHBOURHOODS.names) <= set(columns())
    rows = neighbourhood_table([one(place, pattern) for place, pattern in enumerate(WORDS)]).to_pylist()
    assert [row["neighbourhood"] for row in rows] == list(WORDS.values())
    assert (rows[0]["neighbours_gap_pct"], rows[0]["chance_pct"]) == (-25.5, 1.0)
