# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The extension in a user's own profile: where the menu finds its files, and what happens to open documents when it comes, goes or changes.

(1) Whatever folder the profile is in: with spaces, signs of every script, and a path longer than Windows' 260 characters.
"""
import os
import re
import shutil
import sys
import unittest
from urllib.parse import unquote

from office import EXTENSIONS, ROOT, Office
from test_office_life import RIGHT, Folder, add, fill, seen, wait_for

sys.path.insert(0, str(ROOT / "tests" / "component"))
from menu import choose, documents  # noqa: E402 (the path to it was just added)

STRANGE = ("Mijn documenten é", "漢字 ☃ ~ 100%20 #1 + ;,&=?'()", *(f"{'map ' * 20}{number}" for number in range(3)), "profiel")
EXTENSION = EXTENSIONS / "meedoen.budget"
TEMPLATES = {path.stem for path in (EXTENSION / "templates" / "Meedoen").glob("*.ots")}
ENTRIES = [name for name in re.findall(r"<value>meedoen:([^<]*)</value>", (EXTENSION / "Addons.xcu").read_text("utf-8")) if name in TEMPLATES]


def package_folder(profile):
    """Where the extension's files are in the profile."""
    found, = (profile / "user" / "uno_packages" / "cache" / "uno_packages").glob("*.tmp_/*.oxt")
    return found


class Profile(Folder):
    def test_in_a_folder_with_a_long_and_strange_name(self):
        profile = self.folder.joinpath(*STRANGE)
        self.assertGreater(len(str(profile)), 260)
        self.assertTrue(ENTRIES)
        opened, stub = self.folder / "opened", self.folder / "bin" / "xdg-open"
        stub.parent.mkdir()
        stub.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{opened}"\n')
        stub.chmod(0o755)
        with Office("nl-NL", extensions=None, profile=profile) as office:
            add(office)
        with Office("nl-NL", extensions=None, profile=profile, environment={"PATH": f"{stub.parent}:{os.environ['PATH']}"}) as office:
            self.assertEqual(seen(office, fill(office, office.new())), RIGHT)
            menu = office.service("meedoen.Menu")
            for template in ENTRIES:
                with self.subTest(template=template):
                    before = documents(office)
                    choose(menu, template)
                    wait_for(lambda: len(documents(office)) > len(before))
                    new, = [book for book in documents(office) if book not in before]
                    self.assertEqual(new.URL, "")
                    self.assertTrue(new.supportsService("com.sun.star.sheet.SpreadsheetDocument"))
            choose(menu, "handbook")
            wait_for(opened.exists)
            self.assertEqual(unquote(opened.read_text()).strip(), f"file://{package_folder(profile)}/handbook/handboek.html")


if __name__ == "__main__":
    unittest.main()
