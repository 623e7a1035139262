try:
    from persona_docs.reading import read
    from persona_docs.reading.discover import discover, watch_paths
except ImportError:
    from types import SimpleNamespace

    def read(options, root):
        return SimpleNamespace(personas=(), findings=())

    def discover(sources, root, limits):
        return (), ()

    def watch_paths(sources, root):
        return ()
