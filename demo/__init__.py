"""The synthetic region: a deterministic demo inbox with an answer key beside it."""
