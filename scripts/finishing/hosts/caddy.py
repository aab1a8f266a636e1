"""Takes a copy; gives what Caddy imports where it serves the site. It knows nothing of the path above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.finishing.hosts.told import ANEW, FOREVER, HASHED, HIDDEN, filled

if TYPE_CHECKING:
    from scripts.finishing.hosts.told import Copy

NAME = "caddy.conf"
RECIPE = r"""
# Caddy. In your Caddyfile, with your address and the folder in which you have laid the copy:
#
#   guide.example.org {
#     root * /var/www/guide/site
#     import /var/www/guide/site-hosting/caddy.conf
#   }
#
# or below a path of a site you have:
#
#   example.org {
#     redir /guide /guide/
#     handle_path /guide/* {
#       root * /var/www/guide/site
#       import /var/www/guide/site-hosting/caddy.conf
#     }
#   }
#
# After every upgrade: caddy reload
header {
	@headers@
}
# With what it sends compressed, Caddy sends this by itself.
@guide_plain {
	not header Accept-Encoding *br*
	not header Accept-Encoding *gzip*
}
header @guide_plain Vary Accept-Encoding
@guide_kept {
	path_regexp @hashed@
	file {path}
}
header @guide_kept Cache-Control "@forever@"
@guide_anew not {
	path_regexp @hashed@
	file {path}
}
header @guide_anew Cache-Control "@anew@"
@types@

@guide_missing not {
	file {path} {path}/index.html
	not path @hidden@
}
handle @guide_missing {
	header Content-Type "text/html; charset=utf-8"
	@missing@
	file_server {
		status 404
		precompressed br gzip
	}
}
file_server {
	precompressed br gzip
}
"""
# Caddy sorts directives of a kind by their matchers, so the two have to exclude each other.
MISSING = """@guide_spoken path_regexp spoken ^/(@languages@)/
rewrite @guide_spoken /{re.spoken.1}/404.html
@guide_other not path_regexp ^/(@languages@)/
rewrite @guide_other /404.html"""


def written(copy: Copy) -> str:
    """Directives that hold in a site block as well as in a handle_path."""
    languages = "|".join(copy.languages)
    missing = filled(MISSING, languages=languages) if languages else "rewrite * /404.html"
    return filled(
        RECIPE,
        headers=[f'{name} "{value}"' for name, value in copy.headers.items()],
        hashed=HASHED,
        forever=FOREVER,
        anew=ANEW,
        types=[line for kind, name in copy.types.items() for line in _type(kind, name)],
        hidden=" ".join(f"*/{name}" for name in HIDDEN),
        missing=missing.splitlines(),
    )


def _type(kind: str, name: str) -> tuple[str, str]:
    matcher = f"@guide_{kind.removeprefix('.')}"
    return f"{matcher} path *{kind}", f'header {matcher} Content-Type "{name}"'
