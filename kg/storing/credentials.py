"""Who we are to a server: from the environment or a netrc file, never from a command line, never in a message."""

import netrc
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from kg.errors import UsageError

Scheme = Literal["basic", "digest", "bearer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """A user and a password, or a token. The secret shows in no representation."""

    scheme: Scheme
    user: str = ""
    secret: str = field(repr=False, default="")


def credentials_for(
    url: str, scheme: Scheme = "basic", environment: Mapping[str, str] = os.environ
) -> Credentials | None:
    """Find the credentials for a server; None where there are none.

    `PRESSGRAPH_TOKEN`, else `PRESSGRAPH_USER` and `PRESSGRAPH_PASSWORD`, else the host's entry in the netrc file
    (`NETRC`, or `.netrc` in the home directory). Raises `UsageError` for a URL that holds a password.
    """
    parts = urlsplit(url)
    if parts.username or parts.password:
        raise UsageError(
            f"the URL of {parts.hostname} holds a password; set PRESSGRAPH_USER and PRESSGRAPH_PASSWORD instead "
            "网址中不可含口令，请改用环境变量",
        )
    if token := environment.get("PRESSGRAPH_TOKEN"):
        return Credentials(scheme="bearer", secret=token)
    if user := environment.get("PRESSGRAPH_USER"):
        return Credentials(scheme=scheme, user=user, secret=environment.get("PRESSGRAPH_PASSWORD", ""))
    return _from_netrc(parts.hostname or "", scheme, environment)


def _from_netrc(host: str, scheme: Scheme, environment: Mapping[str, str]) -> Credentials | None:
    path = Path(environment.get("NETRC") or Path.home() / ".netrc")
    try:
        entry = netrc.netrc(path).authenticators(host) if path.is_file() else None
    except (netrc.NetrcParseError, OSError) as failure:
        raise UsageError(f"{path}: cannot be read as a netrc file 无法解析 netrc") from failure
    return Credentials(scheme=scheme, user=entry[0], secret=entry[2] or "") if entry else None
