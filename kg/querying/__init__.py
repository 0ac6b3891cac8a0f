"""Asking: saved queries with typed parameters, checked and bound as terms, run on any store, answered as tables.

>>> table = run(store, read_query(Path("queries/posts.rq")), {"person": "林致远"})
"""

from kg.querying.checking import CheckedQuery, check
from kg.querying.finding import find_query, query_folders, run_query
from kg.querying.formats import FORMATS
from kg.querying.labels import for_people
from kg.querying.parameters import Parameter
from kg.querying.running import bound_text, construct, run
from kg.querying.saved import SavedQuery, parse_query, read_catalogue, read_query

__all__ = [
    "FORMATS",
    "CheckedQuery",
    "Parameter",
    "SavedQuery",
    "bound_text",
    "check",
    "construct",
    "find_query",
    "for_people",
    "parse_query",
    "query_folders",
    "read_catalogue",
    "read_query",
    "run",
    "run_query",
]
