"""Takes a site and the files for hosts beside it; gives its address on a real server of this machine, as they say to.

The programs are those scripts/tools.py has found: FAIRSTEPS_NGINX, FAIRSTEPS_CADDY, FAIRSTEPS_APACHE.
"""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.finishing import hosts
from scripts.finishing.hosts import caddy, nginx

PATIENCE = 30
"""Seconds a server may take to begin on a busy machine."""
NGINX = """daemon off;
{user}
worker_processes auto;
pid {run}/nginx.pid;
error_log {run}/error.log;
load_module {brotli};
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path {run}/body;
  proxy_temp_path {run}/proxy;
  fastcgi_temp_path {run}/fastcgi;
  uwsgi_temp_path {run}/uwsgi;
  scgi_temp_path {run}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location {base} {{
      alias {site}/;
      {recipe}
    }}
  }}
}}
"""
CADDY = """{{
	admin off
	auto_https off
}}
http://:{port} {{
	bind 127.0.0.1
	handle_path {base}* {{
		root * {site}
		{recipe}
	}}
	respond 404
}}
"""
APACHE = """ServerRoot {run}
ServerName 127.0.0.1
PidFile {run}/apache.pid
ErrorLog {run}/error.log
Listen 127.0.0.1:{port}
{user}
{modules}
DocumentRoot {run}/documents
TypesConfig /dev/null
AddLanguage br .br
AddType application/x-gzip .gz
<Directory />
  Require all denied
</Directory>
<Directory {run}/documents>
  Options FollowSymLinks
  AllowOverride {allowed}
  Require all granted
</Directory>
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
"""
"""As Debian has it where that could stand in the way: .br is Breton, .gz a type, .ht… is nobody's business."""
APACHE_MODULES = ("mpm_event", "authz_core", "unixd", "mime", "dir", "headers", "rewrite")

Begun = tuple[list[str], dict[str, str]]
"""The command, and what it finds in its environment."""


@contextmanager
def running(name: str, site: Path, base: str = "/", *, plain: bool = False) -> Iterator[str]:
    """Serve while the block runs; gives the address. `plain` is the server with nothing of ours said to it."""
    with tempfile.TemporaryDirectory() as made:
        run, port = Path(made), _free()
        run.chmod(0o755)  # a server that root starts works as somebody else
        begin = {"nginx": _nginx, "caddy": _caddy, "apache": _apache}[name]
        with (run / "said.txt").open("wb") as said:
            command, environment = begin(run, port, site.resolve(), base, plain=plain)
            server = subprocess.Popen(command, env=os.environ | environment, stdout=said, stderr=said)
            try:
                _wait(server, port, run)
                yield f"http://127.0.0.1:{port}{base}"
            finally:
                server.terminate()
                server.wait()


def _nginx(run: Path, port: int, site: Path, base: str, *, plain: bool) -> Begun:
    recipe = "" if plain else f"include {hosts.folder(site) / nginx.NAME};\n      brotli_static on;"
    values = {"run": run, "port": port, "site": site, "base": base, "recipe": recipe}
    user = "user root;" if os.geteuid() == 0 else ""
    said = NGINX.format(brotli=os.environ["FAIRSTEPS_NGINX_BROTLI"], user=user, **values)
    (run / "nginx.conf").write_text(said, "utf-8")
    return [os.environ["FAIRSTEPS_NGINX"], "-c", f"{run}/nginx.conf", "-e", f"{run}/error.log"], {}


def _caddy(run: Path, port: int, site: Path, base: str, *, plain: bool) -> Begun:
    recipe = "file_server" if plain else f"import {hosts.folder(site) / caddy.NAME}"
    (run / "Caddyfile").write_text(CADDY.format(port=port, site=site, base=base, recipe=recipe), "utf-8")
    folders = {"HOME": str(run), "XDG_DATA_HOME": str(run), "XDG_CONFIG_HOME": str(run)}
    return [os.environ["FAIRSTEPS_CADDY"], "run", "--config", f"{run}/Caddyfile", "--adapter", "caddyfile"], folders


def _apache(run: Path, port: int, site: Path, base: str, *, plain: bool) -> Begun:
    folder = os.environ["FAIRSTEPS_APACHE_MODULES"]
    load = "<IfModule !{0}_module>\n  LoadModule {0}_module {1}/mod_{0}.so\n</IfModule>"  # some have it built in
    modules = "\n".join(load.format(name, folder) for name in APACHE_MODULES)
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    place = run / "documents" / base.strip("/")
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(site)
    allowed = "None" if plain else "All"
    said = APACHE.format(run=run, port=port, user=user, modules=modules, allowed=allowed)
    (run / "apache.conf").write_text(said, "utf-8")
    return [os.environ["FAIRSTEPS_APACHE"], "-f", f"{run}/apache.conf", "-D", "FOREGROUND"], {}


def _free() -> int:
    """A port nobody listens at."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int, run: Path) -> None:
    """Until it answers; one that ends instead has said why."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    said = "".join(path.read_text("utf-8") for name in ("said.txt", "error.log") if (path := run / name).is_file())
    raise RuntimeError(f"The server has not begun:\n{said}")
