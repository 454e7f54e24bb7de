# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The handbook's chapter for administrators: its commands for Linux and its file of policies, as they are printed, on this machine.

(1) Both languages print the same commands and the same file.
(2) The office's own folders are those of a machine of our own: every command and every office runs in a private namespace, in which
    copies below build/ stand in their place. That takes root; without it the tests are skipped.
(3) Where a command is for one user, it is run by the user "nobody", who has a home of its own.
"""
import os
import re
import shutil
import subprocess
import unittest

from office import PROGRAM, ROOT, SCRATCH, Office, properties
from test_office_life import ORDINARY_USER, OXT, RIGHT, fill, seen, with_version

from com.sun.star.lang import IllegalArgumentException
from com.sun.star.util import URL

CHAPTERS = {"nl": "nl/10-beheerders.md", "en": "en/10-administrators.md"}
SHARE = PROGRAM.parent / "share"
IN_NAMESPACE = ["unshare", "--mount", "--propagation", "private", "sh", "-c"]


def blocks(language):
    """What the chapter prints as code, block by block."""
    text = (ROOT / "package" / "handbook" / CHAPTERS[language]).read_text("utf-8")
    return [re.sub(r"(?m)^    ", "", block) for block in re.findall(r"(?m)(?:^    .*\n)+", text)]


def block_with(word):
    found, = [block for block in blocks("nl") if word in block]
    return found


def command_with(*words):
    found, = [line for block in blocks("nl") for line in block.splitlines() if all(word in line for word in words)]
    return found


class Machine:
    """A folder with what the office has for everybody, and the home of a user."""

    def __init__(self, folder):
        self.folder, self.home = folder, folder / "home"
        shutil.rmtree(folder, ignore_errors=True)
        packages = (SHARE / "uno_packages" / "cache").resolve().parent
        self.places = {(SHARE / "registry").resolve(): folder / "registry", SHARE / "extensions": folder / "extensions",
                       packages: folder / "packages"}
        for place, ours in self.places.items():
            ours.mkdir(parents=True)
            if place.name == "registry":
                shutil.copytree(place, ours, symlinks=True, dirs_exist_ok=True)
        (folder / "packages" / "cache").mkdir()
        self.home.mkdir()
        shutil.chown(self.home, ORDINARY_USER)
        for file in (OXT, OXT.with_name("meedoen.oxt.sha256")):
            shutil.copy(file, self.home)

    def inside(self, command):
        """The words that run a command in the namespace."""
        binds = "".join(f"mount --bind '{ours}' '{place}'; " for place, ours in self.places.items())
        return [*IN_NAMESPACE, f'{binds} exec "$@"', "sh", *command]

    def run(self, line, user=None):
        """Runs what somebody would type, in the folder with the package; returns its status and what it said."""
        home = self.home if user else self.folder / "root"
        command = ["env", f"HOME={home}", f"PATH={PROGRAM}:{os.environ['PATH']}", "sh", "-c", line]
        as_user = ["runuser", "-u", user, "--"] if user else []
        done = subprocess.run(self.inside([*as_user, *command]), cwd=self.home, stdin=subprocess.DEVNULL, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=240, check=False)
        return done.returncode, done.stdout

    def office(self, locale="nl-NL", **options):
        return Inside(self, locale, extensions=SHARE / "extensions", profile=self.home / ".config" / "libreoffice" / "4", user=ORDINARY_USER,
                      environment={"HOME": str(self.home), "XDG_CACHE_HOME": str(self.home / "cache")}, **options)


class Inside(Office):
    """An office on such a machine."""

    def __init__(self, machine, *arguments, **options):
        super().__init__(*arguments, **options)
        self.machine = machine

    def command(self, program, *arguments):
        return self.machine.inside(super().command(program, *arguments))

    def write_profile(self):
        super().write_profile()
        for path in (self.profile, *self.profile.parents):
            if path == self.machine.home:
                break
            shutil.chown(path, ORDINARY_USER)


class Printed(unittest.TestCase):
    def test_both_languages_print_the_same(self):
        self.assertEqual([re.sub(r"meedoen-(beleid|policy)", "", block) for block in blocks("nl")], blocks("en"))
        self.assertGreater(len(blocks("nl")), 6)


@unittest.skipUnless(os.getuid() == 0, "a namespace with folders of its own takes root")
class Commands(unittest.TestCase):
    def setUp(self):
        self.machine = Machine(SCRATCH / "administrators" / self.id().rpartition(".")[2])
        if os.system(f"runuser -u {ORDINARY_USER} -- test -x '{self.machine.home}'"):
            self.skipTest(f"{ORDINARY_USER} cannot reach {self.machine.home}")

    def right(self):
        """Whether the user's office answers right. It has windows: one that asks to accept the licence would come first, and nobody answers."""
        with self.machine.office(recovers=True) as office:
            return seen(office, fill(office, office.new())) == RIGHT

    def said(self, line, user=None):
        status, said = self.machine.run(line, user)
        self.assertEqual(status, 0, f"{line}\n{said}")
        return said

    def test_a_damaged_file_is_seen(self):
        line = command_with("sha256sum")
        self.said(line)
        with open(self.machine.home / "meedoen.oxt", "ab") as file:
            file.write(b"x")
        self.assertNotEqual(self.machine.run(line)[0], 0)

    def test_for_everybody(self):
        add, listing = block_with("list --shared").splitlines()
        self.said(add)
        self.assertIn("Identifier: meedoen.budget", self.said(listing))
        self.assertTrue(list((self.machine.folder / "packages" / "cache").rglob("XBudget.rdb")))
        self.assertTrue(self.right())
        shutil.copy(with_version("99.0"), self.machine.home / "meedoen.oxt")
        self.said(add)
        self.assertIn("Version: 99.0", self.said(listing))
        self.assertTrue(self.right())
        self.said(command_with("remove", "--shared"))
        self.assertNotIn("meedoen.budget", self.said(listing))
        self.assertFalse(self.right())

    def test_for_one_user(self):
        add, listing = block_with("unopkg list\n").splitlines()
        status, said = self.machine.run(add)
        self.assertNotEqual(status, 0)
        self.assertIn("Cannot run unopkg as root", said)
        self.said(add, ORDINARY_USER)
        self.assertIn("Identifier: meedoen.budget", self.said(listing, ORDINARY_USER))
        self.assertTrue(list((self.machine.home / ".config/libreoffice/4/user/uno_packages/cache").rglob("XBudget.rdb")))
        self.assertTrue(self.right())
        self.said(add, ORDINARY_USER)
        self.said(command_with("remove meedoen.budget"), ORDINARY_USER)
        self.assertNotIn("meedoen.budget", self.said(listing, ORDINARY_USER))

    def test_unpacked(self):
        here = lambda line: line.replace("/usr/lib/libreoffice", str(PROGRAM.parent))  # noqa: E731 (one place, one use)
        self.said(here(command_with("unzip")))
        self.assertTrue((self.machine.folder / "extensions" / "meedoen.budget" / "LICENSE").is_file())
        self.assertTrue(self.right())
        self.said(here(command_with("rm -r")))
        self.assertFalse(self.right())

    def test_policies(self):
        self.said(command_with("unzip").replace("/usr/lib/libreoffice", str(PROGRAM.parent)))
        policy = self.machine.folder / "registry" / "meedoen.xcd"
        for lines in (None, block_with("<oor:data")):
            if lines:
                policy.write_text(lines, "utf-8")
            with self.subTest(policy=bool(lines)), self.machine.office() as office:
                book = office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(Hidden=False))
                self.assertEqual(seen(office, fill(office, book)), RIGHT)
                self.assertEqual(carried_out(office, book, "meedoen:handbook"), not lines)
                self.assertTrue(carried_out(office, book, "meedoen:handbook-pdf"))
                menu = settings(office, "/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar/meedoen.budget")
                self.assertEqual(len(menu.getByName("Submenu").ElementNames) > 5, not lines)
                self.assertEqual(menu.getByName("Title"), None if lines else "Meedoen")
                security = settings(office, "/org.openoffice.Office.ExtensionManager/ExtensionSecurity", "Update")
                for name in ("DisableExtensionInstallation", "DisableExtensionRemoval"):
                    self.assertEqual(security.getByName(name), bool(lines))
                    if lines:
                        with self.assertRaises(IllegalArgumentException):
                            security.replaceByName(name, False)
        self.assertTrue(self.right())


def carried_out(office, book, address):
    """Whether the menu entry with this address can be chosen."""
    url = URL()
    url.Complete = address
    _, url = office.service("com.sun.star.util.URLTransformer").parseStrict(url)
    return book.CurrentController.Frame.queryDispatch(url, "_self", 0) is not None


def settings(office, path, access=""):
    provider = office.service("com.sun.star.configuration.ConfigurationProvider")
    return provider.createInstanceWithArguments(f"com.sun.star.configuration.Configuration{access}Access", properties(nodepath=path))


if __name__ == "__main__":
    unittest.main()
