"""The option that adds a user's lexicons, for all commands that read pages."""

from pathlib import Path

import click

from kg.lexicon import use


def _add(_context: click.Context, _option: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        use(folder)


lexicon_option = click.option(
    "--lexicon",
    type=click.Path(path_type=Path),
    expose_value=False,
    is_eager=True,
    callback=_add,
    help="Folder of lexicons of your own, added to ours. 自备词表目录",
)
