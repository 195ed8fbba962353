from dashboard.boundaries.finding import LayerFinding, Severity, has_errors

REFUSAL = LayerFinding("layer_missing_communes", Severity.ERROR, "Thiếu 1 xã.", "14758", "Bổ sung.")
REMARK = LayerFinding("layer_extra_areas", Severity.INFO, "3 vùng ngoài tỉnh.")


def test_a_finding_is_the_same_record_in_json():
    assert list(REFUSAL.as_json().items()) == [
        ("rule", "layer_missing_communes"),
        ("severity", "error"),
        ("message", "Thiếu 1 xã."),
        ("value", "14758"),
        ("suggestion", "Bổ sung."),
    ]
    assert REMARK.as_json()["value"] is None


def test_only_an_error_refuses_a_layer():
    assert has_errors((REMARK, REFUSAL))
    assert not has_errors((REMARK,))
    assert not has_errors(())
