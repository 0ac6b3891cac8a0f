"""The `kg` command: its subcommands, loaded when they are called, and the way from an error to an exit code.

A command lives in `kg/cli/NAME.py` as the click command `command`, and is entered in `COMMANDS` with one line of help,
so that `kg --help` imports none of them.
"""

import sys
from importlib import import_module
from typing import NoReturn

import click

from kg import __version__
from kg.cli.console import error, use_utf8
from kg.errors import KgError
from kg.garbage import looking_rarely

COMMANDS = {
    "build": "Build the graph of newspaper pages. 由报纸版面建图",
    "remove": "Take pages out of a build. 撤去版面",
    "forget": "Purge a person from a build. 遗忘某人",
    "validate": "Check a graph against the shapes. 校验图",
    "query": "Ask a build, a graph file or an endpoint. 查询",
    "queries": "List the saved queries. 列出现成的查询",
    "explain": "Show all facts of a thing with their words. 逐条出示依据",
    "review": "Judge a sample of facts, and correct. 抽查与更正",
    "export": "Write the graph in another format. 导出",
    "describe": "Describe a build for catalogues. 描述数据集",
    "load": "Load the graph into a triple store. 载入三元组库",
    "evaluate": "Score the extraction against annotated articles. 评测抽取质量",
    "demo": "Build, check and query the example pages. 演示",
    "doctor": "Check this installation. 检查安装",
}

EPILOG = """\b
Examples 示例:
  kg demo
  kg build pages --out graph --place 云溪区 --newspaper 云溪日报
  kg query posts --on graph

\b
Exit codes 退出码:
  0  done, and the graph conforms 成功
  1  some input could not be used, or the graph does not conform 部分输入不可用，或图不合规
  2  the command cannot be carried out as given 用法有误
  3  a fault of PressGraph itself: please report it 程序缺陷，请报告
"""

FAULT_EXIT_CODE = 3


class CommandGroup(click.Group):
    """A group that imports a command when it is called and turns errors into messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """Name the commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the module of a command and return the command."""
        if cmd_name not in COMMANDS:
            return None
        with looking_rarely():  # what is loaded stays
            command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table of commands without importing one."""
        with formatter.section("Commands 命令"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; say what went wrong and exit with the code of the error's class."""
        try:
            return super().invoke(ctx)
        except KgError as failure:
            if ctx.params.get("debug"):
                raise
            error(str(failure))
            ctx.exit(failure.exit_code)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as fault:
            if ctx.params.get("debug"):
                raise
            error(f"{type(fault).__name__}: {fault}")
            error("This is a fault of PressGraph; `kg --debug …` shows where. 程序缺陷，加 --debug 可见位置。")
            ctx.exit(FAULT_EXIT_CODE)


@click.group(cls=CommandGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pressgraph")
@click.option("--debug", is_flag=True, help="Show the whole trace of an error. 显示完整错误轨迹")
def cli(*, debug: bool) -> None:
    """Turn Chinese newspaper pages into a knowledge graph in which every fact shows its words.

    把中文报纸版面变成知识图谱，每条事实都附原文。
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit."""
    use_utf8()
    cli.main(args=arguments, prog_name="kg")
    sys.exit(0)
