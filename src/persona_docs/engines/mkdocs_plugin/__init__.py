"""The MkDocs plugin."""

from persona_docs.engines.mkdocs_plugin.plugin import PersonaDocsPlugin

__all__ = ["PersonaDocsPlugin"]
