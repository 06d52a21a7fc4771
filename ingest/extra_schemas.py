"""Official iJw schemas that an operator adds: they must approve a message too."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a home without iJw never loads lxml
    from lxml import etree

ExtraSchemas = Mapping[tuple[str, str], "etree.XMLSchema"]
"""By release and message, such as ``("3_2", "jw301")``."""

GEEN_SCHEMAS: ExtraSchemas = {}
