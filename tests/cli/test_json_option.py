"""--json is one option, whichever command has it."""

import click
from typer.main import get_command

from dashboard.cli.app import app
from dashboard.cli.json_option import AsJson


def commands_below(group: click.Group) -> list[click.Command]:
    found = []
    for command in group.commands.values():
        found += commands_below(command) if hasattr(command, "commands") else [command]
    return found


def test_every_command_that_answers_programs_says_so_in_the_same_words():
    root = get_command(app)
    options = [
        option for command in commands_below(root) for option in command.params if "--json" in option.opts
    ]
    assert len(options) > 10
    assert {option.help for option in options} == {AsJson.__metadata__[0].help}
