# SPDX-License-Identifier: EUPL-1.2
"""What a sheet lives through: the extension comes and goes, files change format, cells are moved, the office is killed. Nothing is lost.

The tests with unopkg run as the user "nobody", for unopkg refuses root; as root alone they can become that user.
"""
import os
import re
import shutil
import time
import unittest
import zipfile

import unohelper
from office import BUILD, EXTENSIONS, LOCALES, SCRATCH, Error, Office, properties, uno, url

from com.sun.star.beans import NamedValue
from com.sun.star.sheet.FillDirection import TO_BOTTOM
from com.sun.star.task import XInteractionHandler
from com.sun.star.ucb import XCommandEnvironment
from com.sun.star.util import URL

OXT = BUILD / "meedoen.oxt"
ORDINARY_USER = "nobody"
KEYS = [[50], [30], [20]]
CALLS = {"D1": "=MEEDOEN.BUDGET.REACHPCT(2623;4300)", "D2": '=MEEDOEN.BUDGET.ADDITIONALITYCLASS(100;130;60;;;;"en")',
         "D3": '=MEEDOEN.BUDGET.REACHPCT(1;"onbekend")', "D4": "=MEEDOEN.BUDGET.ALLOCATEDU(C1;A1:A3;2)", "D5": "=SUM(B1:B3)"}
ANSWERS = [0.61, "partly", Error(32767), 300.0, 1000.0]
AMOUNTS = [[500.0], [300.0], [200.0]]


def fill(office, book):
    """A key in A1:A3, its array formula in B1:B3, and single answers in D1:D5."""
    office.put(book, "A1:A3", KEYS)
    office.put(book, "C1", 1000)
    office.array(book, "B1:B3", "=MEEDOEN.BUDGET.ALLOCATEDU(C1;A1:A3)")
    for address, formula in CALLS.items():
        office.put(book, address, formula)
    return book


def seen(office, book):
    return office.values(book, "B1:B3"), [row[0] for row in office.values(book, "D1:D5")]


RIGHT = AMOUNTS, ANSWERS


def formulas(office, book):
    return [office.range(book, address).getCellByPosition(0, 0).Formula.upper() for address in CALLS]


def with_version(version):
    """The extension as it will be one day, or was."""
    path = SCRATCH / f"meedoen-{version}.oxt"
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(OXT) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "description.xml":
                content, changed = re.subn(rb'<version value="[^"]*"', b'<version value="%s"' % version.encode(), content)
                assert changed == 1
            target.writestr(item, content)
    return path


class Yes(unohelper.Base, XCommandEnvironment, XInteractionHandler):
    """Somebody who says yes to every question of the extension manager."""

    def getInteractionHandler(self):
        return self

    def getProgressHandler(self):
        return None

    def handle(self, request):
        for choice in request.getContinuations():
            approve = choice.queryInterface(uno.getTypeByName("com.sun.star.task.XInteractionApprove"))
            if approve:
                approve.select()
                return


def extension_manager(office):
    return office.context.getValueByName("/singletons/com.sun.star.deployment.ExtensionManager")


def add(office, oxt=OXT):
    extension_manager(office).addExtension(url(oxt), (NamedValue("SUPPRESS_LICENSE", "1"),), "user", None, Yes())


def remove(office):
    extension_manager(office).removeExtension("meedoen.budget", OXT.name, "user", None, Yes())


class Folder(unittest.TestCase):
    """Every test has a folder of its own, and a document in it."""

    def setUp(self):
        self.folder = SCRATCH / "life" / self.id().rpartition(".")[2]
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def document(self, suffix=".fods"):
        path = self.folder / f"document{suffix}"
        with Office.borrowed() as office:
            book = fill(office, office.new())
            self.assertEqual(seen(office, book), RIGHT)
            office.save_as(book, path)
        return path


