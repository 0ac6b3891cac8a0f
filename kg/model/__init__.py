"""The named, immutable types that the stages hand to one another. Nothing here knows of RDF, files or lexicons."""
