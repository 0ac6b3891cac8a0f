"""How each store's own bulk loader takes `graph.nq`: the fastest way into an empty store, with every named graph.

What is loaded so has no record of `kg load`: a later `kg load` sends every graph once more.
"""

from pathlib import Path

from kg.errors import UsageError

COMMANDS = {
    "oxigraph": """\
oxigraph load --location oxigraph-data --file {file}
oxigraph serve --location oxigraph-data --bind 127.0.0.1:7878 --union-default-graph
""",
    "fuseki": """\
java -cp jena-fuseki-server.jar tdb2.tdbloader --loc fuseki-data {file}
java -jar jena-fuseki-server.jar --localhost --port=3030 --tdb2 --loc=fuseki-data \\
  --set tdb2:unionDefaultGraph=true /press
""",
    "virtuoso": """\
-- In isql, as dba; {folder} must be among DirsAllowed of virtuoso.ini. 在 isql 中执行
ld_dir('{folder}', '{name}', 'urn:x-pressgraph:none');
rdf_loader_run();
checkpoint;
SELECT ll_file, ll_state, ll_error FROM DB.DBA.load_list;
""",
    "graphdb": """\
importrdf preload --force --id press {file}
""",
    "rdf4j": """\
# In the RDF4J console 在 RDF4J 控制台中执行
open press
load {file}
""",
    "qlever": """\
# Save this as Qleverfile beside {name}, then: qlever index && qlever start 存为 Qleverfile
[data]
NAME = press
DESCRIPTION = PressGraph
FORMAT = nq

[index]
INPUT_FILES = {name}
CAT_INPUT_FILES = cat ${{INPUT_FILES}}

[server]
PORT = 7019
HOST_NAME = localhost

[runtime]
SYSTEM = docker
""",
}


def bulk_commands(store: str, graph: Path) -> str:
    """Return the commands, or the settings, by which a store's own loader takes an N-Quads file.

    Raises `UsageError` where the file is none, or its path would break the commands.
    """
    path = graph.resolve()
    if path.suffix != ".nq" or not path.is_file():
        raise UsageError(f"{graph}: bulk loaders take the graph.nq of a build 请指定含 graph.nq 的构建目录")
    if set(path.as_posix()) & set(" '\"$`;&|<>()\\\n"):
        raise UsageError(f"{path}: move it to a path without spaces, quotes or signs first 路径含特殊字符，请先移动")
    return COMMANDS[store].format(file=path.as_posix(), folder=path.parent.as_posix(), name=path.name)
