"""Lexicons: tab-separated data files, each with its source and date in a header of `#` lines. Read by `kg.lexicon`."""
