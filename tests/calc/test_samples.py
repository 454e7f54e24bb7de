# SPDX-License-Identifier: EUPL-1.2
"""The sheets together: each that samples/ holds has its proofs, and is a template in the office."""
import importlib
import unittest

import uno

from office import SAMPLES, Office
from sheets import Sheet, path_of


class Samples(unittest.TestCase):
    def test_every_sheet_has_every_proof(self):
        self.assertGreaterEqual(len(SAMPLES), 4)
        for name in SAMPLES:
            with self.subTest(sheet=name):
                tests = importlib.import_module(f"test_samples_{name}")
                proven = [one.name for one in vars(tests).values()
                          if isinstance(one, type) and issubclass(one, Sheet) and issubclass(one, unittest.TestCase)]
                self.assertEqual(proven, [name])

    def test_the_group_meedoen_has_every_sheet(self):
        """What File > New > Templates shows: a group with a template for each sheet, by its title."""
        office, expected = Office.shared("nl-NL"), []
        for name in SAMPLES:
            book = office.open(path_of(name, ".ots"))
            expected.append(book.DocumentProperties.Title)
            office.close(book)
        broker = office.service("com.sun.star.ucb.UniversalContentBroker")
        root = office.service("com.sun.star.frame.DocumentTemplates").getContent()
        groups = dict(children(root))
        self.assertIn("Meedoen", groups)
        group = broker.queryContent(broker.createContentIdentifier(groups["Meedoen"]))
        self.assertEqual(sorted(title for title, _ in children(group)), sorted(expected))


def children(content):
    """The titles and addresses of what is in a group of templates."""
    wanted = uno.createUnoStruct("com.sun.star.ucb.OpenCommandArgument2")
    title = uno.createUnoStruct("com.sun.star.beans.Property")
    title.Name = "Title"
    wanted.Properties = (title,)
    command = uno.createUnoStruct("com.sun.star.ucb.Command")
    command.Name, command.Handle = "open", -1
    command.Argument = uno.Any("com.sun.star.ucb.OpenCommandArgument2", wanted)
    rows = uno.invoke(content, "execute", (command, 0, None)).getStaticResultSet()
    while rows.next():
        yield rows.getString(1), rows.queryContentIdentifierString()


if __name__ == "__main__":
    unittest.main()
