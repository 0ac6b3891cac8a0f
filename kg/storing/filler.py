"""The process behind `filling`: fills a store from a graph file.

Run as `python -m kg.storing.filler GRAPH STORE`. It ends when its input does, for then nobody waits for it any more.
"""

import os
import sys
import threading
from pathlib import Path

from kg.errors import KgError
from kg.graphfile import graphs_in
from kg.storing.filling import fill_store


def main(graph: Path, store: Path) -> int:
    """Fill the store of a graph file; say why it cannot be."""
    threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        fill_store(graphs_in(graph), store)
    except KgError as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    return 0


def _end_with_input() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
