"""What the planner thinks: severity, suggestions, dates, remarks and figures, gathered in one View."""
