"""What documents say of the Department: names, number, who signs, who receives, logo."""

from dataclasses import replace
from typing import Literal

import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.briefing.office import LARGEST_LOGO_BYTES, Office, office_draft, office_in_force
from dashboard.store.decisions import decide
from dashboard.views.who import who
from dashboard.web.live import live

FORMS: dict[Literal["report", "letter"], str] = {"report": "Báo cáo", "letter": "Công văn (có V/v)"}


def show_office() -> None:
    """A form with the settings in force."""
    with live().store.reader() as cursor:
        office = office_in_force(cursor)
    with st.form("office", border=False):
        left, right = st.columns(2)
        changed = replace(
            office,
            parent_body=left.text_input("Cơ quan chủ quản", office.parent_body),
            body=left.text_input("Cơ quan ban hành", office.body),
            address=left.text_input("Địa chỉ", office.address),
            place=left.text_input("Địa danh ghi trước ngày tháng", office.place),
            number_pattern=left.text_input("Mẫu số, ký hiệu", office.number_pattern),
            form=left.radio(
                "Thể thức", list(FORMS), list(FORMS).index(office.form), format_func=FORMS.__getitem__
            ),
            addressee=right.text_area("Kính gửi", office.addressee, height=68),
            signing=_ask_lines(right, "Chức vụ người ký (mỗi dòng một chức vụ)", office.signing),
            signatory=right.text_input("Họ tên người ký (để trống thì ghi tay)", office.signatory),
            recipients=_ask_lines(right, "Nơi nhận (mỗi dòng một nơi)", office.recipients),
        )
        logo = left.file_uploader("Biểu trưng trên bài trình chiếu (PNG, JPEG)", ["png", "jpg", "jpeg"])
        if st.form_submit_button("Lưu thiết lập", type="primary"):
            _save(changed, logo.getvalue() if logo else office.logo)


def _ask_lines(
    place: st.delta_generator.DeltaGenerator, label: str, lines: tuple[str, ...]
) -> tuple[str, ...]:
    text = place.text_area(label, "\n".join(lines), height=40 + 24 * max(2, len(lines)))
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _save(office: Office, logo: bytes) -> None:
    try:
        whole = replace(office, logo=logo)
    except ValueError:
        st.error(
            f"Biểu trưng phải là tệp PNG hoặc JPEG, không quá {LARGEST_LOGO_BYTES // 1000} KB.",
            icon=":material/error:",
        )
        return
    decide(live().store, office_draft(whole, who(OFFICERS)))
    st.success("Đã lưu thiết lập; các tệp tạo từ bây giờ dùng thiết lập này.", icon=":material/check_circle:")
