"""Generator of static, bilingual disclosure portals for environmental rectification plans."""

__version__ = "0.1.0"
