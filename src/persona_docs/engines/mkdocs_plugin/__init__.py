"""The MkDocs plugin; nothing outside this package knows MkDocs."""

from persona_docs.engines.mkdocs_plugin.plugin import PersonaDocsPlugin

__all__ = ["PersonaDocsPlugin"]
