"""Puts this folder on the path, for ``demo_regio``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
