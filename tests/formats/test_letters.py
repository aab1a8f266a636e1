"""The letters to the supplier, read back with python-docx."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Opened

from planner.advice.audience import for_audience
from planner.advice.compose import compose
from planner.documents import letters
from planner.errors import PlannerError
from planner.library import Library
from planner.plan import empty
from planner.readers import from_json
from planner.vocabularies import VOCABULARIES
from planner.words import Words
from tests.conftest import LANGUAGES, TODAY, bundle_text
from tests.formats.conftest import example_of

Letter = Callable[..., bytes]
ALL = ("invitation", "inquiry", "reminder", "report-request", "closing", "notice")
PLANS = [*VOCABULARIES["kinds"]]


@pytest.fixture
def letter(bundle: dict[str, Any], words: Words, library: Library) -> Letter:
    """Give a letter of a plan: `letter("reminder", plan)`."""

    def make(id: str, plan: Any, about: str | None = None, second: Words | None = None) -> bytes:
        shaped, _ = from_json.shape(plan)
        view = compose(for_audience(shaped, "supplier"), library, TODAY)
        return letters.write(view, words, bundle["brand"], second, id, about)

    return make


def opened(data: bytes) -> Opened:
    return Document(io.BytesIO(data))


def said(data: bytes) -> str:
    """Give all a letter says, its tables included."""
    document = opened(data)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def fitting(plan: Any, library: Library) -> dict[str, list[str | None]]:
    """Give which letters fit the supplier's copy of a plan, and what each can be about."""
    shaped, _ = from_json.shape(plan)
    view = compose(for_audience(shaped, "supplier"), library, TODAY)
    return {one.id: [about.number for about in one.about] for one in view.letters}


def signal(**known: Any) -> dict[str, Any]:
    record = {"id": "s", "date": "2026-11-10", "text": "Children carry bricks", "source": "A neighbour called Rafi"}
    return {**record, "source_protected": "yes", "visibility": "parties", **known}


def test_head(letter: Letter, example: dict[str, Any], words: Words) -> None:
    """A letter says from whom to whom, of which day and about what, greets by name and ends with the buyer's name."""
    text = said(letter("invitation", example))

    for part in ("buyer", "supplier"):
        assert example[part]["organisation"] in text
    assert words("letters.invitation.subject") in text
    assert words.date(TODAY.isoformat()) in text
    assert f"Dear {example['supplier']['contact']}," in text
    assert words("letters.common.closing") in text


def test_draft(letter: Letter, example: dict[str, Any], words: Words) -> None:
    """It begins by saying that it is a draft, and what to look at before it is sent."""
    first = [paragraph.text for paragraph in opened(letter("reminder", example)).paragraphs[:3]]
    assert first == [words(f"letters.{key}") for key in ("common.draft", "common.draft-note", "reminder.before")]


def test_gaps(letter: Letter, words: Words) -> None:
    """What nobody has typed is asked for, and nobody is called by a name we do not know."""
    document = opened(letter("invitation", empty("supplier-improvement", "en")))
    runs = [
        run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for one in cell.paragraphs
        for run in one.runs
    ]

    assert "[to be filled in]" in [run.text for run in runs if run.style.name == "Placeholder"]
    assert words("letters.common.salutation-unnamed") in [one.text for one in document.paragraphs]


def test_invitation_says_what_the_plan_offers(letter: Letter, example: dict[str, Any], words: Words) -> None:
    """The invitation names gains and offers of the plan; a public contract rewards only as it provides itself."""
    reward = words.term("incentives", example["incentives"][0])
    assert words.term("benefits", example["benefits"][0]) in said(letter("invitation", example))
    assert reward in said(letter("invitation", example))

    example["kind"] = "contract-performance"
    assert reward not in said(letter("invitation", example))


def test_inquiry_hides_the_source(letter: Letter) -> None:
    """An inquiry tells what came in, and never from whom."""
    plan = {**example_of("contract-performance"), "signals": [signal()]}
    text = said(letter("inquiry", plan))

    assert "Children carry bricks" in text
    assert "Rafi" not in text


@pytest.mark.parametrize("known", [{"visibility": "buyer"}, {"source_protected": "no", "visibility": None}])
def test_no_inquiry_that_could_harm(known: dict[str, Any], library: Library) -> None:
    """A signal that is the buyer's alone, or that somebody may be punished for, gives no letter."""
    plan = {**example_of("contract-performance"), "signals": [signal(**known)]}
    assert "inquiry" not in fitting(plan, library)


def test_newest_open_signal(letter: Letter, library: Library) -> None:
    """An inquiry is about the newest open signal, unless a number says otherwise; what is closed is not asked again."""
    later = signal(id="t", date="2026-11-20", text="Wages are late")
    closed = signal(id="c", date="2026-11-21", text="A leak", closed="2026-11-22")
    plan = {**example_of("contract-performance"), "signals": [later, signal(), closed]}

    assert fitting(plan, library)["inquiry"] == ["S2", "S1"]
    assert "Wages are late" in said(letter("inquiry", plan))
    assert "Children carry bricks" in said(letter("inquiry", plan, "S1"))


def test_answer_by(letter: Letter, words: Words) -> None:
    """An answer is asked by the day agreed for it, or in two weeks where that day has passed."""
    plan = {**example_of("contract-performance"), "signals": [signal(response_due="2026-11-29")]}
    assert words.date("2026-11-29") in said(letter("inquiry", plan))

    plan["signals"][0]["response_due"] = "2026-11-21"
    text = said(letter("inquiry", plan))
    assert words.date("2026-12-06") in text
    assert words.date("2026-11-21") not in text


