"""Differential fuzzing of the iJw reader: random messages, mutations, and a judge."""
