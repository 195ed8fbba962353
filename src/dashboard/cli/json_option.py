"""The option that most commands have: their answer for another program."""

from typing import Annotated, TypeAlias

import typer

AsJson: TypeAlias = Annotated[
    bool, typer.Option("--json", help="In kết quả dạng JSON cho chương trình khác.")
]
