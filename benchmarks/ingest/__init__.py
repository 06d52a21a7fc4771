"""Speed and memory of reading iJw, beside lxml with XSD and beside pandas."""
