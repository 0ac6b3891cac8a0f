"""The errors of PressGraph, one tree. Each message says what, where, and what to do about it.

KgError
├── UsageError          what was asked for cannot be (exit code 2)
│   ├── PlaceError      a place that no table knows, or that is ambiguous
│   ├── DateError       a date that is none
│   ├── MetadataError   a row of the metadata file
│   ├── QueryError      a query or its parameters
│   └── OutputError     an output directory that is not ours, or is in use
└── InputError          what came in cannot be used (exit code 1); a batch goes on without it
    ├── DecodeError     bytes in no known encoding, or no text at all
    ├── PageError       a page in which nothing can be read
    ├── GraphError      a graph file that does not parse
    └── StoreError      a store that does not answer, or is damaged
"""


class KgError(Exception):
    """Whatever PressGraph raises on purpose."""

    exit_code = 1


class UsageError(KgError):
    """What was asked for cannot be done as asked."""

    exit_code = 2


class PlaceError(UsageError):
    """A place that no table knows, or that is ambiguous."""


class DateError(UsageError):
    """A date that is none."""


class MetadataError(UsageError):
    """A row of the metadata file that cannot be used."""


class OutputError(UsageError):
    """An output directory that is not ours, is in use, or cannot be written."""


class QueryError(UsageError):
    """A query that does not parse, or parameters that do not fit it."""


class InputError(KgError):
    """Input that cannot be used; a batch goes on without it."""


class DecodeError(InputError):
    """Bytes in no known encoding, or no text at all."""


class PageError(InputError):
    """A page in which nothing can be read."""


class GraphError(InputError):
    """A graph file that does not parse."""


class StoreError(InputError):
    """A store that does not answer, or is damaged."""
