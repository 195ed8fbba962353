"""GET /metrics: how the app does, in Prometheus' text. Counts, times and ages; no figure, no name."""

import hmac
from collections.abc import Iterator
from datetime import UTC, datetime
from shutil import disk_usage

from prometheus_client import generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.access.rights import ADMINISTRATORS, may
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.store.metering import REGISTRY
from dashboard.store.questions import ask
from dashboard.upkeep.acts import REPORT, acts_of
from dashboard.upkeep.daily import last_backup_at
from dashboard.web.gate import comes_from_here, viewer_in
from dashboard.web.live import live

NOT_FOR_YOU = (
    "Chỉ số đo chỉ đọc được tại chính máy này, bởi người quản trị, hoặc với mã DASHBOARD_METRICS_TOKEN."
)


class OfTheStore(Collector):
    """What is asked of the store at each reading; ages are left out where there is nothing yet."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def collect(self) -> Iterator[Metric]:
        """The gauges."""
        files = GaugeMetricFamily(
            "dashboard_files", "Files ever received, by result", labels=("status", "way")
        )
        for (status, way), count in sorted(self._files().items()):
            files.add_metric((status, way), count)
        yield files
        now = datetime.now(UTC)
        with self.store.reader() as cursor:
            received: datetime | None = ask(cursor, "upkeep/last_received")["received_at"][0].as_py()
        ages = {"data": received, "backup": last_backup_at(self.store.home)}
        for name, moment in ages.items():
            if moment is not None:
                age = (now - moment).total_seconds()
                yield GaugeMetricFamily(f"dashboard_{name}_age_seconds", f"Since the last {name}", age)
        disk = disk_usage(self.store.home)
        yield GaugeMetricFamily("dashboard_disk_free_bytes", "Free on the home folder's disk", disk.free)
        yield GaugeMetricFamily("dashboard_disk_bytes", "Size of the home folder's disk", disk.total)

    def _files(self) -> dict[tuple[str, str], int]:
        counts: dict[tuple[str, str], int] = {}
        for act in acts_of(self.store.home):
            if act.subject == REPORT and act.after is not None:
                key = (str(act.after["status"]), act.way)
                counts[key] = counts.get(key, 0) + 1
        return counts


def serve_metrics(request: Request) -> Response:
    """200 for this machine, an administrator, or whoever has the token; 403 for anybody else."""
    if not _may_read(request):
        return PlainTextResponse(NOT_FOR_YOU, 403)
    content = generate_latest(REGISTRY) + generate_latest(OfTheStore(live().store))
    return Response(content, headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"})


def _may_read(request: Request) -> bool:
    token = settings().metrics_token.get_secret_value()
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    has_token = bool(token) and hmac.compare_digest(given.encode(), token.encode())
    return has_token or comes_from_here(request.scope) or may(viewer_in(request.scope), ADMINISTRATORS)
