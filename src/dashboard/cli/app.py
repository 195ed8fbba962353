"""The command line as a whole."""

import importlib
import sys

import typer

from dashboard.cli.ingest import ingest
from dashboard.cli.rebuild import rebuild

app = typer.Typer(
    name="dashboard",
    help="Theo dõi xác thực thông tin thuê bao theo xã, phường.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(ingest)
app.command()(rebuild)


def _register_others() -> None:
    for name in ("figures", "demo", "boundaries"):
        try:
            module = importlib.import_module(f"dashboard.cli.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"dashboard.cli.{name}":
                raise
            continue
        if name == "boundaries":
            app.add_typer(module.app, name="boundaries")
        else:
            app.command()(getattr(module, name))


_register_others()


def main() -> None:
    """Run the command that the arguments name. Output is UTF-8 also where Windows would have it otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    app()
