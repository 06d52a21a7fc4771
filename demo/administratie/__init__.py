"""What the administration makes of the simulated lives: numbers, messages, mistakes, money."""
