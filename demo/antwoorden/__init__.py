"""The answer key: the true figures, from lives and decisions, never from the messages."""
