"""Takes a copy; gives what nginx includes where it serves the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.finishing.hosts.told import ANEW, FOREVER, HASHED, HIDDEN, filled

if TYPE_CHECKING:
    from scripts.finishing.hosts.told import Copy

NAME = "nginx.conf"
RECIPE = r"""
# nginx. In the server block of your site, with the folder in which you have laid the copy:
#
@server@
#
# With ngx_brotli (Debian: libnginx-mod-http-brotli-static) also `brotli_static on;` in that location.
# After every upgrade: nginx -t && nginx -s reload
index index.html;
absolute_redirect off;
charset off;
types {
  @types@
}
default_type application/octet-stream;

# The .br and .gz beside a file hold the same bytes compressed.
gzip_static on;
gzip_vary on;
gzip_proxied any;

set $guide_cache "@anew@";
if ($uri ~ "@hashed@") {
  set $guide_cache "@forever@";
}
add_header Cache-Control $guide_cache always;
@headers@

set $guide_missing @base@404.html;
@missing@
error_page 404 $guide_missing;
if ($uri ~ "/(@hidden@)$") {
  return 404;
}
"""
MISSING = """if ($uri ~ "^@base@(@languages@)/") {
  set $guide_missing @base@$1/404.html;
}"""


def _server(base: str) -> list[str]:
    """What belongs in the server block. Of a folder nginx would not know the address without its last slash."""
    bare = [] if base == "/" else [f"location = {base[:-1]} {{ return 301 {base}; }}"]
    there = "/var/www/guide/site"
    return [*bare, f"location {base} {{", f"  alias {there}/;", f"  include {there}-hosting/{NAME};", "}"]


def written(copy: Copy) -> str:
    """Everything between the braces of a location. An `if` that does nothing but set or return is safe there."""
    languages = "|".join(copy.languages)
    return filled(
        RECIPE,
        base=copy.base,
        server=[f"#   {line}" for line in _server(copy.base)],
        types=[f'"{name}" {kind.removeprefix(".")};' for kind, name in copy.types.items()],
        anew=ANEW,
        hashed=HASHED,
        forever=FOREVER,
        headers=[f'add_header {name} "{value}" always;' for name, value in copy.headers.items()],
        hidden="|".join(name.replace(".", r"\.") for name in HIDDEN),
        missing=filled(MISSING, base=copy.base, languages=languages).splitlines() if languages else [],
    )
