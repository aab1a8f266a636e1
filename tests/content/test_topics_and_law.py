"""Topics and law: complete in every language, from the planner's own facts, and nothing uncertain told as a rule."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from scripts.freshness import warnings
from scripts.languages import LOCALES, site_languages
from scripts.staging import BuildError, law
from scripts.yamlfile import ROOT
from tests.content.test_pages import ENGLISH, HEADING, front_matter, pages

TOPICS = sorted(path.stem for path in (ROOT / "planner" / "data" / "topics").glob("*.yaml"))
EVERY_TOPIC = [(language, topic) for language in site_languages() for topic in TOPICS]
PARTS = {"what", "where", "why", "signs", "ask", "do", "not", "remedy", "indicators", "next-step", "related", "sources"}


def test_every_topic_has_its_page() -> None:
    """Sixteen topics of the planner, sixteen pages."""
    assert {page for page in ENGLISH if page.startswith("topics/")} == {
        "topics/index.md", *(f"topics/{topic}.md" for topic in TOPICS),
    }  # fmt: skip


@pytest.mark.parametrize(("language", "topic"), EVERY_TOPIC)
def test_a_topic_page_is_whole(language: str, topic: str) -> None:
    """What it is, where to look, why, signs, questions, measures, what not to do, remedy, indicators, sources."""
    text = pages(language)[f"topics/{topic}.md"]

    assert {id for _, id in HEADING.findall(text)} == PARTS | {topic}
    assert len(front_matter(text)["also"]) >= 4


@pytest.mark.parametrize(("language", "topic"), EVERY_TOPIC)
def test_a_topic_is_called_as_in_the_planner(language: str, topic: str) -> None:
    """Page, menu and planner say the same name."""
    words, site = (
        yaml.safe_load((LOCALES / language / f"{name}.yaml").read_text("utf-8")) for name in ("terms", "site")
    )

    assert front_matter(pages(language)[f"topics/{topic}.md"])["title"] == words["topics"][topic] == site["nav"][topic]


@pytest.mark.parametrize("language", site_languages())
def test_law_is_said_in_every_language(language: str) -> None:
    """Every instrument says whom it binds, what it asks and what it means; what is not sure says what is open."""
    words = law.said(language)

    assert words.keys() == {one["id"] for one in law.facts()}
    assert all({"title", "who", "what", "you", "dates"} <= own.keys() for own in words.values())


def test_what_is_not_sure_must_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A doubtful instrument without a word on what is open stops the build."""
    doubtful = [one | {"sure": False} for one in law.facts()]
    monkeypatch.setattr(law, "facts", lambda: doubtful)

    with pytest.raises(BuildError, match="does not say what is open"):
        law.said("en")


def test_a_proposal_is_called_one() -> None:
    """Whatever is only proposed says in words that it is no law."""
    words = law.said("en")

    assert [one["id"] for one in law.facts() if one["status"] == "proposed"] == ["procurement-act"]
    assert "not law" in words["procurement-act"]["you"]


def test_old_checks_and_past_dates_are_warned_of() -> None:
    """A year after the last check, and when a date on the timeline has passed."""
    checked = max(one["checked"] for one in law.facts())
    assert list(warnings(checked)) == []

    later = "\n".join(warnings(date(2029, 7, 27)))
    assert "`csddd` was checked on 2026-11-22" in later
    assert "`csddd` applies (2029-07-26) has passed" in later
    assert "links were checked more than a year ago" in later
