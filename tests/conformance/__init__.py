"""What we write is what others read: rdflib, pyoxigraph, Apache Jena."""
