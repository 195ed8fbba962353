"""The content security policy: what a page of this app may load and run. As tight as it runs.

- `blob:` for scripts: Streamlit loads a component's code from a blob address.
- Inline scripts by their hash: Streamlit's own in its page, and ours in views/*.js; no other runs.
- Inline styles: Streamlit and plotly write them as they draw.
- `wasm-unsafe-eval` is left out: what needs it (Streamlit's tables of very large files) is not used here.
"""

import base64
import hashlib
import importlib.util
import re
from functools import cache
from pathlib import Path

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
VIEWS = Path(__file__).parents[1] / "views"

POLICY = {
    "default-src": "'none'",
    "script-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "media-src": "'self' blob:",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
}


@cache
def content_policy() -> str:
    """The header's text."""
    hashes = " ".join(f"'sha256-{hash_of(script)}'" for script in inline_scripts())
    lines = POLICY | {"script-src": f"{POLICY['script-src']} {hashes}"}
    return "; ".join(f"{name} {sources}" for name, sources in lines.items())


def inline_scripts() -> tuple[str, ...]:
    """The text of every script that stands in a page itself."""
    found = importlib.util.find_spec("streamlit")
    assert found is not None
    assert found.origin is not None
    page = (Path(found.origin).parent / "static" / "index.html").read_text(encoding="utf-8")
    ours = (path.read_text(encoding="utf-8") for path in sorted(VIEWS.glob("*.js")))
    return (*INLINE.findall(page), *ours)


def hash_of(script: str) -> str:
    """A script's SHA-256 as a policy names it (CSP 3, 2.3.1)."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
