"""Takes nothing; gives the files that let GitHub Pages and GitLab Pages publish a site that lies in a repository."""

from __future__ import annotations

from scripts.finishing.hosts.told import filled

GITHUB = "github-pages.yml"
GITLAB = "gitlab-pages.yml"
_UNPACK = """\
for packed in *.zip; do if [ -f "$packed" ]; then unzip -q -o "$packed" -d unpacked; fi; done
built=$(find . -maxdepth 3 -name build.json | head -n 1)
test -n "$built"
rm -rf public
mv "$(dirname "$built")" public
rm -f public/_headers public/.htaccess
"""
_GITHUB = """
# GitHub Pages. Put this file into your repository as .github/workflows/pages.yml, and beside .github/ the folder of the
# site, or a zip of it. Then choose Settings → Pages → Source: GitHub Actions.
name: Publish the guide
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  publish:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    environment:
      name: github-pages
      url: ${{ steps.published.outputs.page_url }}
    steps:
      - uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0
        with:
          persist-credentials: false
      - name: Unpack, and leave out what this host does not use
        run: |
          @unpack@
          find public -name '*.br' -delete -o -name '*.gz' -delete
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: public
      - id: published
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
"""
_GITLAB = """
# GitLab Pages. Put this file into your repository as .gitlab-ci.yml, and beside it the folder of the site, or a zip of
# it. GitLab sends a .gz or .br that lies beside a file and compresses nothing itself, so what has none gets one.
pages:
  stage: deploy
  image: alpine:3.22
  script:
    - |
      @unpack@
      find public -type f -size +1k | grep -E '[.](css|html|js|json|svg|txt|wasm)$' |
        while read -r file; do [ -e "$file.gz" ] || gzip -9 -c "$file" > "$file.gz"; done
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""


def github() -> str:
    """Actions of the host itself only, each at one commit."""
    return filled(_GITHUB, unpack=_UNPACK.splitlines())


def gitlab() -> str:
    """The job must be called `pages` and leave a folder `public`."""
    return filled(_GITLAB, unpack=_UNPACK.splitlines())
