# SPDX-License-Identifier: EUPL-1.2
"""What the tests of samples/verdeling.sheet share: the reference's amounts, and how its columns are read and a key is pasted."""
import sys

from office import ROOT, Error
from sheets import OpenSheet

sys.path.insert(0, str(ROOT / "tests" / "reference"))
from allocation import LARGEST, allocate  # noqa: E402
from municipalities import CHILDREN, CODES, NAMES  # noqa: E402

DU = 85_000_000
ROWS = 1000
ORDER = [float(code[2:]) for code in CODES]
NOT_AVAILABLE, NO_NUMBER, NO_DOMAIN = Error(32767), Error(519), Error(503)


def by_reference(method=LARGEST, total=DU, unit=1, keys=None, **more):
    return allocate(method, total, unit, keys or CHILDREN, order=more.pop("order", ORDER), **more)[0]


class Allocating(OpenSheet):
    name = "verdeling"

    def row(self, name):
        return 5 + NAMES.index(name)

    def column(self, name, rows=len(NAMES)):
        cells = self.book.NamedRanges.getByName(name).getReferredCells()
        return [row[0] for row in cells.getDataArray()][:rows]

    def filled(self, column):
        """As a column of 1,000 rows."""
        column = list(column)
        return [[one] for one in column + [None] * (ROWS - len(column))]

    def value(self, address):
        return self.office.value(self.book, address)

    def paste(self, rows):
        """As the sheet says: empty what is there, and paste from the first cell."""
        self.put("sleutel", [[None] * 3] * ROWS)
        self.office.put(self.book, f"Ontvangers.A5:C{4 + len(rows)}", rows)
