# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The extension in a user's own profile: where the menu finds its files, and what happens to open documents and to the user's own
templates when it is upgraded, disabled, removed and put back.

(1) Whatever folder the profile is in: with spaces, signs of every script, and a path longer than Windows' 260 characters.
(2) As long as the office is open, a formula keeps its words whatever happens to the extension; what it shows may be Err:530 or Err:504.
    After a restart with the extension the document is right, whether it was saved meanwhile or not.
(3) The Extension Manager's window does what its service does: it disables, removes, installs once more, and finds and installs a
    newer version.
(4) In safe mode there is no extension; what is saved there is right again outside.
(5) A template of the user's own lives on through upgrades and removal, also in the group Meedoen and under a template's own name.
    Only what was changed in the extension's own files is replaced.
(6) Every sheet of the menu comes back after the office was killed.
(7) `make test-releases` runs this file in other releases too. The windows of 7.0 cannot be driven: its own part for that ends with the
    first window that closes. It also takes xdg-open from /usr/bin alone, where these tests have none of their own.
"""
import os
import re
import shutil
import subprocess
import sys
import threading
import unittest
import zipfile
from urllib.parse import unquote

from office import EXTENSIONS, ROOT, Error, Office, properties, release, url
from test_office_life import (CALLS, OXT, RIGHT, Folder, add, extension_manager, fill, formulas, is_recovered, put_aside, remove, seen, shown,
                              wait_for, with_version)

sys.path.insert(0, str(ROOT / "tests" / "component"))
from menu import choose, documents, sheets_of  # noqa: E402 (the path to it was just added)

STRANGE = ("Mijn documenten é", "漢字 ☃ ~ 100%20 #1 + ;,&=?'()", *(f"{'map ' * 20}{number}" for number in range(3)), "profiel")
EXTENSION = EXTENSIONS / "meedoen.budget"
TEMPLATES = {path.stem for path in (EXTENSION / "templates" / "Meedoen").glob("*.ots")}
ENTRIES = [name for name in re.findall(r"<value>meedoen:([^<]*)</value>", (EXTENSION / "Addons.xcu").read_text("utf-8")) if name in TEMPLATES]
MANAGER = "service:com.sun.star.deployment.ui.PackageManagerDialog"
SPELLED = [formula.upper() for formula in CALLS.values()]
AWAY, REPLACED = Error(530), Error(504)  # what a cell shows whose extension went, or was replaced, while the office is open


def package_folders(profile):
    """Where the extension's files are in the profile; an office that used an older one leaves that until it ends."""
    return list((profile / "user" / "uno_packages" / "cache" / "uno_packages").glob("*.tmp_/*.oxt"))


def package_folder(profile):
    found, = package_folders(profile)
    return found


