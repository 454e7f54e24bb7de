#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""office.py EXTENSIONS test_name...: tests of tests/calc/ in a real office, with the extensions of this folder for the built ones."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "calc"))
import office  # noqa: E402
import run  # noqa: E402


class OtherOffice(office.Office):
    def __init__(self, *arguments, extensions=Path(sys.argv[1]).resolve(), **options):
        super().__init__(*arguments, extensions=extensions, **options)


office.Office = OtherOffice
sys.exit(run.main(sys.argv[2:]))
