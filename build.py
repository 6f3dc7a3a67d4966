#!/usr/bin/env python3
"""Build the disclosure portal: finds the project's folder and hands the command line on."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

if __name__ == "__main__":
    from disclosure.cli import main

    sys.exit(main(sys.argv[1:], ROOT))
