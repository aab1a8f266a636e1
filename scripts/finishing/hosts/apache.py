"""Takes a copy; gives `.htaccess`, which Apache reads in the folder it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.finishing.hosts.told import ANEW, ENDINGS, FOREVER, HASHED, filled

if TYPE_CHECKING:
    from scripts.finishing.hosts.told import Copy

NAME = ".htaccess"
RECIPE = r"""
# Apache 2.4 reads this file by itself where `AllowOverride All` holds and mod_headers, mod_mime and mod_rewrite are on.
@types@
# The .br and .gz beside a file hold the same bytes compressed. In Debian's list .br is Breton.
RemoveLanguage .br
RemoveType .gz
AddEncoding br .br
AddEncoding gzip .gz
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteRule (^|/)_headers$ - [R=404]
  RewriteCond %{HTTP:Accept-Encoding} \bbr\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)$ $1.br [L]
  RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.+)$ $1.gz [L]
</IfModule>
ErrorDocument 404 @base@404.html
@missing@
<IfModule mod_headers.c>
  @headers@
  Header always set Cache-Control "@anew@"
  <If "%{REQUEST_URI} =~ m#@hashed@#">
    Header always set Cache-Control "@forever@"
  </If>
  <FilesMatch "\.(@kinds@)(\.br|\.gz)?$">
    Header merge Vary Accept-Encoding
  </FilesMatch>
</IfModule>
"""
PACKED = (".docx", ".jpg", ".pdf", ".png", ".webp", ".woff2", ".xlsx")
"""Compressed already."""


def written(copy: Copy) -> str:
    """The headers for all, what may be kept, the siblings, the 404 page in the language of the address."""
    kinds = "|".join(kind.removeprefix(".") for kind in copy.types if kind not in (*PACKED, *ENDINGS))
    return filled(
        RECIPE,
        types=[f'AddType "{name}" {kind}' for kind, name in copy.types.items()],
        base=copy.base,
        missing=[
            f'<If "%{{REQUEST_URI}} =~ m#^{copy.base}{language}/#">\n'
            f"  ErrorDocument 404 {copy.base}{language}/404.html\n</If>"
            for language in copy.languages
        ],
        headers=[f'Header always set {name} "{value}"' for name, value in copy.headers.items()],
        hashed=HASHED,
        anew=ANEW,
        forever=FOREVER,
        kinds=kinds,
    )
