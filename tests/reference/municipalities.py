# SPDX-License-Identifier: EUPL-1.2
"""The real counts that the sheets hold: the municipalities of 2021 and their children who grow up in poverty."""
import csv
from pathlib import Path

COUNTS = Path(__file__).resolve().parents[2] / "samples" / "data" / "kinderen-kans-op-armoede-2021.csv"
with open(COUNTS, encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))
CODES, NAMES = ([row[column] for row in ROWS] for column in ("gemeentecode", "gemeente"))
CHILDREN = [float(row["kinderen_kans_op_armoede"]) for row in ROWS]
