"""What a carrier and a commune see on their own pages, and what they do not."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from dashboard.access.roles import Role
from dashboard.intake.journal import Act, read_entries
from dashboard.store.database import Store
from dashboard.store.decisions import decisions_made
from dashboard.support.register.keeping import read_register
from dashboard.views import who
from dashboard.web.signed_in import all_signed_in
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import LAST, WHOLE
from tests.web.shared import make_accounts, shared_settings, signed_in_as  # noqa: F401

As = Callable[[Role], None]


@pytest.fixture
def become(filled: Store, shared: None, monkeypatch: pytest.MonkeyPatch) -> As:
    """Sign in as an account of a role."""
    make_accounts(filled)

    def as_role(role: Role) -> None:
        signed_in_as(filled, role)
        found = all_signed_in()[0]
        monkeypatch.setattr(who, "signed_in", lambda _cookies, is_doing: found)

    return as_role


def tables_of(page: AppTest) -> str:
    return " ".join(frame.value.to_csv() for frame in page.dataframe)


def test_a_carrier_sees_itself_and_the_provinces_total_of_a_whole_round(become: As, open_page: OpenPage):
    become(Role.CARRIER)
    page = open_page("own_carrier", tab="so-lieu", tuan=WHOLE.isoformat())
    assert page.title[0].value == "Viettel"
    assert "Toàn tỉnh" in words_on(page)
    told = words_on(page) + tables_of(page)
    assert not [name for name in ("VinaPhone", "MobiFone", "Vietnamobile", "Wintel") if name in told]
    assert "viettel_2026-11-04.xlsx" in told
    assert "cảnh báo" not in tables_of(page)


def test_of_a_round_that_is_not_whole_a_carrier_is_told_no_total(become: As, open_page: OpenPage):
    become(Role.CARRIER)
    page = open_page("own_carrier", tab="so-lieu", tuan=LAST.isoformat())
    assert "khi mọi nhà mạng đã gửi" in words_on(page)
    assert "**Toàn tỉnh**" not in words_on(page)


def chosen(page: AppTest, path: Path, name: str = "") -> AppTest:
    """A file put into the uploader, by its own or another name."""
    page = page.file_uploader[0].set_value([(name or path.name, path.read_bytes(), "text/csv")]).run()
    assert not page.exception, page.exception[0].message
    return page


def sending(page: AppTest) -> list[Button]:
    return [button for button in page.button if button.label.startswith("Gửi")]


def test_a_carrier_sees_what_is_wrong_sends_and_has_its_receipt(
    filled: Store, become: As, open_page: OpenPage, examples: Path
):
    become(Role.CARRIER)
    before = len(read_entries(filled.home))
    page = chosen(open_page("own_carrier"), examples / "viettel_2026-11-11.xlsx")
    assert "Đã nhận trước đây" in words_on(page)
    page = chosen(page, examples / "bad" / "sum_mismatch.xlsx")
    assert "sum_mismatch" in words_on(page)
    assert not sending(page)
    page = chosen(page, examples / "vinaphone_2026-11-11.csv", "báo cáo tuần.csv")
    page = page.date_input[0].set_value(LAST + timedelta(weeks=1)).run()
    assert "Hợp lệ" in words_on(page)
    told = words_on(page) + tables_of(page)
    assert not [name for name in ("VinaPhone", "vinaphone", "another_carriers") if name in told]
    assert len(read_entries(filled.home)) == before, "nothing is stored by looking"
    page = sending(page)[0].click().run()
    entry = read_entries(filled.home)[-1]
    assert (entry.carrier_code, entry.round_on) == ("viettel", LAST + timedelta(weeks=1))
    assert (entry.taken_in_by, entry.way, entry.act) == ("viettel-th", "own-page", Act.TAKEN_IN)
    assert f"Biên nhận số **{entry.ordinal}**" in page.success[0].value
    assert [it.value for it in page.subheader] == [f"Biên nhận số {entry.ordinal}"]
    assert "qua trang của nhà mạng" in words_on(page)
    assert "báo cáo tuần.csv" in tables_of(page)
    assert not sending(page), "nothing is offered twice"


def test_a_carrier_sends_for_nobody_else(filled: Store, become: As, open_page: OpenPage, examples: Path):
    become(Role.CARRIER)
    page = chosen(open_page("own_carrier"), examples / "wintel_2026-11-11.csv")
    assert "Tên tệp ghi nhà mạng khác" in page.error[0].value
    assert not sending(page)
    page = chosen(page, examples / "vietnamobile_2026-11-11.xlsx")
    assert "Không nhận" in words_on(page)
    assert not sending(page)


def test_whose_account_has_changed_meanwhile_sends_nothing(
    filled: Store, become: As, open_page: OpenPage, examples: Path
):
    become(Role.CARRIER)
    before = len(read_entries(filled.home))
    page = chosen(open_page("own_carrier"), examples / "viettel_2026-10-28.xlsx", "bản khác.xlsx")
    become(Role.COMMUNE)
    page = page.run()
    assert not page.file_uploader
    assert len(read_entries(filled.home)) == before


def test_a_commune_sees_itself_and_its_neighbours_rates(become: As, open_page: OpenPage):
    become(Role.COMMUNE)
    page = open_page("own_commune", tuan=WHOLE.isoformat())
    assert page.title[0].value == "Phường Hàm Rồng"
    rates = page.dataframe[0].value
    assert list(rates.columns) == ["Xã, phường", "Tỷ lệ xác thực", "Nhà mạng đã báo cáo"]
    assert 3 < len(rates) < 15
    assert "Phường Hàm Rồng" in set(rates["Xã, phường"])


def test_a_commune_offers_a_hall_and_reports_a_difficulty_of_its_own(
    filled: Store, become: As, open_page: OpenPage
):
    become(Role.COMMUNE)
    page = open_page("own_commune", tab="ho-tro")
    next(it for it in page.text_area if it.label == "Nội dung").set_value("Mất điện cả ngày")
    for label in ("own-difficulty", "own-hall"):
        if label == "own-hall":
            next(it for it in page.text_input if it.label == "Tên").set_value("Nhà văn hóa phố 1")
        page = next(it for it in page.button if label in it.key).click().run()
        assert not page.exception
        assert [it.value for it in page.error] == []
        assert "Đã gửi" in page.success[0].value
    with filled.reader() as cursor:
        register = read_register(cursor)
        made = decisions_made(cursor, "difficulty")
    assert [hall.hall_name for hall in register.halls_in("14758")] == ["Nhà văn hóa phố 1"]
    assert [it.communes_affected for it in register.difficulties.values()] == [("14758",)]
    assert made[0].decided_by == "ham-rong"
    assert "Mất điện" in tables_of(page)


def test_a_leader_sees_the_reports_without_taking_any_in(become: As, open_page: OpenPage):
    become(Role.LEADER)
    page = open_page("reports", tab="canh-bao")
    assert not page.get("file_uploader")
    assert "Chấp nhận" not in [button.label for button in page.button]
    with pytest.raises(who.NotYoursError):
        who.who(frozenset({Role.OFFICER}))


def test_a_leader_sees_register_and_sessions_and_changes_none(become: As, open_page: OpenPage):
    become(Role.LEADER)
    for tab in ("buoi-ho-tro", "hoi-truong", "vuong-mac", "ke-hoach"):
        page = open_page("support", tab=tab, xa="14758")
        assert not page.exception, tab
        labels = [button.label for button in page.button]
        assert not [it for it in labels if it.startswith(("Lưu", "Lập kế hoạch", "Thêm yêu cầu", "Đổi"))], (
            labels
        )
        assert not page.get("file_uploader")
