"""Triple stores: embedded (pyoxigraph, on disk or in memory), isolated in a worker process, or behind an endpoint.

`embedded`, `isolated` and `remote` implement the port `Store`; `opening` chooses one by what it is given. What asks
only a store on disk imports no HTTP: `opening` and `remote` are imported by their own names.
"""

from kg.storing.embedded import EmbeddedStore, copy_store
from kg.storing.filling import fill_store, filling
from kg.storing.isolated import IsolatedStore, Limits

__all__ = ["EmbeddedStore", "IsolatedStore", "Limits", "copy_store", "fill_store", "filling"]
