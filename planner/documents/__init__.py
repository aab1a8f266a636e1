"""What the planner writes: one line for each format. A format's own module is loaded when it is first used."""

from planner.documents.base import Document, Format

DOCUMENTS: dict[str, Document] = {
    one.format: one
    for one in (
        Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        Format("ics", "text/calendar; charset=utf-8"),
        Format("csv", "text/csv; charset=utf-8"),
        Format("html", "text/html; charset=utf-8"),
        Format("json", "application/json"),
        Format("zip", "application/zip", tells=True),
    )
}
