"""What is counted and timed while the process runs (Prometheus). Never a figure of a report."""

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics

disable_created_metrics()  # type: ignore[no-untyped-call]  # else each count has a second line

REGISTRY = CollectorRegistry()  # ours alone: what libraries register elsewhere is not handed out
QUICK = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
LONG = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

REQUESTS = Counter("dashboard_requests", "Requests answered", ("route", "method", "code"), registry=REGISTRY)
REQUEST_SECONDS = Histogram(
    "dashboard_request_seconds", "Time to the answer's end", ("route",), buckets=QUICK, registry=REGISTRY
)
RUN_SECONDS = Histogram(
    "dashboard_page_run_seconds", "Time of a page's run", ("page",), buckets=QUICK, registry=REGISTRY
)
LOAD_SECONDS = Histogram(
    "dashboard_load_seconds", "Time to store or refuse a file that was read", buckets=LONG, registry=REGISTRY
)
