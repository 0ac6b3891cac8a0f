"""Triple stores: embedded (pyoxigraph, on disk or in memory), isolated in a worker process, or behind an endpoint.

`embedded`, `isolated` and `remote` implement the port `Store`; `opening` chooses one by what it is given.
"""

from kg.storing.embedded import EmbeddedStore

__all__ = ["EmbeddedStore"]
