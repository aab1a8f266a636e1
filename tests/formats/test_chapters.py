"""The chapters of each kind of plan, read back from Word with python-docx."""

from __future__ import annotations

from typing import Any

import pytest

from planner.documents.outline import CHAPTERS
from planner.vocabularies import VOCABULARIES
from planner.words import Words
from tests.formats.conftest import Write, example_of
from tests.formats.test_docx import headings, opened, said

KINDS = VOCABULARIES["kinds"]
OWN = {
    "own-policy": ("policy", "areas", "publications"),
    "contract-performance": ("areas", "risks", "signals", "reports-due", "ladder"),
    "follow-up-programme": ("programme", "lights", "closing-list", "areas", "effects"),
}
Rows = list[list[str]]


def table(document: Any, head: str) -> Rows:
    """Give the rows of the first table that has a column of this name."""
    found = next(one for one in document.tables if head in [cell.text for cell in one.rows[0].cells])
    return [[cell.text for cell in row.cells] for row in found.rows]


def facts(document: Any) -> dict[str, str]:
    """Give names and values of all tables with two columns."""
    pairs = (row.cells for one in document.tables if len(one.columns) == 2 for row in one.rows)
    return {first.text: second.text for first, second in pairs}


def test_every_chapter_is_known(bundle: dict[str, Any]) -> None:
    """Each chapter that a kind names is one that can be written, and none is written for no kind."""
    named = {chapter for kind in bundle["facts"]["kinds"] for chapter in kind["chapters"]}
    assert named == set(CHAPTERS)


@pytest.mark.parametrize("kind", OWN)
def test_chapters_of_the_kind(kind: str, write: Write, words: Words) -> None:
    """A kind of plan has the chapters that only it needs, in their order."""
    wanted = [words(f"documents.headings.{one}") for one in OWN[kind]]
    found = headings(opened(write("docx", example_of(kind))), 1)

    assert [one for one in found if one in wanted] == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_title_of_a_blank_plan(kind: str, write: Write, words: Words) -> None:
    """A plan without a title is called what its kind is called, and says in its first sentence what it is for."""
    text = said(opened(write("docx", {"schema": 1, "kind": kind})))

    assert words(f"documents.titles.{kind}") in text
    assert words(f"documents.intros.{kind}") in text


def test_one_party(write: Write, policy: dict[str, Any], words: Words) -> None:
    """A plan about the organisation itself has no supplier among its parties, and one side signs."""
    text = said(opened(write("docx", policy)))

    assert words("documents.headings.organisation") in text
    assert words("documents.headings.supplier") not in text.split("\n")
    assert text.split("\n").count(words("documents.labels.signature")) == 1


def test_missing_areas_without_action_are_gaps(write: Write, policy: dict[str, Any], words: Words) -> None:
    """An area that is not in place and that nothing answers shows a gap; one in place shows none."""
    rows = {row[1]: row for row in table(opened(write("docx", policy)), words("documents.labels.area"))}

    assert rows[words("areas.framework-agreement.title")][-1] == "[to be filled in]"
    assert rows[words("areas.contracts.title")][-1] == ""
    assert rows[words("areas.targets.title")][-1].startswith("A")


def test_areas_of_a_blank_plan(write: Write, words: Words) -> None:
    """A blank plan says what "in place" means for every area, and leaves the choice to be marked."""
    rows = table(opened(write("docx", {"schema": 1, "kind": "own-policy"})), words("documents.labels.area"))

    assert len(rows) == 19
    assert words("areas.policy-statement.about") in rows[1][1]
    assert rows[1][2].split("\n") == ["☐ In place", "☐ Partly in place", "☐ Not in place"]


def test_what_is_not_known_yet(write: Write, policy: dict[str, Any], words: Words) -> None:
    """What is published stands with what cannot be said yet."""
    rows = table(opened(write("docx", policy)), words("documents.labels.not-yet"))
    assert policy["policy"]["publications"][1]["not_yet"] in rows[2]


def test_gravest_risk_first(write: Write, contract: dict[str, Any], words: Words) -> None:
    """Risks stand with the gravest first, the likelier first among equals, whatever the order typed."""
    contract["chain"]["risks"].reverse()
    rows = table(opened(write("docx", contract)), words("documents.labels.risk"))

    assert [row[3].split("\n")[0] for row in rows[1:]] == ["Critical", "Critical", "Major", "Major", "Minor"]
    assert contract["chain"]["risks"][-1]["text"] in rows[1][1]


def test_chapters_with_nothing_to_say_are_left_out(write: Write, contract: dict[str, Any], words: Words) -> None:
    """Without signals, findings and follow-ups held, their chapters are not there."""
    contract.update(signals=[], findings=[], reviews=[])
    found = headings(opened(write("docx", contract)), 1)

    for name in ("signals", "findings", "reviews"):
        assert words(f"documents.headings.{name}") not in found


def test_answer_due_is_proposed(write: Write, contract: dict[str, Any], words: Words) -> None:
    """A signal without a date has a proposed one, and what its place in the chain asks for."""
    contract["signals"] = contract["signals"][1:2]
    found = facts(opened(write("docx", contract)))

    assert found[words("documents.labels.answer-due")] == "23 November 2026"
    assert words("reasons.asked.position-deeper") in found[words("documents.labels.asked")]


def test_a_sanction_without_basis_is_a_gap(write: Write, contract: dict[str, Any], words: Words) -> None:
    """A step that needs a basis in contract or law shows where it is missing; talking needs none."""
    rows = {
        row[1].split("\n")[0]: row for row in table(opened(write("docx", contract)), words("documents.labels.step"))
    }

    assert rows[words.term("ladder", "suspend")][2] == "[to be filled in]"
    assert rows[words.term("ladder", "talk")][2] == ""


