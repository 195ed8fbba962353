"""Edits and templates are found again next week."""

from dashboard.briefing.content import Wording
from dashboard.briefing.wordings import (
    Template,
    edits_in_force,
    is_outdated,
    template_draft,
    templates,
    wording_decisions,
    wording_draft,
)
from dashboard.store.database import Store
from dashboard.store.decisions import Draft, decide

OPENING = Wording("opening", "Kỳ 18/11/2026: như sau.")


def test_an_edit_is_kept_until_the_computed_words_are_put_back(store: Store):
    decide(store, wording_draft(OPENING, "Kính gửi Tổ công tác.", "Cán bộ A"))
    assert edits_in_force(store.reader()) == (("opening", "Kính gửi Tổ công tác."),)
    assert wording_decisions(store.reader())["opening"].decided_by == "Cán bộ A"
    decide(store, wording_draft(OPENING, OPENING.computed, "Cán bộ A"))
    assert edits_in_force(store.reader()) == ()


def test_words_can_be_left_out_altogether(store: Store):
    decide(store, wording_draft(OPENING, "", "Cán bộ A"))
    assert edits_in_force(store.reader()) == (("opening", ""),)


def test_an_edit_over_other_figures_is_outdated(store: Store):
    decide(store, wording_draft(OPENING, "Kính gửi.", "Cán bộ A"))
    decision = wording_decisions(store.reader())["opening"]
    assert not is_outdated(decision, OPENING)
    assert is_outdated(decision, Wording("opening", "Kỳ 25/11/2026: như sau."))


def test_choices_are_kept_under_their_name(store: Store):
    kept = Template("Giao ban tuần", ("result", "locks"), ("14758",), "wintel", "Giám đốc Sở")
    decide(store, template_draft(kept, "Cán bộ A"))
    assert templates(store.reader()) == (kept,)


def test_a_template_with_a_part_that_is_gone_still_opens(store: Store):
    decide(store, Draft("briefing_template", "Cũ", {"parts": ["result", "gone"]}, "Cán bộ A"))
    assert templates(store.reader()) == (Template("Cũ", ("result",)),)
