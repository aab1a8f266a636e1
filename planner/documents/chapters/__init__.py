"""The chapters of the written plan: each takes the View and a voice and gives blocks."""
