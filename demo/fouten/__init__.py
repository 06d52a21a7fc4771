"""Faults that are put in the inbox on purpose, each with the rule that must catch it."""
