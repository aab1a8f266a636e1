"""Takes the mkdocs.yml of a staged language and a folder; gives its pages there. What MkDocs warns of stops the build.

`mkdocs build --quiet --strict` would let warnings pass: quiet drops them before strict counts them.
"""

from __future__ import annotations

import logging
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort


def main(staged: str, target: str) -> int:
    """Build without a word, unless something is wrong."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    log.addHandler(logging.StreamHandler())
    config = load_config(config_file=staged, site_dir=target, strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except Abort as stopped:
        print(stopped, file=sys.stderr)
        return 1
    finally:
        config.plugins.on_shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
