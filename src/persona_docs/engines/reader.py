"""Stands in for the reading room until it has moved in."""

# ruff: noqa
# mypy: ignore-errors
try:
    from persona_docs.reading import read as read
    from persona_docs.reading.discover import discover as discover, watch_paths as watch_paths
except ImportError:
    from types import SimpleNamespace

    def read(options, root):
        return SimpleNamespace(personas=(), findings=())

    def discover(sources, root, limits):
        return (), ()

    def watch_paths(sources, root):
        return ()