class Installed(Folder):
    def ordinary(self, locale="nl-NL", name="profile", **options):
        """An office of an ordinary user, with a home of its own and no extension but those that it adds."""
        if os.getuid() != 0:
            return Office(locale, extensions=None, profile=self.folder / name, **options)
        reachable = os.system(f"runuser -u {ORDINARY_USER} -- test -x '{self.folder}'") == 0
        if not reachable:
            self.skipTest(f"{ORDINARY_USER} cannot reach {self.folder}")
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        shutil.chown(home, ORDINARY_USER)
        shutil.chown(self.folder, ORDINARY_USER)
        return Office(locale, extensions=None, profile=self.folder / name, user=ORDINARY_USER,
                      environment={"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "XDG_CONFIG_HOME": str(home / "config")},
                      **options)

    def unopkg(self, office, *arguments):
        status, said = office.run("unopkg", *arguments)
        self.assertEqual(status, 0, said)
        return said

    def look(self, office, path):
        """Opens the document, looks, and saves it again."""
        with office:
            book = office.open(path)
            office.recalculate(book)
            answers, spelled = seen(office, book), formulas(office, book)
            office.save_as(book, path)
        return answers, spelled

    def test_by_unopkg(self):
        """Added, upgraded, downgraded, removed and added again: while it is there, every formula is right."""
        path = self.document()
        office = self.ordinary()
        if office.user:
            shutil.chown(path, office.user)
        spelled = [formula.upper() for formula in CALLS.values()]
        for arguments, version in ((("add", "-s", str(OXT)), None), (("add", "-s", str(with_version("99.0"))), "99.0"),
                                   (("add", "-s", "-f", str(with_version("0.0.1"))), "0.0.1"), (("remove", "meedoen.budget"), "gone"),
                                   (("add", "-s", str(OXT)), None)):
            with self.subTest(step=arguments[:1], version=version):
                self.unopkg(office, *arguments)
                listed = self.unopkg(office, "list")
                answers, now = self.look(office, path)
                self.assertEqual(now, spelled)
                if version == "gone":
                    self.assertNotIn("meedoen.budget", listed)
                    self.assertNotEqual(answers, RIGHT)
                    continue
                self.assertEqual(listed.count("meedoen.budget"), 1)
                self.assertIn(f"Version: {version}" if version else "Version: ", listed)
                self.assertEqual(answers, RIGHT)

    def test_for_everybody(self):
        """The shared installation, kept below build/ instead of in the office's own folder."""
        shared = [f"-env:UNO_SHARED_PACKAGES={url(self.folder / 'shared')}",
                  f"-env:UNO_SHARED_PACKAGES_CACHE={url(self.folder / 'shared' / 'cache')}"]
        owner = Office("nl-NL", extensions=None, profile=self.folder / "owner", arguments=shared)
        self.unopkg(owner, "add", "-s", "--shared", str(OXT), *shared)
        path = self.document()
        self.assertEqual(self.look(owner, path)[0], RIGHT)
        other = Office("en-US", extensions=None, profile=self.folder / "other", arguments=shared)
        self.assertEqual(self.look(other, path)[0], RIGHT)
        self.unopkg(owner, "remove", "--shared", "meedoen.budget", *shared)
        self.assertNotEqual(self.look(other, path)[0], RIGHT)

    def test_removed_and_added_while_a_document_is_open(self):
        """The office takes no notice before it starts again; the open document stays as it is and saves well."""
        path = self.document()
        profile = self.folder / "Mijn profiel é ☃"
        with Office("nl-NL", extensions=None, profile=profile) as office:
            add(office)
        with Office("nl-NL", extensions=None, profile=profile) as office:
            book = office.open(path)
            self.assertEqual(seen(office, book), RIGHT)
            remove(office)
            office.recalculate(book)
            self.assertIsNone(office.exit_status)
            self.assertEqual(formulas(office, book), [formula.upper() for formula in CALLS.values()])
            add(office)
            office.save_as(book, path)
        self.assertEqual(office.exit_status, 0)
        with Office("nl-NL", extensions=None, profile=profile) as office:
            book = office.open(path)
            self.assertEqual(seen(office, book), RIGHT)

    def test_a_home_that_cannot_be_written(self):
        if os.getuid() != 0:
            self.skipTest("only root can make a home that its user cannot write")
        path = self.document()
        office = self.ordinary()
        shutil.chown(path, office.user)
        home = self.folder / "home"
        shutil.chown(home, "root")
        home.chmod(0o555)
        self.unopkg(office, "add", "-s", str(OXT))
        self.assertEqual(self.look(office, path)[0], RIGHT)
        self.assertEqual(list(home.iterdir()), [])

    def test_a_library_that_cannot_be_loaded(self):
        """Every call is an error; the office, its other formulas and the document live on."""
        path = self.document()
        broken = self.folder / "extensions"
        shutil.copytree(EXTENSIONS, broken)
        libraries = list(broken.rglob("meedoen.so"))
        self.assertTrue(libraries)
        for library in libraries:
            library.write_bytes(b"not a library")
        with Office(extensions=broken) as office:
            book = office.open(path)
            office.recalculate(book)
            amounts, answers = seen(office, book)
            self.assertTrue(all(isinstance(row[0], Error) for row in amounts), amounts)
            self.assertTrue(all(isinstance(answer, Error) for answer in answers), answers)
            office.put(book, "F1", "=SUM(A1:A3)")
            self.assertEqual(office.value(book, "F1"), 100)
            office.save_as(book, path)
        self.assertEqual(office.exit_status, 0)
        with Office() as office:
            self.assertEqual(seen(office, office.open(path)), RIGHT)


class Files(Folder):
    def test_saved_and_opened(self):
        """In the office's own formats and in those of another; a hard recalculation changes nothing."""
        for locale in LOCALES:
            with Office.borrowed(locale) as office:
                for suffix in (".ods", ".fods", ".xlsx", ".xls"):
                    with self.subTest(suffix=suffix, locale=locale):
                        book = office.reopen(fill(office, office.new()), suffix)
                        self.assertEqual(seen(office, book), RIGHT)
                        office.recalculate(book)
                        self.assertEqual(seen(office, book), RIGHT)
                        self.assertEqual(formulas(office, book), [formula.upper() for formula in CALLS.values()])
                        office.close(book)

    def test_without_the_extension_and_back(self):
        """Opened and saved by somebody who has no extension: for the one who has, everything is there again."""
        for suffix in (".ods", ".fods"):
            with self.subTest(suffix=suffix):
                path = self.document(suffix)
                with Office.borrowed(extensions=None) as office:
                    book = office.open(path)
                    office.recalculate(book)
                    self.assertNotEqual(seen(office, book), RIGHT)
                    office.save_as(book, path)
                with Office.borrowed() as office:
                    self.assertEqual(seen(office, office.open(path)), RIGHT)

    def test_two_offices_at_once(self):
        path = self.document()
        with Office("en-US") as one, Office("nl-NL") as other:
            first, second = one.open(path), other.open(path)
            self.assertEqual(seen(one, first), RIGHT)
            self.assertEqual(seen(other, second), RIGHT)
            one.put(first, "C1", 2000)
            self.assertEqual(one.values(first, "B1:B3"), [[1000.0], [600.0], [400.0]])
            self.assertEqual(seen(other, second), RIGHT)

    def test_killed_and_recovered(self):
        """What the office put aside before it was killed is offered at the next start, and it comes back with its formulas."""
        profile, path = self.folder / "profile", self.document(".ods")
        with Office(profile=profile, recovers=True) as office:
            book = office.desktop.loadComponentFromURL(url(path), "_blank", 0, ())
            office.put(book, "C1", 2000)
            crash(office)
        with Office(profile=profile, recovers=True) as office:
            book = recovered(office)
            self.assertEqual(book.getURL(), url(path))
            self.assertTrue(book.isModified())
            self.assertEqual(office.values(book, "B1:B3"), [[1000.0], [600.0], [400.0]])
            self.assertEqual(seen(office, book)[1], [0.61, "partly", Error(32767), 600.0, 2000.0])
            self.assertEqual(formulas(office, book), [formula.upper() for formula in CALLS.values()])
            book.setModified(False)


def shown(screen):
    """The names of what is in the window in front."""
    window = screen.getTopFocusWindow()
    return window.getChildren() if window else ()


def is_recovered(screen):
    """Presses the button of the recovery dialog, which is "Start" and then "Finish", until the dialog is gone."""
    if "DocRecoveryRecoverDialog" not in shown(screen):
        return True
    screen.getTopFocusWindow().getChild("next").executeAction("CLICK", ())
    return False


def wait_for(condition, seconds=60):
    give_up = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > give_up:
            raise AssertionError("it did not come")
        time.sleep(0.2)


def put_aside(office):
    """Saves what is open to the profile's backup folder, as the office does when it must end."""
    name = "vnd.sun.star.autorecovery:/doEmergencySave"
    address = URL(name, "", "vnd.sun.star.autorecovery:", "", "", "", 0, "/doEmergencySave", "", "", "")
    office.context.getValueByName("/singletons/com.sun.star.frame.theAutoRecovery").dispatch(address, ())


def crash(office):
    """Kills it once what is open has been put aside."""
    put_aside(office)
    listed = office.profile / "user" / "registrymodifications.xcu"
    wait_for(lambda: "/user/backup/" in listed.read_text(encoding="utf-8"))
    office.kill()


def recovered(office):
    """The document that the next office with this profile offers, and brings back."""
    screen = office.service("org.libreoffice.uitest.UITest")
    wait_for(lambda: "DocRecoveryRecoverDialog" in shown(screen))
    wait_for(lambda: is_recovered(screen))
    return office.desktop.CurrentComponent


class Editing(Folder):
    def test_copied_to_another_document(self):
        with Office.borrowed() as office:
            source, target = fill(office, office.new()), office.new()
            source.CurrentController.select(office.range(source, "A1:D5"))
            target.CurrentController.select(office.range(target, "A1"))
            target.CurrentController.insertTransferable(source.CurrentController.getTransferable())
            self.assertEqual(seen(office, target), RIGHT)
            office.put(target, "C1", 2000)
            self.assertEqual(office.values(target, "B1:B3"), [[1000.0], [600.0], [400.0]])
            self.assertEqual(seen(office, source), RIGHT)

    def test_a_sheet_copied_to_another_document(self):
        with Office.borrowed() as office:
            source, target = fill(office, office.new()), office.new()
            target.Sheets.importSheet(source, source.Sheets.getByIndex(0).Name, 0)
            self.assertEqual(seen(office, target), RIGHT)

    def test_undone_and_done_again(self):
        with Office.borrowed() as office:
            book = fill(office, office.new())
            for address, content in (("A1", 150), ("B1:B3", None), ("A2", "veel"), ("D1", None)):
                with self.subTest(changed=address):
                    office.put(book, address, content)
                    changed = seen(office, book)
                    self.assertNotEqual(changed, RIGHT)
                    book.UndoManager.undo()
                    self.assertEqual(seen(office, book), RIGHT)
                    book.UndoManager.redo()
                    self.assertEqual(seen(office, book), changed)
                    book.UndoManager.undo()

    def test_filled_down(self):
        with Office.borrowed() as office:
            book = fill(office, office.new())
            office.put(book, "E1", "=MEEDOEN.BUDGET.ALLOCATEDU(C$1;A$1:A$3;ROW())")
            office.range(book, "E1:E3").fillAuto(TO_BOTTOM, 1)
            self.assertEqual(office.values(book, "E1:E3"), AMOUNTS)

    def test_sorted_beside_the_amounts(self):
        """The keys sorted: each amount stands beside its key again."""
        with Office.borrowed() as office:
            book = fill(office, office.new())
            field = uno.createUnoStruct("com.sun.star.table.TableSortField")
            field.Field, field.IsAscending = 0, True
            office.range(book, "A1:A3").sort(properties(SortFields=uno.Any("[]com.sun.star.table.TableSortField", (field,)),
                                                        ContainsHeader=False))
            self.assertEqual(office.values(book, "A1:B3"), [[20.0, 200.0], [30.0, 300.0], [50.0, 500.0]])
            self.assertEqual(office.value(book, "D5"), 1000)

    def test_rows_put_in_and_taken_out(self):
        """A row inside the keys of a single formula: the range grows and shrinks with it."""
        with Office.borrowed() as office:
            book = office.new()
            office.put(book, "A1:A3", [[70], [30], [10]])
            office.put(book, "C1", "=MEEDOEN.BUDGET.ALLOCATEDUCHECK(1200;A1:A3)")
            self.assertEqual(office.value(book, "C1"), "3 ontvangers, samen € 1.200")
            rows = book.Sheets.getByIndex(0).Rows
            rows.insertByIndex(1, 1)
            self.assertEqual(office.value(book, "C1"), "3 ontvangers, samen € 1.200. Let op: 1 lege cel is overgeslagen")
            office.put(book, "A2", 10)
            self.assertEqual(office.value(book, "C1"), "4 ontvangers, samen € 1.200")
            rows.removeByIndex(1, 2)
            self.assertEqual(office.value(book, "C1"), "2 ontvangers, samen € 1.200")


if __name__ == "__main__":
    unittest.main()
