"""The sites of deploy/ as they stand, on ports of the loopback, with a certificate made for the test."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.paths import PROJECT_DIR

DEPLOY = PROJECT_DIR / "deploy"
PATIENCE_SECONDS = 10.0
PROGRAMS = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
NGINX_AROUND = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; events {{ worker_connections 1024; }}
http {{
    access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{site}
}}
"""


@dataclass(frozen=True)
class Proxy:
    """A proxy that runs: where it answers by TLS, and how it is trusted."""

    name: str
    port: int
    trust: ssl.SSLContext

    @property
    def host(self) -> str:
        """Name and port, as browsers say them."""
        return f"localhost:{self.port}"

    def connect(self) -> ssl.SSLSocket:
        """A connection with TLS on which nothing was said yet."""
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_SECONDS)
        return self.trust.wrap_socket(plain, server_hostname="localhost")


def needed(*programs: str) -> None:
    """Skip where a program is not installed; `make browser` installs nginx on Debian and Ubuntu."""
    for program in programs:
        if shutil.which(program, path=PROGRAMS) is None:
            pytest.skip(f"{program} is not installed here")


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    return port


def certificate(folder: Path) -> Path:
    """Key and certificate of localhost, key.pem and cert.pem in a folder; the certificate's path."""
    needed("openssl")
    named = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(["openssl", "req", *kind, *files, *named], check=True, capture_output=True)
    return folder / "cert.pem"


def replaced(text: str, changes: Mapping[str, str]) -> str:
    """A site with what every place has to put in; each has to be there."""
    for old, new in changes.items():
        assert old in text, f"the site does not say {old!r}"
        text = text.replace(old, new)
    return text


def nginx_file(folder: Path, app_port: int, port: int) -> Path:
    """The nginx site with ports, names and short patience for a test, in a file that nginx can run from."""
    site = replaced(
        (DEPLOY / "nginx.conf").read_text(encoding="utf-8"),
        {
            "127.0.0.1:8501": f"127.0.0.1:{app_port}",
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
            "so-lieu.example": "localhost",
            "/etc/ssl/dashboard.crt": str(folder / "cert.pem"),
            "/etc/ssl/dashboard.key": str(folder / "key.pem"),
            "client_header_timeout 10s": "client_header_timeout 1s",
            "client_body_timeout 20s": "client_body_timeout 1s",
        },
    )
    path = folder / "nginx.conf"
    path.write_text(NGINX_AROUND.format(folder=folder, site=site), encoding="utf-8")
    return path


def caddy_file(folder: Path, app_port: int, port: int) -> Path:
    """The Caddy site, likewise; nothing but the port given is listened on."""
    site = replaced(
        (DEPLOY / "Caddyfile").read_text(encoding="utf-8"),
        {
            "{\n\tservers": "{\n\tadmin off\n\tauto_https disable_redirects\n\tservers",
            "so-lieu.example": f"https://localhost:{port}",
            "/etc/ssl/dashboard.crt": str(folder / "cert.pem"),
            "/etc/ssl/dashboard.key": str(folder / "key.pem"),
            "127.0.0.1:8501": f"127.0.0.1:{app_port}",
            "read_header 10s": "read_header 1s",
        },
    )
    path = folder / "Caddyfile"
    path.write_text(site, encoding="utf-8")
    return path


@contextmanager
def running(name: str, folder: Path, app_port: int) -> Iterator[Proxy]:
    """nginx or Caddy in front of the app at a port, until the caller is done."""
    needed(name)
    trusted, port = certificate(folder), free_port()
    if name == "nginx":
        command = ["nginx", "-p", str(folder), "-c", str(nginx_file(folder, app_port, port))]
    else:
        site = str(caddy_file(folder, app_port, port))
        command = ["caddy", "run", "--config", site, "--adapter", "caddyfile"]
    environment = {"PATH": PROGRAMS, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    command[0] = str(shutil.which(command[0], path=PROGRAMS))
    with (folder / "printed.log").open("wb") as printed:
        started = subprocess.Popen(command, env=environment, stdout=printed, stderr=subprocess.STDOUT)
    try:
        _wait_for(port, started, folder)
        yield Proxy(name, port, ssl.create_default_context(cafile=str(trusted)))
    finally:
        started.terminate()
        started.wait(PATIENCE_SECONDS)


def _wait_for(port: int, started: "subprocess.Popen[bytes]", folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and started.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    said = (folder / "printed.log").read_text(encoding="utf-8", errors="replace")
    pytest.fail(re.sub(r"\s+", " ", said)[-500:])
