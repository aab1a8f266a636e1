"""Takes nothing; gives the types a single field of a plan can have, each marked with its vocabulary or format."""

from __future__ import annotations

from typing import Annotated

Text = str | None
Day = Annotated[str | None, "date"]
Score = Annotated[int | None, "score"]
"""1 (low) to 4 (high); None is "not known yet"."""
Quantity = str | float | None
"""As typed: a number where the page could read one, else text."""

Kind = Annotated[str | None, "kinds"]
Topic = Annotated[str | None, "topics"]
Side = Annotated[str | None, "sides"]
Nature = Annotated[str | None, "natures"]
Status = Annotated[str | None, "statuses"]
TriggerType = Annotated[str | None, "triggers"]
PeopleSide = Annotated[str | None, "people"]
Position = Annotated[str | None, "positions"]
Involved = Annotated[str | None, "involvement"]
State = Annotated[str | None, "states"]
Spread = Annotated[str | None, "spreads"]
LeverageLevel = Annotated[str | None, "leverage"]
Means = Annotated[str, "means"]
Verification = Annotated[str | None, "verification"]
Visibility = Annotated[str | None, "visibility"]
Channel = Annotated[str, "channels"]
Rhythm = Annotated[str | None, "rhythms"]
ReportContent = Annotated[str, "report_contains"]
Origin = Annotated[str | None, "origins"]
Stance = Annotated[str | None, "stances"]
Standing = Annotated[str | None, "standings"]
Level = Annotated[str | None, "levels"]
LadderStep = Annotated[str | None, "ladder"]
ReviewType = Annotated[str | None, "review_types"]
Verdict = Annotated[str | None, "verdicts"]
YesNo = Annotated[str | None, "yes_no"]
