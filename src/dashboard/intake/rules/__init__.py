"""The rules a file is held against: one small file each, named by the identifier that the user sees."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from types import ModuleType

from dashboard.intake.bounded import bounded
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.rules import (
    all_zero,
    annex_incomplete_row,
    annex_not_a_choice,
    annex_not_a_count,
    annex_not_a_date,
    annex_unknown_commune,
    another_carriers_figures,
    blank_counts,
    carrier_disagrees,
    carrier_unknown,
    closed_round,
    code_name_conflict,
    column_of_zeros,
    copied_figures,
    damaged_file,
    divided_commune,
    doubled_columns,
    duplicate_commune,
    duplicate_file,
    empty_file,
    formula_in_cell,
    frozen_communes,
    header_not_found,
    html_as_spreadsheet,
    implausible_count,
    junk_handled_exceeds_found,
    layout_changed,
    locks_exceed_unverified,
    misplaced_rows,
    missing_columns,
    missing_communes,
    missing_old_communes,
    negative_count,
    not_a_number,
    not_a_spreadsheet,
    not_whole,
    nothing_filled_in,
    old_communes_summed,
    password_protected,
    percentage_mismatch,
    point_ends_before_start,
    point_outside_province,
    rate_at_edge,
    replaces_fuller_report,
    round_disagrees,
    round_in_future,
    round_not_wednesday,
    round_numbers,
    round_unknown,
    same_rate_everywhere,
    several_tables,
    sim_exceeds_subscribers,
    sim_result_doubled,
    sim_result_without_figures,
    skipped_rows,
    stands_behind,
    sum_mismatch,
    supersedes_earlier,
    swapped_columns,
    too_large,
    total_jump,
    total_row_mismatch,
    unknown_commune,
    unread_columns,
    unsplit_rows,
    verified_falls,
    verified_falls_overall,
    verified_unchanged,
    wrong_unit,
)
from dashboard.reference.policy import policy

Rule = Callable[[Case], Iterator[Finding]]

# From the whole file down to the single cell, then what is noted only; findings come in this order, errors
# first.
RULES: tuple[ModuleType, ...] = (
    empty_file,
    not_a_spreadsheet,
    html_as_spreadsheet,
    damaged_file,
    password_protected,
    too_large,
    duplicate_file,
    replaces_fuller_report,
    header_not_found,
    missing_columns,
    doubled_columns,
    several_tables,
    unsplit_rows,
    carrier_unknown,
    carrier_disagrees,
    round_unknown,
    round_disagrees,
    round_in_future,
    round_not_wednesday,
    closed_round,
    unknown_commune,
    code_name_conflict,
    duplicate_commune,
    formula_in_cell,
    not_a_number,
    not_whole,
    negative_count,
    implausible_count,
    sum_mismatch,
    locks_exceed_unverified,
    nothing_filled_in,
    blank_counts,
    missing_communes,
    missing_old_communes,
    total_row_mismatch,
    percentage_mismatch,
    all_zero,
    column_of_zeros,
    copied_figures,
    another_carriers_figures,
    wrong_unit,
    misplaced_rows,
    swapped_columns,
    verified_unchanged,
    frozen_communes,
    total_jump,
    rate_at_edge,
    verified_falls,
    verified_falls_overall,
    round_numbers,
    same_rate_everywhere,
    sim_exceeds_subscribers,
    junk_handled_exceeds_found,
    annex_unknown_commune,
    annex_incomplete_row,
    annex_not_a_choice,
    annex_not_a_count,
    annex_not_a_date,
    point_ends_before_start,
    point_outside_province,
    sim_result_doubled,
    sim_result_without_figures,
    stands_behind,
    supersedes_earlier,
    old_communes_summed,
    divided_commune,
    layout_changed,
    unread_columns,
    skipped_rows,
)
WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(case: Case) -> tuple[Finding, ...]:
    """The findings on a file, errors first, of each rule so many as can be read.

    The policy may give a rule another severity.
    """
    findings = [
        finding for rule in RULES for finding in bounded(_errors_first(map(_weighed, rule.find(case))))
    ]
    return tuple(_errors_first(findings))


def _errors_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: WEIGHT[finding.severity])


def _weighed(finding: Finding) -> Finding:
    severity = policy().checks.severity(finding.rule, finding.severity.value)
    return replace(finding, severity=Severity(severity))