def test_leaving_is_weighed(write: Write, contract: dict[str, Any], words: Words) -> None:
    """Once the ladder reaches suspension, the document asks what must be weighed; before that it does not."""
    question = words("reviews.leaving.questions.remedy-owed.label")
    assert question in said(opened(write("docx", contract)))

    contract["escalation"].pop()
    assert question not in said(opened(write("docx", contract)))


def test_ladder_without_steps(write: Write, contract: dict[str, Any], example: dict[str, Any], words: Words) -> None:
    """A contract explains the options even before a step is taken; an improvement plan that goes well does not."""
    contract["escalation"] = []
    heading = words("documents.headings.ladder")

    assert heading in headings(opened(write("docx", contract)), 1)
    assert heading not in headings(opened(write("docx", example)), 1)


def test_agenda(write: Write, contract: dict[str, Any], words: Words) -> None:
    """The agenda begins with what is late, and ends with the questions of the dialogue."""
    document = opened(write("docx", contract))
    kinds = [row[1] for row in table(document, words("documents.labels.dialogue"))[1:]]

    assert kinds[0] == words("documents.agenda.late")
    assert kinds.index(words("documents.agenda.signal")) < kinds.index(words("documents.agenda.open"))
    assert words("reviews.dialogue.questions.worker-survey.label") in said(document)


def test_reviews_answer_their_questions(write: Write, policy: dict[str, Any], words: Words) -> None:
    """A follow-up that took place shows each answer beside its question, and what changed."""
    document = opened(write("docx", policy))
    review = policy["reviews"][0]
    rows = {row[0]: row[1] for row in table(document, words("documents.labels.question"))}

    assert rows[words("reviews.progress.questions.done-since.label")] == review["answers"]["done-since"]
    assert f"{review['changes'][0]['old']} → {review['changes'][0]['new']}" in said(document)


def test_questions_of_a_newer_form_are_kept(write: Write, policy: dict[str, Any]) -> None:
    """An answer to a question nobody knows stands under its id."""
    policy["reviews"][0]["answers"]["newer-question"] = "answered"
    assert facts(opened(write("docx", policy)))["newer-question"] == "answered"


def test_forms_have_room(write: Write, contract: dict[str, Any], words: Words) -> None:
    """The yearly report and its review come with a contract, each question with room for the answer."""
    found = facts(opened(write("docx", contract)))

    for key in ("yearly-report.questions.risks-now", "yearly-review.questions.stakeholders-known"):
        question = f"{words(f'reviews.{key}.label')}\n{words(f'reviews.{key}.hint')}"
        assert found[question] == ""


def test_account_in_the_template(write: Write, blank: dict[str, Any], example: dict[str, Any], words: Words) -> None:
    """The supplier's account of harm is a form of the blank improvement plan, and not of one that is filled in."""
    title = words("reviews.account.title")

    assert title in headings(opened(write("docx", blank)), 1)
    assert title not in headings(opened(write("docx", example)), 1)


def test_lights_are_words(write: Write, programme: dict[str, Any], words: Words) -> None:
    """Each light is a word and a shape of its own, so that nobody needs the colour; deviations have their dates."""
    rows = table(opened(write("docx", programme)), words("documents.labels.light"))
    lights = {row[2] for row in rows[1:]}

    assert lights == {
        f"{mark} {words.term('lights', id)}" for mark, id in zip("■▲●○", VOCABULARIES["lights"], strict=True)
    }
    assert "by 30 September 2026" in rows[1][3]


def test_what_closing_lacks(write: Write, programme: dict[str, Any], words: Words) -> None:
    """A follow-up lists only what closing still lacks; closed ones and those never examined are not listed."""
    rows = {row[0]: row[1] for row in table(opened(write("docx", programme)), words("documents.labels.lacking"))}

    assert rows["Eksempel Arbejdstøj A/S (opfundet)"].split("\n") == [
        f"☐ {words.term('closing', one)}" for one in ("effect-seen", "remedy-received", "result-shared")
    ]
    assert not {"Eksempel Skærme ApS (opfundet)", "Eksempel Tekstil A/S (opfundet)"} & rows.keys()


def test_first_hours_until_contained(write: Write, contract: dict[str, Any], words: Words) -> None:
    """A critical finding brings the first hours, until an action that stops the harm is done."""
    step = words("first_hours.steps.protect-people")
    assert f"Within 4 hours: {step}" in said(opened(write("docx", contract)))

    next(one for one in contract["actions"] if one["nature"] == "contain")["status"] = "done"
    assert step not in said(opened(write("docx", contract)))


def test_competition_law(write: Write, programme: dict[str, Any], policy: dict[str, Any], words: Words) -> None:
    """Where buyers act together, the document says what competitors may not share; elsewhere it does not."""
    caution = words("rules.competition-law.text")

    assert caution in said(opened(write("docx", programme)))
    assert caution not in said(opened(write("docx", policy)))


def test_whys_lead_to_causes(write: Write, contract: dict[str, Any], words: Words) -> None:
    """The answers to the question why stand before the causes they led to."""
    labels = list(facts(opened(write("docx", contract))))
    found = facts(opened(write("docx", contract)))

    assert found[words("documents.labels.whys")].split("\n") == contract["findings"][0]["whys"]
    assert labels.index(words("documents.labels.whys")) < labels.index(words("documents.labels.root-causes"))


def test_what_an_indicator_lacks(write: Write, example: dict[str, Any], words: Words) -> None:
    """An indicator says which letters of SMART it lacks, as a gap to fill."""
    document = opened(write("docx", example))
    assert f"[{words('documents.labels.smart')}: {words('documents.smart.measurable')}" in said(document)
