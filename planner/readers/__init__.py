"""What the planner takes back: plans from files."""
