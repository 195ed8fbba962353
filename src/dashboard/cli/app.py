"""The command line as a whole."""

import getpass
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from dashboard.cli import accounts, aliases, boundaries, journal, layouts, rounds, support, tokens
from dashboard.cli.briefing import briefing
from dashboard.cli.commune_sheets import commune_sheets
from dashboard.cli.correction import correction
from dashboard.cli.demo import demo
from dashboard.cli.figures import figures
from dashboard.cli.go_back import go_back
from dashboard.cli.ingest import ingest
from dashboard.cli.live_store import EXIT_WRONG_USE
from dashboard.cli.map import map_for_paper
from dashboard.cli.rebuild import rebuild
from dashboard.cli.receipt import receipt
from dashboard.cli.restatements import restated
from dashboard.cli.template import template
from dashboard.cli.upkeep import backup, check, restore
from dashboard.cli.warnings import warnings
from dashboard.store.origin import Origin, coming_from
from dashboard.upkeep.going_back import UNREADABLE, refusal_words


class _Commands(TyperGroup):
    """All commands: data that this program cannot read is said in a sentence, whatever was asked of it."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except UNREADABLE as error:
            typer.echo(refusal_words(error), err=True)
            raise typer.Exit(EXIT_WRONG_USE) from error


app = typer.Typer(
    cls=_Commands,
    name="dashboard",
    help="Theo dõi xác thực thông tin thuê bao theo xã, phường.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _begin(context: typer.Context) -> None:
    """Whatever a command enters in the journal comes from a command of this user."""
    context.with_resource(coming_from(Origin("command", name=getpass.getuser())))


app.command()(ingest)
app.command()(figures)
app.add_typer(aliases.app, name="aliases")
app.add_typer(layouts.app, name="layouts")
app.add_typer(boundaries.app, name="boundaries")
app.add_typer(journal.app, name="journal")
app.add_typer(support.app, name="support")
app.add_typer(tokens.app, name="tokens")
app.add_typer(accounts.app, name="account")
app.command(name="map")(map_for_paper)
app.command(name="commune-sheets")(commune_sheets)
app.add_typer(rounds.app, name="rounds")
app.command()(demo)
app.command()(briefing)
app.command()(correction)
app.command()(receipt)
app.command("restatements")(restated)
app.command()(rebuild)
app.command()(backup)
app.command()(restore)
app.command()(check)
app.command("go-back")(go_back)
app.command()(warnings)
app.command()(template)


def main() -> None:
    """Run the command that the arguments name. Output is UTF-8 also where Windows would have it otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    app()
