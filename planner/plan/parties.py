"""Takes nothing; gives the shape of who makes a plan and why."""

from __future__ import annotations

from typing import Annotated, TypedDict

from planner.plan.fields import Day, PeopleSide, Text, TriggerType, YesNo


class Party(TypedDict):
    organisation: Text
    contact: Text
    email: Text
    site: Text
    country: Annotated[str | None, "countries"]


class Contract(TypedDict):
    reference: Text
    category: Text
    start: Day
    end: Day


class Trigger(TypedDict):
    type: TriggerType
    date: Day


class Participant(TypedDict):
    id: Text
    name: Text
    role: Text
    side: PeopleSide


class Consultation(TypedDict):
    id: Text
    body: Text
    how: Text
    date: Day
    input: Text


class Signatory(TypedDict):
    id: Text
    name: Text
    role: Text
    side: PeopleSide
    authority: YesNo
    date: Day
