"""From files to a checked graph: the chain of stages, on all cores, into a folder that is whole or as it was before.

`chain` joins the stages, `batches`, `joining` and `restating` run them in processes (`pool`), `options` and `metadata`
say what is known from outside. `index` keeps what later builds need: `inventory` the files, `articles` what came of
them, `linking` and `amending` who is who, `graphs` the graphs; `updating` brings it to a new state. `workspace` guards
the output directory, `site` is an open build, `publishing` writes what follows, `building` is the whole. Import from
these: a worker process should load no more than it needs.
"""
