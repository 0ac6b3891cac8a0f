"""What to ask instead where a query found nothing: values of its parameters that do stand in the graph."""

from collections.abc import Mapping
from difflib import get_close_matches

from kg.ports import Store
from kg.querying.saved import SavedQuery

MOST, SHOWN = 2_000, 8
"""Values that are compared with what was asked, and those that are shown."""


def suggest(store: Store, query: SavedQuery, given: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Give values for each parameter that found nothing and says where its values stand (`x-values`).

    They are those most like what was asked, else the most frequent. A parameter whose value does stand in the graph,
    whole or as a part, is passed over: not it made the answer empty.
    """
    found = {}
    for name, asked in given.items():
        if name in query.values:
            values = [value for value, _ in store.select(f"{query.values[name].text}LIMIT {MOST}").texts()]
            if not any(asked in value for value in values):
                found[name] = tuple(get_close_matches(asked, values, SHOWN, cutoff=0.4) or values[:SHOWN])
    return found
