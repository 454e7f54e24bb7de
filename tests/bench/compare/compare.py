# SPDX-License-Identifier: EUPL-1.2
"""The comparison add-in in Python, as a user would write it."""
import unohelper
from benchmark import XCompare
from com.sun.star.lang import XServiceInfo

NAME, SERVICES = "benchmark.comp.Python", ("benchmark.Python",)


def allocate(total, keys):
    """Largest remainder; of equal remainders the larger key, then the earlier one."""
    whole = sum(keys)
    amounts, remainders = [], []
    for place, key in enumerate(keys):
        amount, remainder = divmod(total * key, whole)
        amounts.append(amount)
        remainders.append((-remainder, -key, place))
    remainders.sort()
    for _, _, place in remainders[:total - sum(amounts)]:
        amounts[place] += 1
    return amounts


class Compare(unohelper.Base, XCompare, XServiceInfo):
    def __init__(self, context):
        self.context = context

    def allocateRows(self, total, key):
        amounts = allocate(int(total), [int(row[0]) for row in key])
        return tuple((float(amount),) for amount in amounts)

    def allocateAny(self, total, key):
        return self.allocateRows(total, key)

    def allocateDoubles(self, total, key):
        return self.allocateRows(total, key)

    def aroundOursAny(self, total, key):
        return self.allocateRows(total, key)

    def aroundOursDoubles(self, total, key):
        return self.allocateRows(total, key)

    def echoAny(self, total, key):
        return key

    def echoDoubles(self, total, key):
        return key

    def reachAny(self, reached, target, overlap):
        return (reached - (overlap or 0)) / target

    def reachDoubles(self, reached, target):
        return reached / target

    def getImplementationName(self):
        return NAME

    def supportsService(self, name):
        return name in SERVICES

    def getSupportedServiceNames(self):
        return SERVICES


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Compare, NAME, SERVICES)
