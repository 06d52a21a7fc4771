"""Small stories that break each rule across messages once, in a gemeente of their own."""
