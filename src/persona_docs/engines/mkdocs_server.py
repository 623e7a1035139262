"""A server with live reload that takes its port before the site is made."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable

from mkdocs.livereload import LiveReloadServer

from persona_docs.engines.whole_site import SiteError

_PORTS = 20


class LiveServer(LiveReloadServer):
    """A server that takes its port long before it answers, and says when it does."""

    allow_reuse_address = os.name == "posix"  # elsewhere it would let two listen on one port
    ready: Callable[[], None]

    def listen(self) -> None:
        """Take the port, so that nobody else does while the site is made; who asks already has to wait."""
        super().server_bind()
        super().server_activate()

    def server_bind(self) -> None:
        """Do nothing: the port is taken."""

    def server_activate(self) -> None:
        """Say that it begins to answer."""
        self.ready()


def listening_server(host: str, port: int | None, root: str, mount: str) -> LiveServer:
    """A server on the port that is asked for, else on the first that is free from 8000 on.

    Args:
        host: where to listen.
        port: the port, if one is asked for.
        root: the folder that is served.
        mount: the path of the site on the server, with a slash at both ends.

    Raises:
        SiteError: it is taken, or none is free.
    """
    for number in (port,) if port else range(8000, 8000 + _PORTS):
        server = LiveServer(lambda: None, host, number, root, mount)
        try:
            server.listen()
        except OSError as error:
            server.server_close()
            if isinstance(error, socket.gaierror):
                raise SiteError(f"there is no host {host} on this machine") from error
            if isinstance(error, PermissionError):
                raise SiteError(f"port {number} is for administrators; name one above 1023") from error
            if error.errno != errno.EADDRINUSE:
                raise SiteError(f"port {number} cannot be used on {host}: {error.strerror}") from error
        else:
            return server
    if port:
        raise SiteError(f"port {port} is taken; name another, or leave --port out and a free one is chosen")
    raise SiteError(f"no port from 8000 to {8000 + _PORTS - 1} is free; name one with --port")
