"""Check everything: style, format, types, layers, tests. The one command for a person, a hook and CI.

Runs every check even where an earlier one fails, and exits with 1 if any did.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKS = {
    "style": ["-m", "ruff", "check", "."],
    "format": ["-m", "ruff", "format", "--check", "."],
    "types": ["-m", "mypy"],
    "layers": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"],
    "tests": ["-m", "pytest", "-m", "not slow"],
}


def main() -> int:
    """Run the checks and say which failed."""
    failed = []
    for name, arguments in CHECKS.items():
        started = time.monotonic()
        result = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False)  # noqa: S603 our own commands
        print(
            f"{name}: {'ok' if result.returncode == 0 else 'FAILED'} ({time.monotonic() - started:.0f} s)", flush=True
        )
        failed += [name] if result.returncode else []
    print(f"failed 未通过: {', '.join(failed)}" if failed else "all checks passed 全部通过")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
