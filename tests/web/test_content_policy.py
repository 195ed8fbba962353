"""Every answer says what a page may load and run, and every script in a page is allowed by its text."""

import re

from starlette.testclient import TestClient

from dashboard.paths import PROJECT_DIR
from dashboard.store.database import Store
from dashboard.web.content_policy import content_policy, hash_of, inline_scripts

VIEWS = PROJECT_DIR / "src" / "dashboard" / "views"


def test_every_answer_carries_it(empty: Store, client: TestClient):
    for path in ("/healthz", "/assets/1/x", "/khong-co", "/dang-nhap"):
        assert client.get(path, follow_redirects=False).headers["content-security-policy"] == content_policy()


def test_no_script_runs_that_is_not_named():
    (scripts,) = re.findall(r"script-src ([^;]*)", content_policy())
    assert "unsafe" not in scripts
    assert "http" not in content_policy()
    assert all(f"'sha256-{hash_of(script)}'" in scripts for script in inline_scripts())


def test_scripts_of_views_are_the_whole_text_of_their_file():
    """Otherwise the hash is not that of what the browser is given; text in Python has no hash at all."""
    given = [
        line.strip()
        for path in sorted(VIEWS.glob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "<script>" in line
    ]
    assert given
    assert all(re.search(r"<script>\{[^}]+\}</script>", line) for line in given)