def test_reminder_lists_late_actions(letter: Letter, example: dict[str, Any], words: Words) -> None:
    """A reminder lists the late actions with their deadlines; the buyer's own late ones stand apart."""
    example["actions"][0].update(status="agreed", due="2026-11-01", side="supplier", text="Open the doors")
    example["actions"][1].update(status="agreed", due="2026-11-02", side="buyer", text="Order earlier")
    text = said(letter("reminder", example))

    assert f"A1 Open the doors – deadline {words.date('2026-11-01')}" in text
    assert (
        text.index("Open the doors")
        < text.index(words("letters.reminder.paragraphs.ours"))
        < text.index("Order earlier")
    )
    assert "Order earlier" not in said(letter("reminder", example, "A1"))


def test_report_request(letter: Letter, example: dict[str, Any], words: Words) -> None:
    """A report is asked on the most severe open finding, as a wish and no rule, also where a requirement is named."""
    for finding in example["findings"]:
        finding["clause"] = None
    key = "letters.report-request.paragraphs"
    assert words(f"{key}.our-wish") in said(letter("report-request", example))

    for finding in example["findings"]:
        finding["clause"] = "Clause 14"
    text = said(letter("report-request", example))
    assert "Clause 14" in text
    assert words(f"{key}.requirement") in text
    assert words(f"{key}.our-wish") not in text
    assert words.date("2026-12-06") in text


def test_closing_letter(letter: Letter, example: dict[str, Any], library: Library, words: Words) -> None:
    """A closing letter says what is achieved and that a second check follows; it fits once something is done."""
    for action in example["actions"]:
        action["status"] = "agreed"
    assert "closing" not in fitting(example, library)

    example["actions"][0].update(status="verified", text="Open the doors", effectiveness={"due": "2027-02-01"})
    text = said(letter("closing", example))
    assert text.index(words("letters.closing.paragraphs.achieved")) < text.index("A1 Open the doors")
    assert f"{words.date('2027-02-01')}: A1 Open the doors" in text


def test_notice_names_its_basis(letter: Letter, contract: dict[str, Any], words: Words) -> None:
    """A notice names step, reason and basis; a step that needs a basis asks for one nobody has typed."""
    step = {"id": "e", "date": "2026-11-20", "step": "fine", "reason": "No repayment", "answer_due": "2026-12-20"}
    basis = words("documents.labels.basis")
    plan = {**contract, "escalation": [{**step, "basis": "Clause 9.2"}]}
    text = said(letter("notice", plan))
    for one in (words.term("ladder", "fine"), "No repayment", f"{basis}\nClause 9.2", words.date("2026-12-20")):
        assert one in text

    plan["escalation"][0]["basis"] = None
    assert f"{basis}\n[to be filled in]" in said(letter("notice", plan))
    plan["escalation"][0]["step"] = "talk"
    assert basis not in said(letter("notice", plan))


def test_buyer_only(letter: Letter, contract: dict[str, Any], library: Library) -> None:
    """What is marked for the buyer alone is in no letter."""
    contract["findings"][0].update(text="A secret finding", visibility="buyer")
    contract["escalation"] = [{"id": "e", "step": "notice", "reason": "A secret step", "visibility": "buyer"}]
    contract["actions"][0].update(text="A secret action", visibility="buyer", due="2026-11-01", status="done")

    for id in fitting(contract, library):
        assert "secret" not in said(letter(id, contract))


def test_two_languages(letter: Letter, example: dict[str, Any], danish: Words) -> None:
    """Each sentence stands in both languages, the second tagged; only the sender's box speaks the first alone."""
    data = letter("reminder", example, second=danish)
    runs = [run for paragraph in opened(data).paragraphs for run in paragraph.runs]
    tagged = [run.text for run in runs if run._r.xpath('.//w:lang[@w:val="da-DK"]')]

    assert danish("letters.reminder.paragraphs.help") in tagged
    assert danish("letters.common.draft-note") not in tagged


def test_unfitting(letter: Letter, example: dict[str, Any]) -> None:
    """A letter that does not fit, or about something it cannot be about, is refused with those that can."""
    example["signals"] = []
    with pytest.raises(PlannerError) as letter_error:
        letter("inquiry", example)
    with pytest.raises(PlannerError) as about_error:
        letter("report-request", example, "S9")

    assert letter_error.value.code == "unfitting-letter"
    assert "reminder" in letter_error.value.values["known"]
    assert "F1" in about_error.value.values["known"]


def test_same_bytes(letter: Letter, example: dict[str, Any]) -> None:
    """The same plan gives the same letter."""
    assert letter("reminder", example) == letter("reminder", example)


@pytest.mark.parametrize("kind", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_opens(kind: str, language: str) -> None:
    """Every letter that fits an example opens, in each language, with its subject; a plan of one party has none."""
    bundle = json.loads(bundle_text(language))
    words, plan = Words(bundle), from_json.shape(example_of(kind))[0]
    view = compose(for_audience(plan, "supplier"), Library(bundle), TODAY)
    assert set(ALL) >= {one.id for one in view.letters}
    assert bool(view.letters) == (len(view.parties) > 1)

    for one in view.letters:
        text = said(letters.write(view, words, bundle["brand"], None, one.id, None))
        assert words(f"letters.{one.id}.subject") in text
        assert "{" not in text
