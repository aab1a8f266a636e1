"""Takes nothing; gives the files that let GitHub Pages and GitLab Pages publish a site that lies in a repository."""

from __future__ import annotations

GITHUB = "github-pages.yml"
GITLAB = "gitlab-pages.yml"
_GITHUB = """\
# GitHub Pages. Put this file into your repository as .github/workflows/pages.yml, and beside .github/ the folder site/,
# or site.zip with that folder in it. Then choose Settings → Pages → Source: GitHub Actions.
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
          if [ -f site.zip ]; then unzip -q -o site.zip; fi
          test -f site/build.json
          find site -name '*.br' -delete -o -name '*.gz' -delete
          rm -f site/_headers site/.htaccess
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: site
      - id: published
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
"""
_GITLAB = """\
# GitLab Pages. Put this file into your repository as .gitlab-ci.yml, and beside it the folder site/, or site.zip with
# that folder in it. GitLab sends the .br and .gz beside the files by itself.
pages:
  stage: deploy
  image: alpine:3.22
  script:
    - if [ -f site.zip ]; then unzip -q -o site.zip; fi
    - test -f site/build.json
    - rm -f site/_headers site/.htaccess
    - rm -rf public
    - mv site public
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""


def github() -> str:
    """Actions of the host itself only, each at one commit."""
    return _GITHUB


def gitlab() -> str:
    """The job must be called `pages` and leave a folder `public`."""
    return _GITLAB
