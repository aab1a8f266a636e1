"""Takes what a buyer knows about a supplier; gives an action plan both sides can sign, follow and reopen."""

__version__ = "0.1.0"
