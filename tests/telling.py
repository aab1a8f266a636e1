"""Takes a story of `tests/stories/`; gives what the planner says of it, and compares that with what must follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from planner.advice import recording
from planner.advice.compose import compose
from planner.advice.suggestions import suggest
from planner.library import Library
from planner.readers import from_json
from planner.words import Words

TODAY = date(2026, 11, 22)


class Told:
    """A story's plan, its View and its suggestions; each fact that a story may claim is a method of its name."""

    def __init__(self, story: dict[str, Any], library: Library, words: Words) -> None:
        self.library, self.words = library, words
        self.plan, remarks = from_json.shape(_plan(story, story["given"]))
        self.view = compose(self.plan, library, TODAY, remarks)
        self.suggestions = suggest(self.plan, library, TODAY)
        self.codes = {remark.code for remark in self.view.remarks}
        self.base = from_json.shape(_plan(story, story.get("before", story["given"])))[0]

    def holds(self, fact: str, wanted: Any) -> Any:
        """Tell whether a fact is as the story wants it."""
        found: Callable[[Any], Any] = getattr(self, fact.replace("-", "_"))
        return found(wanted)

    # Remarks
    def remarks(self, wanted: list[str]) -> bool:
        return set(wanted) <= self.codes

    def silent(self, wanted: list[str]) -> bool:
        return not set(wanted) & self.codes

    def proposals(self, wanted: list[str]) -> bool:
        return self.remarks(wanted) and all(self.words.has(f"proposals.{code}") for code in wanted)

    def blocks_nothing(self, wanted: bool) -> bool:
        return all(remark.weight != "error" for remark in self.view.remarks) == wanted

    # Findings
    def levels(self, wanted: list[str | None]) -> bool:
        return [finding.level for finding in self.view.findings] == wanted

    def order(self, wanted: list[str]) -> bool:
        return [finding.record["id"] for finding in self.view.findings] == wanted

    def asked(self, wanted: list[str]) -> bool:
        return set(wanted) <= set(self.view.findings[0].asked)

    def urgent(self, wanted: bool) -> bool:
        return self.view.findings[0].urgent == wanted

    def causes(self, wanted: list[str]) -> bool:
        return set(wanted) <= set(self.library.causes(self.view.findings[0].record["topic"]))

    # Suggestions
    def natures(self, wanted: list[str]) -> bool:
        return set(wanted) <= {one.nature for one in self.suggestions}

    def natures_not(self, wanted: list[str]) -> bool:
        return bool(self.suggestions) and not set(wanted) & {one.nature for one in self.suggestions}

    def measures(self, wanted: list[str]) -> bool:
        return set(wanted) <= {one.measure for one in self.suggestions}

    def measures_not(self, wanted: list[str]) -> bool:
        return bool(self.suggestions) and not set(wanted) & {one.measure for one in self.suggestions}

    def no_measures(self, wanted: bool) -> bool:
        return (not self.suggestions) == wanted

    def sides(self, wanted: list[str]) -> bool:
        return set(wanted) <= {one.side for one in self.suggestions}

    def sides_not(self, wanted: list[str]) -> bool:
        return bool(self.suggestions) and not set(wanted) & {one.side for one in self.suggestions}

    def safeguards(self, wanted: list[str]) -> bool:
        return set(wanted) <= {one.measure for one in self.suggestions if one.safeguard}

    def verification_not(self, wanted: list[str]) -> bool:
        return bool(self.suggestions) and not set(wanted) & {one.verification for one in self.suggestions}

    def proposed(self, wanted: dict[str, str]) -> bool:
        return wanted.items() <= {one.measure: one.due for one in self.suggestions}.items()

    def checked_again(self, wanted: dict[str, str]) -> bool:
        return wanted.items() <= {one.measure: one.effectiveness for one in self.suggestions}.items()

    def because(self, wanted: dict[str, list[str]]) -> bool:
        because = {one.measure: set(one.because) for one in self.suggestions}
        return all(set(paths) <= because[measure] for measure, paths in wanted.items())

    # Actions and what follows
    def smart_lacks(self, wanted: list[str]) -> bool:
        return list(self.view.actions[0].indicators[0].lacks) == wanted

    def late(self, wanted: int) -> bool:
        return self.view.figures.late == wanted

    def follow_ups(self, wanted: list[str]) -> bool:
        return list(self.view.follow_ups) == wanted

    def agenda(self, wanted: list[str]) -> bool:
        return [f"{one.kind} {one.number or one.key or one.date}" for one in self.view.agenda] == wanted

    def speaks_about(self, wanted: list[str]) -> bool:
        return set(wanted) <= {f"{one.kind} {one.number or one.key or one.date}" for one in self.view.agenda}

    def forms(self, wanted: list[str]) -> bool:
        return set(wanted) <= {form.id for form in self.view.forms}

    # Signals, ladder, lights, areas, chapters
    def signal_asked(self, wanted: list[str]) -> bool:
        return list(self.view.signals[0].asked) == wanted

    def answer_due(self, wanted: str) -> bool:
        return self.view.signals[0].answer_due == wanted

    def leaving(self, wanted: bool) -> bool:
        return self.view.leaving == wanted

    def competing(self, wanted: bool) -> bool:
        return self.view.competing == wanted

    def lights(self, wanted: list[str]) -> bool:
        return [one.light for one in self.view.opened] == wanted

    def to_do(self, wanted: list[str]) -> bool:
        return list(self.view.opened[0].to_do) == wanted

    def areas_unknown(self, wanted: int) -> bool:
        return self.view.figures.by_standing.get("unknown", 0) == wanted

    def chapters(self, wanted: list[str]) -> bool:
        return set(wanted) <= set(self.view.chapters)

    def chapters_not(self, wanted: list[str]) -> bool:
        return not set(wanted) & set(self.view.chapters)

    # History: from `before` to `given`
    def noted(self, wanted: list[list[Any]]) -> bool:
        return [[one.field, one.old, one.new] for one in recording.noted(self.base, self.plan)] == wanted

    def deadlines_kept(self, wanted: list[list[str]]) -> bool:
        recorded = recording.record(self.plan, self.base, TODAY, "progress", None, [])
        return [[one["old"], one["new"]] for one in recorded["actions"][0]["due_changes"]] == wanted


def _plan(story: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    return {"schema": 1, "kind": story.get("kind", "supplier-improvement"), **given}