class Profile(Folder):
    def setUp(self):
        super().setUp()
        self.profile = self.folder / "profile"
        self.assertTrue(ENTRIES)

    def office(self, **options):
        return Office("nl-NL", extensions=None, profile=self.profile, **options)

    def installed(self, oxt=OXT):
        with self.office() as office:
            add(office, oxt)

    def right_after_a_restart(self, *paths):
        """Each document, in an office that has just started, before and after every formula is calculated again."""
        with self.office() as office:
            for path in paths:
                with self.subTest(path=path.name):
                    book = office.open(path)
                    if path.suffix != ".xlsx":  # Calc shows what was saved until it is told to calculate
                        self.assertEqual(seen(office, book), RIGHT)
                    office.recalculate(book)
                    self.assertEqual(seen(office, book), RIGHT)
                    self.assertEqual(formulas(office, book), SPELLED)

    def saved(self, office, book, *names):
        """The document, saved under each name while the office is still open."""
        paths = [self.folder / name for name in names]
        for path in paths:
            office.save_as(book, path)
        return paths

    def test_in_a_folder_with_a_long_and_strange_name(self):
        self.profile = self.folder.joinpath(*STRANGE)
        self.assertGreater(len(str(self.profile)), 260)
        opened, stub = self.folder / "opened", self.folder / "bin" / "xdg-open"
        stub.parent.mkdir()
        stub.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{opened}"\n')
        stub.chmod(0o755)
        self.installed()
        with self.office(environment={"PATH": f"{stub.parent}:{os.environ['PATH']}"}) as office:
            self.assertEqual(seen(office, fill(office, office.new())), RIGHT)
            menu = office.service("meedoen.Menu")
            for entry in ENTRIES:
                with self.subTest(entry=entry):
                    new = opened_by(menu, office, entry)
                    self.assertEqual(new.URL, "")
                    self.assertTrue(new.supportsService("com.sun.star.sheet.SpreadsheetDocument"))
            choose(menu, "handbook")
            if release(office) < (7, 4):
                return
            wait_for(opened.exists)
            self.assertEqual(unquote(opened.read_text()).strip(), f"file://{package_folder(self.profile)}/handbook/handboek.html")

    def test_added_and_used_before_a_restart(self):
        """The office then runs the extension in a process of its own, which knows no interface of ours: the functions wait for the
        restart, the menu does not, and that process lives on."""
        with self.office() as office:
            book = fill(office, office.new())
            add(office)
            office.recalculate(book)
            self.assertNotEqual(seen(office, book), RIGHT)
            for entry in ENTRIES:
                self.assertIsNotNone(opened_by(office.service("meedoen.Menu"), office, entry))
            path, = self.saved(office, book, "a.ods")
        self.right_after_a_restart(path)

    # ---- While a document is open ----

    def test_upgraded(self):
        self.installed()
        with self.office() as office:
            book = fill(office, office.new())
            self.assertEqual(seen(office, book), RIGHT)
            add(office, with_version("99.0"))
            self.assertEqual(seen(office, book), RIGHT)
            office.recalculate(book)
            self.assertEqual(seen(office, book), ([[REPLACED]] * 3, [REPLACED] * 5))
            self.assertEqual(formulas(office, book), SPELLED)
            self.assertIsNotNone(opened_by(office.service("meedoen.Menu"), office, ENTRIES[0]))
            paths = self.saved(office, book, "a.ods", "a.fods", "a.xlsx")
        self.right_after_a_restart(*paths)
        self.assertEqual(self.versions(), ["99.0"])

    def versions(self):
        with self.office() as office:
            return installed_in(office)

    def test_disabled_and_enabled(self):
        self.installed()
        with self.office() as office:
            book = fill(office, office.new())
            self.enable(office, False)
            office.recalculate(book)
            self.assertEqual(seen(office, book), ([[AWAY]] * 3, [AWAY] * 5))
            self.assertEqual(formulas(office, book), SPELLED)
            paths = self.saved(office, book, "a.ods", "a.fods", "a.xlsx")
        with self.office() as office:
            for path in paths:
                book = office.open(path)
                self.assertNotEqual(seen(office, book), RIGHT)
                office.save_as(book, path)
            self.enable(office, True)
        self.right_after_a_restart(*paths)

    @staticmethod
    def enable(office, yes):
        manager = extension_manager(office)
        package = manager.getDeployedExtension("user", "meedoen.budget", OXT.name, None)
        (manager.enableExtension if yes else manager.disableExtension)(package, None, None)

    # ---- The Extension Manager's window ----

    def test_the_window_disables_and_enables(self):
        self.installed()
        with self.office(recovers=True) as office:
            book, hands = self.with_manager(office)
            self.assertTrue(hands.enabled("removebtn"))
            disable = hands.text("enablebtn")
            for done in (lambda: hands.text("enablebtn") != disable, lambda: hands.text("enablebtn") == disable):
                hands.click("enablebtn")
                wait_for(done)
                office.recalculate(book)
                self.assertEqual(formulas(office, book), SPELLED)
            path, = self.saved(office, book, "a.ods")
        self.right_after_a_restart(path)

    def test_the_window_removes(self):
        self.installed()
        with self.office(recovers=True) as office:
            book, hands = self.with_manager(office)
            self.remove_in_the_window(hands)
            office.recalculate(book)
            self.assertEqual(seen(office, book), ([[AWAY]] * 3, [AWAY] * 5))
            paths = self.saved(office, book, "a.ods", "a.fods")
        self.assertEqual(self.versions(), [])
        with self.office() as office:
            for path in paths:
                book = office.open(path)
                self.assertNotEqual(seen(office, book), RIGHT)
                office.save_as(book, path)
        self.installed()
        self.right_after_a_restart(*paths)

    def test_the_window_installs_it_again(self):
        """Over itself, with a document open: the window asks whether that is meant, and the licence is not asked again."""
        self.installed()
        with self.office(recovers=True) as office:
            book, hands = self.with_manager(office)
            hands.click("addbtn")
            wait_for(lambda: "file_name" in hands.shown())
            hands.window().getChild("file_name").executeAction("TYPE", properties(TEXT=str(OXT)))
            hands.click("open")
            wait_for(lambda: "InstallForAllDialog" in hands.shown() or {"ok", "cancel"} <= set(hands.shown()))
            if "InstallForAllDialog" in hands.shown():  # who may write the office's own folder is asked for whom: yes is for this user alone
                hands.click("yes")
            wait_for(lambda: {"ok", "cancel"} <= set(hands.shown()) and "ExtensionManagerDialog" not in hands.shown())
            hands.click("ok")
            wait_for(lambda: len(package_folders(self.profile)) == 2 and "addbtn" in hands.shown() and hands.enabled("addbtn"))
            office.recalculate(book)
            self.assertEqual(formulas(office, book), SPELLED)
            paths = self.saved(office, book, "a.ods", "a.fods")
        self.assertEqual(len(self.versions()), 1)
        self.right_after_a_restart(*paths)

    @staticmethod
    def remove_in_the_window(hands):
        hands.click("removebtn")
        wait_for(lambda: set(hands.shown()) >= {"ok", "cancel"} and "removebtn" not in hands.shown())
        hands.click("ok")
        wait_for(lambda: "removebtn" in hands.shown() and not hands.enabled("removebtn"))

    def test_the_window_finds_and_installs_a_newer_version(self):
        """An older version looks for updates where a release was put, and finds its meedoen.update.xml there."""
        published = self.folder / "published"
        published.mkdir()
        self.installed(looking_at(published, with_version("0.0.1"), self.folder / OXT.name))
        shutil.copy(OXT, published)
        feed = subprocess.run(["package/published.sh", "update", url(published)], cwd=ROOT, check=True, stdout=subprocess.PIPE)
        (published / "meedoen.update.xml").write_bytes(feed.stdout)
        self.assertEqual(self.versions(), ["0.0.1"])
        with self.office(recovers=True) as office:
            book, hands = self.with_manager(office)
            hands.click("updatebtn")
            wait_for(lambda: "UpdateDialog" in hands.shown() and hands.enabled("ok"))
            hands.click("ok")
            wait_for(lambda: "UpdateInstallDialog" in hands.shown() and hands.enabled("ok"))
            hands.click("ok")
            wait_for(lambda: "ExtensionManagerDialog" in hands.shown())
            path, = self.saved(office, book, "a.ods")
        self.assertEqual(self.versions(), re.findall(r'<version value="(.*)"', (ROOT / "package" / "description.xml").read_text()))
        self.right_after_a_restart(path)

    def with_manager(self, office):
        """A document with our formulas, and above it the Extension Manager's window with the extension chosen."""
        if release(office) < (7, 4):
            self.skipTest("the windows of this release cannot be driven")
        book = fill(office, office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ()))
        hands = Hands(office)
        office.service("com.sun.star.frame.DispatchHelper").executeDispatch(book.CurrentController.Frame, MANAGER, "", 0, ())
        wait_for(lambda: "ExtensionManagerDialog" in hands.shown())
        wait_for(hands.choose_extension)
        return book, hands

    # ---- Safe mode ----

    def test_safe_mode(self):
        path = self.document(".ods")
        self.installed()
        with Office("nl-NL", extensions=None, profile=self.profile, arguments=["--safe-mode"]) as office:
            book = office.open(path)
            office.recalculate(book)
            self.assertNotEqual(seen(office, book), RIGHT)
            office.put(book, "C1", 2000)
            office.save_as(book, path)
        with self.office() as office:
            book = office.open(path)
            self.assertEqual(office.values(book, "B1:B3"), [[1000.0], [600.0], [400.0]])
            office.put(book, "C1", 1000)
            self.assertEqual(seen(office, book), RIGHT)

    # ---- Templates of the user's own ----

    def test_own_templates_live_on(self):
        self.installed()
        name = ENTRIES[0]
        with self.office() as office:
            book = office.open(package_folder(self.profile) / "templates" / "Meedoen" / f"{name}.ots", AsTemplate=True)
            unprotect(book)
            office.put(book, "A1", "van mij")
            shelf = office.service("com.sun.star.frame.DocumentTemplates")
            shelf.update()
            for mine in (name, "Mijn blad"):
                self.assertTrue(shelf.storeTemplate("Meedoen", mine, book))
            add(office, with_version("99.0"))
        for step in (add, remove, add):
            with self.office() as office:
                for mine in (name, "Mijn blad"):
                    book = office.open(self.profile / "user" / "template" / "Meedoen" / f"{mine}.ots", AsTemplate=True)
                    self.assertEqual(office.value(book, "A1"), "van mij")
                step(office)

    def test_a_change_in_the_extensions_own_file_is_replaced(self):
        """As the handbook says: so a changed sheet is saved as a template of one's own."""
        self.installed()
        name = f"templates/Meedoen/{ENTRIES[0]}.ots"
        with self.office() as office:
            book = office.open(package_folder(self.profile) / name, AsTemplate=False)
            unprotect(book)
            office.put(book, "A1", "van mij")
            book.store()
        with self.office() as office:
            add(office, with_version("99.0"))
        self.right_after_a_restart()
        self.assertEqual((package_folder(self.profile) / name).read_bytes(), (EXTENSION / name).read_bytes())

    # ---- Killed ----

    def test_every_sheet_of_the_menu_is_recovered(self):
        self.installed()
        with self.office(recovers=True) as office:
            menu, books = office.service("meedoen.Menu"), {}
            for entry in ENTRIES:
                books[entry] = opened_by(menu, office, entry)
                unprotect(books[entry])
                office.put(books[entry], "A1", f"gewijzigd: {entry}")
            held = {entry: contents(book) for entry, book in books.items()}
            put_aside(office)
            listed = self.profile / "user" / "registrymodifications.xcu"
            wait_for(lambda: listed.read_text("utf-8").count("/user/backup/") >= len(ENTRIES))
            office.kill()
        with self.office(recovers=True) as office:
            screen = office.service("org.libreoffice.uitest.UITest")
            wait_for(lambda: "DocRecoveryRecoverDialog" in shown(screen))
            wait_for(lambda: is_recovered(screen))
            wait_for(lambda: len(documents(office)) == len(ENTRIES))
            recovered = {office.value(book, "A1").removeprefix("gewijzigd: "): book for book in documents(office)}
            for entry in ENTRIES:
                with self.subTest(entry=entry):
                    self.assertEqual(contents(recovered[entry]), held[entry])
                recovered[entry].setModified(False)


