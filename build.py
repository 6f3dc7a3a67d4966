#!/usr/bin/env python3
"""Build the disclosure portal: finds the project's folder and hands the command line on."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

if __name__ == "__main__":
    try:
        from disclosure.cli import main
    except ModuleNotFoundError as missing:
        if missing.name and missing.name.startswith("disclosure"):
            raise
        sys.exit(
            f"build.py: {missing.name}: 缺少依赖，请用 README 的第一条命令安装 · not installed; see README"
        )

    sys.exit(main(sys.argv[1:], ROOT))
