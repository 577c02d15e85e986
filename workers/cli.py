"""`ronda`, the operator's command line; each command imports only what it needs, to start fast."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from core.settings import ROOT, UnusableSetting, settings
from workers.commands import backups, failed, imports, people, records, understanding

app = typer.Typer(
    name="ronda",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Ronda's processes, and what its operator does: `ronda COMMAND --help` says more about each.",
)


@app.command()
def up(procfile: Annotated[Path, typer.Option(help="The processes to run.")] = ROOT / "Procfile") -> None:
    """Migrate, load the demo into a new database, and run every process under a supervisor."""
    from workers import up as steps

    steps.run(procfile)


@app.command()
def web() -> None:
    """The pages."""
    import uvicorn

    uvicorn.run(
        "pwa.app:create_app",
        factory=True,
        host=settings().host,
        port=settings().port,
        access_log=False,
        proxy_headers=True,
        timeout_graceful_shutdown=3,
    )


@app.command()
def worker() -> None:
    """What runs behind: reads the queue."""
    from workers import worker as process

    process.run(settings().broker_url)


@app.command()
def clock() -> None:
    """What happens at its hour: the schedule and the relay."""
    from workers.clock import main

    main()


@app.command()
def bot() -> None:
    """The chat's other side."""
    import_module("bot.app").main()


@app.command()
def chat() -> None:
    """A chat server and its page, for a machine without Telegram."""
    import_module("bot.local.app").serve()


@app.command()
def broker() -> None:
    """The embedded broker."""
    from workers import broker as process

    process.run(settings().broker_url)


@app.command()
def doctor() -> None:
    """Look whether everything is in its place, and say what to do where it is not."""
    from workers import doctor as checks

    raise typer.Exit(checks.run(settings()))


for subject in (records, imports, people, failed, backups, understanding):
    subject.register(app)


def main() -> None:
    """The program `ronda`."""
    try:
        app()
    except UnusableSetting as wrong:
        sys.exit(str(wrong))
