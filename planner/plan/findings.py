"""Takes nothing; gives the shape of a finding: the harm, who has what part in it, and why it arose."""

from __future__ import annotations

from typing import Annotated, TypedDict

from planner.plan.fields import (
    Involved,
    LeverageLevel,
    Means,
    Origin,
    Position,
    Score,
    Spread,
    Stance,
    State,
    Text,
    Topic,
    Visibility,
    YesNo,
)


class Involvement(TypedDict):
    supplier: Involved
    buyer: Involved


class Leverage(TypedDict):
    level: LeverageLevel
    means: list[Means]


class RootCause(TypedDict):
    id: Annotated[str | None, "root_causes"]
    text: Text
    origin: Origin


class Response(TypedDict):
    stance: Stance
    reason: Text


class Finding(TypedDict):
    id: str
    topic: Topic
    sign: Text
    """Id of the library's risk sign it was started from, whose words serve until a text is typed."""
    text: Text
    clause: Text
    source: Text
    evidence: list[str]
    site: Text
    spread: Spread
    state: State
    position: Position
    involvement: Involvement
    scale: Score
    scope: Score
    irremediability: Score
    likelihood: Score
    life_or_freedom: YesNo
    people: Text
    leverage: Leverage
    whys: list[str]
    """The answers to "why?", from the finding down to something that can be changed."""
    root_causes: list[RootCause]
    response: Response
    no_action_reason: Text
    visibility: Visibility
