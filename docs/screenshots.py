"""The guide's pictures, from the running app with demo figures: `make screenshots` writes them.

The demo figures are of fixed rounds and the layer is the schematic one, so a picture changes only when the
app does.
"""

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from bench.apps import OURS
from bench.chromium import launch
from bench.serving import serving
from dashboard.paths import PROJECT_DIR

PICTURES_DIR = PROJECT_DIR / "docs" / "guide" / "pictures"
OFFICE_PC = ViewportSize(width=1366, height=768)
LAST_ROUND_ON, NEXT_ROUND_ON = date(2026, 11, 18), date(2026, 11, 25)
LAST_ROUND = f"/?tuan={LAST_ROUND_ON}"  # what a page opens on follows the clock
ROUND_WITH_ONE_MISSING = "2026-11-11"  # Vietnamobile sends no file: demo/events.py
COMMUNE_CODE = "15019"  # Xã Tam Lư, the lowest rate of the last round
SETTLE_MS = 1_500  # fonts, the map's first frame
PATIENCE_MS = 60_000
COLOURS = 256  # a palette holds all that a page shows, at a third of the bytes

Shot = Callable[[Page, str], None]


def main() -> None:
    """Fill a folder with simulated rounds, start the app on it, take every picture."""
    PICTURES_DIR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="screenshots-") as name:
        folder = Path(name)
        environment = os.environ | {
            "DASHBOARD_HOME": str(folder / "home"),
            "DASHBOARD_FIRST_START_DEMO": "false",
            "DASHBOARD_FIRST_START_DOWNLOAD": "false",
            "PYTHONPATH": str(PROJECT_DIR / "src"),
        }
        simulate(environment, "--until", LAST_ROUND_ON.isoformat())
        files = files_of_next_round(folder, environment)
        with (
            serving(OURS.command, folder, environment, OURS.answers_at) as server,
            sync_playwright() as playwright,
        ):
            browser = launch(playwright)
            for picture, shot in SHOTS.items():
                take(browser.new_page(viewport=OFFICE_PC, locale="vi-VN"), server.url, picture, shot)
            page = browser.new_page(viewport=OFFICE_PC, locale="vi-VN")
            take(page, server.url, "findings", lambda page, url: findings(page, url, files))
            browser.close()


def simulate(environment: dict[str, str], *options: str) -> None:
    """python -m dashboard demo with these options."""
    command = [sys.executable, "-m", "dashboard", "demo", *options]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def files_of_next_round(folder: Path, environment: dict[str, str]) -> list[Path]:
    """A sound report of the round after the last, and one with a total that does not add up."""
    reports = folder / "reports"
    options = ("--until", NEXT_ROUND_ON.isoformat(), "--rounds", "1", "--files-only", str(reports))
    simulate(environment, *options)
    sound, wrong = reports / "viettel_2026-11-25_mo-phong.xlsx", reports / "wintel_2026-11-25_mo-phong.csv"
    wrong.write_bytes(with_wrong_total(wrong.read_bytes()))
    return [sound, wrong]


def with_wrong_total(content: bytes) -> bytes:
    """The same tab-separated report, a thousand added to the total of its tenth row."""
    lines = content.decode("utf-16").splitlines(keepends=True)
    cells = lines[10].split("\t")
    at = next(index for index, cell in enumerate(cells) if index > 1 and cell.strip().isdigit())
    cells[at] = str(int(cells[at]) + 1_000)
    lines[10] = "\t".join(cells)
    return "".join(lines).encode("utf-16")


def take(page: Page, url: str, picture: str, shot: Shot) -> None:
    """docs/guide/pictures/<picture>-<width>.png of what `shot` brings onto the page."""
    shot(page, url)
    page.wait_for_timeout(SETTLE_MS)
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    path = PICTURES_DIR / f"{picture}-{OFFICE_PC['width']}.png"
    taken.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} KB\n")
    page.close()


def with_map(path: str) -> Shot:
    """A page opened at `path`, its map alive."""

    def shot(page: Page, url: str) -> None:
        page.goto(url + path)
        page.wait_for_selector("#commune-map[data-alive]", timeout=PATIENCE_MS)

    return shot


def opened(page: Page, url: str) -> None:
    """The lowest commune of the ranking, opened."""
    with_map(LAST_ROUND)(page, url)
    page.locator(".ranking button.link").first.click()
    expect(page.locator(".opened h3")).to_be_visible()


def meaning(page: Page, url: str) -> None:
    """What the measure means."""
    with_map(LAST_ROUND)(page, url)
    page.get_by_title("Chỉ số này nghĩa là gì?").click()
    expect(page.locator(".meaning")).to_be_visible()


def commune(page: Page, url: str) -> None:
    """One commune by carrier and round."""
    page.goto(f"{url}/xa-phuong?tuan={LAST_ROUND_ON}&xa={COMMUNE_CODE}")
    expect(page.get_by_role("heading", name="Xã Tam Lư")).to_be_visible(timeout=PATIENCE_MS)
    page.wait_for_load_state("networkidle")


def reports(page: Page, url: str) -> None:
    """The page that takes files in."""
    page.goto(f"{url}/bao-cao")
    expect(page.get_by_role("button", name="Chọn tệp")).to_be_visible(timeout=PATIENCE_MS)


def meeting(page: Page, url: str) -> None:
    """The page of the lowest commune in a meeting."""
    page.goto(f"{url}/hop?tuan={LAST_ROUND_ON}&buoc=xa-{COMMUNE_CODE}")
    page.wait_for_selector(".meeting[data-turned-ms]", timeout=PATIENCE_MS)


def two_rounds(page: Page, url: str) -> None:
    """Two rounds divided by a bar."""
    with_map(f"/ban-do?tuan={LAST_ROUND_ON}")(page, url)
    page.get_by_role("button", name="Trước – sau").click()
    expect(page.locator(".divider")).to_be_visible()


def round_status(page: Page, url: str) -> None:
    """Who has sent what."""
    page.goto(f"{url}/bao-cao?tab=tinh-hinh&tuan={LAST_ROUND_ON}")
    page.get_by_role("tab", name="Tình hình kỳ báo cáo").click(timeout=PATIENCE_MS)
    expect(page.get_by_text("Hạn gửi: trước")).to_be_visible()
    expect(page.locator("table.turns")).to_be_visible()


def findings(page: Page, url: str, files: list[Path]) -> None:
    """Two files waiting for a word: a sound one, and one that is refused."""
    reports(page, url)
    page.set_input_files("input[type=file]", files)
    expect(page.get_by_role("button", name="Nhận 1 tệp hợp lệ")).to_be_visible(timeout=PATIENCE_MS)


SHOTS: dict[str, Shot] = {
    "overview": with_map(LAST_ROUND),
    "map": with_map(f"/ban-do?tuan={LAST_ROUND_ON}"),
    "partly": with_map(f"/?tuan={ROUND_WITH_ONE_MISSING}"),
    "opened": opened,
    "meaning": meaning,
    "commune": commune,
    "reports": reports,
    "round": round_status,
    "meeting": meeting,
    "two-rounds": two_rounds,
}


if __name__ == "__main__":
    main()