class Hands:
    """Somebody at the office's windows, which are drawn nowhere."""

    def __init__(self, office):
        self.screen = office.service("org.libreoffice.uitest.UITest")

    def window(self):
        return self.screen.getTopFocusWindow()

    def shown(self):
        return shown(self.screen)

    def state(self, name):
        return {each.Name: each.Value for each in self.window().getChild(name).getState()}

    def text(self, name):
        return self.state(name)["Text"] if name in self.shown() else None

    def enabled(self, name):
        return self.state(name)["Enabled"] == "true"

    def click(self, name):
        """Does not wait: the click may open a window, and is over only when that is closed."""
        target = self.window().getChild(name)
        threading.Thread(target=lambda: target.executeAction("CLICK", ()), daemon=True).start()

    def choose_extension(self):
        self.window().getChild("extensions").executeAction("TYPE", properties(KEYCODE="DOWN"))
        return self.enabled("removebtn")


def installed_in(office):
    """The version of each extension."""
    return [package.Version for each in extension_manager(office).getAllExtensions(None, None) for package in each if package]


def opened_by(menu, office, entry):
    """The document that an entry of the menu opens."""
    before = documents(office)
    choose(menu, entry)
    wait_for(lambda: len(documents(office)) > len(before))
    new, = [book for book in documents(office) if book not in before]
    return new


def unprotect(book):
    for sheet in book.Sheets:
        sheet.unprotect("")


def contents(book):
    """Every formula and every value, sheet by sheet. A file keeps 15 digits of a value."""
    used = []
    for sheet in book.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        cells = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
        values = [[float(f"{value:.14g}") if isinstance(value, float) else value for value in row] for row in cells.DataArray]
        used.append((sheet.Name, cells.FormulaArray, values))
    return used


def looking_at(folder, oxt, path):
    """The extension, as it looks for updates in this folder."""
    with zipfile.ZipFile(oxt) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "description.xml":
                told = subprocess.run(["package/published.sh", "description", url(folder)], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
                content = re.sub(rb'<version value="[^"]*"', re.search(rb'<version value="[^"]*"', content)[0], told)
            target.writestr(item, content)
    return path


if __name__ == "__main__":
    unittest.main()
