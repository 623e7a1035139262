"""The catalog as pages of wikis and portals: a module each."""
