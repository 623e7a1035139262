"""persona-docs turns a folder of AI persona files into a catalog people can browse, search and compare."""
