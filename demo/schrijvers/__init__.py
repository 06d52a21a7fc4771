"""Writers: from decisions of the administration to delivered files."""
