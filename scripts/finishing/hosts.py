"""Takes the policy and the immutable paths; gives the files that tell hosts which headers to send."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scripts.finishing import compressed

if TYPE_CHECKING:
    from pathlib import Path

APACHE_SIBLINGS = r"""# The .br and .gz beside a file hold the same bytes compressed. In Debian's list .br is Breton.
RemoveLanguage .br
RemoveType .gz
AddEncoding br .br
AddEncoding gzip .gz
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} \bbr\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)$ $1.br [L]
  RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.+)$ $1.gz [L]
</IfModule>
<IfModule mod_headers.c>
  <FilesMatch "\.(KINDS)(\.br|\.gz)?$">
    Header merge Vary Accept-Encoding
  </FilesMatch>
</IfModule>""".replace("KINDS", "|".join(sorted(compressed.KINDS)))
NGINX_SIBLINGS = """# The .br and .gz beside a file hold the same bytes compressed.
gzip_static on;
gzip_vary on;
# With ngx_brotli (Debian: libnginx-mod-http-brotli-static) also:
# brotli_static on;"""
FOREVER = "public, max-age=31536000, immutable"


def write(site: Path, policy: str, hashed: list[str], address: str | None) -> None:
    """Write the three files. Only headers can say who may frame the site."""
    base = urlsplit(address).path if address else "/"
    headers = {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'self'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for path in hashed:
        lines += [f"{base}{path}/*", f"  Cache-Control: {FOREVER}"]
    (site / "_headers").write_text("\n".join(lines) + "\n", "utf-8")
    (site / ".htaccess").write_text(_apache(headers, hashed, base if address else None), "utf-8")
    (site / "nginx-headers.conf").write_text(_nginx(headers, hashed, base), "utf-8")


def _apache(headers: dict[str, str], hashed: list[str], base: str | None) -> str:
    lines = [
        "AddType application/wasm .wasm",
        "AddType application/manifest+json .webmanifest",
        "AddDefaultCharset utf-8",
        APACHE_SIBLINGS,
    ]
    if base:
        lines.append(f"ErrorDocument 404 {base}404.html")
    lines.append("<IfModule mod_headers.c>")
    lines += [f'  Header always set {name} "{value}"' for name, value in headers.items()]
    for path in hashed:
        lines += [f'  <If "%{{REQUEST_URI}} =~ m#/{path}/#">', f'    Header set Cache-Control "{FOREVER}"', "  </If>"]
    return "\n".join([*lines, "</IfModule>", ""])


def _nginx(headers: dict[str, str], hashed: list[str], base: str) -> str:
    shown = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    lines = [
        "# include this file in the server block of the site",
        *shown,
        "# a block of types replaces those of the whole server: begin with them",
        "include mime.types;",
        "types { application/wasm wasm; application/manifest+json webmanifest; }",
        NGINX_SIBLINGS,
    ]
    for path in hashed:
        lines += [
            f"location {base}{path}/ {{",
            *(f"  {line}" for line in shown),
            f'  add_header Cache-Control "{FOREVER}";',
            "}",
        ]
    return "\n".join([*lines, f"error_page 404 {base}404.html;", ""])
