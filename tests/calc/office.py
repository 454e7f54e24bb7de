# SPDX-License-Identifier: EUPL-1.2
"""A real LibreOffice for tests: private, headless, driven from Debian's python3 through UNO.

In the environment OFFICE names another office than the one that `soffice` starts, EXTENSIONS other ones than those in build/, SCRATCH
another folder for profiles and documents."""
import atexit
import itertools
import os
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException
from com.sun.star.table.CellContentType import EMPTY, TEXT
from com.sun.star.uno import RuntimeException as UnoRuntimeException

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
EXTENSIONS = Path(os.environ.get("EXTENSIONS") or BUILD / "extensions")
SCRATCH = Path(os.environ.get("SCRATCH") or BUILD / "tests" / "calc")
PROGRAM = Path(os.environ.get("OFFICE") or Path(shutil.which("soffice")).resolve().parents[1]) / "program"
LOCALES = ("en-US", "nl-NL")
# The English name of each sheet, by its Dutch one, as the sources have them.
ENGLISH = dict(match.groups() for path in (ROOT / "samples").glob("*.sheet")
               for match in re.finditer(r"(?m)^workbook +(\S+) \| (\S+)$", path.read_text(encoding="utf-8")))
SAMPLES = sorted({*ENGLISH, *ENGLISH.values()})
SHARED_LIMIT = 2400

FILTERS = {".fods": "OpenDocument Spreadsheet Flat XML", ".ods": "calc8", ".xlsx": "Calc MS Excel 2007 XML",
           ".xls": "MS Excel 97", ".csv": "Text - txt - csv (StarCalc)"}

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
 <item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse"><value>{0}</value></prop></item>
 <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooLocale" oor:op="fuse"><value>{0}</value></prop></item>
 <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{0}</value></prop></item>
 <item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="UseLocking" oor:op="fuse"><value>false</value></prop></item>
{1}</oor:items>
"""

VALUES, DATES, TEXTS, FORMULAS = 1, 2, 4, 16
CONTENTS = VALUES | DATES | TEXTS | FORMULAS  # and not how they look

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Error:
    """An error in a cell, by Calc's code; as a text it is what an English office shows."""
    code: int

    def __str__(self):
        names = {32767: "#N/A", 532: "#DIV/0!", 519: "#VALUE!", 503: "#NUM!", 524: "#REF!", 525: "#NAME?"}
        return names.get(self.code, f"Err:{self.code}")

    __repr__ = __str__


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def url(path):
    return uno.systemPathToFileUrl(str(Path(path).resolve()))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Office:
    """One office of our own, from `with` to the end of its block.

        with Office("nl-NL") as office:
            book = office.open("tests/calc/arguments.fods")
            office.value(book, "B1")               # 1.5, "text", None when empty, or Error(519)
            office.values(book, "B1:C9")           # rows of such values
            office.put(book, "A1", "=MEEDOEN.BUDGET.NORM(\\"du\\")")
            office.put(book, "A1:A3", [[1], ["text"], [None]])
            office.array(book, "D1:D3", "=...")    # an array formula over the whole range
            office.recalculate(book)               # hard: every formula again
            book = office.reopen(book, ".xlsx")    # saved, closed and opened again
            copy, = office.choose(book, "values")  # an entry of the menu Meedoen
            office.close(book)

    (1) It has a profile of its own below build/, which is new unless `profile` names one that is there, and reads neither
        the user's profile nor extensions other than those under `extensions` (None: no extension).
    (2) `locale` is the language of the windows and of numbers and dates alike: "en-US" or "nl-NL".
    (3) An address is "B1", "B1:C9", or "Sheet.B1"; without a sheet it is in the first one. Formulas are written as in the
        programming interface: arguments part with ";", in an array rows with "|" and columns with ";", functions are named
        as in a file, MEEDOEN.BUDGET.ALLOCATEDU.
    (4) It always ends: by itself, else it is killed after `limit` seconds, with all that it started. After that, and after a
        crash, calls raise DisposedException and `exit_status` tells how it ended.
    (5) No lock files are left beside the documents: two tests may have one open at once.
    (6) `recovers`: it saves by itself and recovers, which a headless one does not; its windows are drawn nowhere.
    (7) `user` runs it as somebody else (as root only); `arguments` go to soffice as they are.
    (8) Office.shared("nl-NL") is one that all tests of a run have in common, each of which closes its documents; it ends with
        the run. `with Office.borrowed("nl-NL") as office` is the same one, and closes what is open at the end of its block.
    """

    def __init__(self, locale="en-US", extensions=EXTENSIONS, profile=None, limit=240, user=None, environment=None,
                 arguments=(), settings="", recovers=False):
        self.name = f"meedoen-{os.getpid()}-{next(_numbers)}"
        self.profile = Path(profile) if profile else SCRATCH / "profiles" / self.name
        self.keeps_profile = profile is not None
        self.locale, self.limit, self.user, self.settings = locale, limit, user, settings
        self.extensions = EXTENSIONS.parent / "no-extensions" if extensions is None else Path(extensions)
        self.environment = dict(os.environ, **(environment or {}))
        self.arguments = list(arguments)
        if recovers:
            self.environment["SAL_USE_VCLPLUGIN"] = "svp"
        self.arguments += ["--nologo", "--nodefault"] if recovers else ["--headless", "--norestore", "--nologo", "--nodefault"]
        # A pipe belongs to its user: only a socket connects two of them.
        self.connection = f"socket,host=127.0.0.1,port={free_port()}" if user else f"pipe,name={self.name}"
        self.process = self.context = self.desktop = None

    # ---- Life ----

    _shared = {}

    @classmethod
    def shared(cls, locale="en-US", extensions=EXTENSIONS):
        office = cls._shared.get((locale, extensions))
        if office is None or office.exit_status is not None:
            office = cls._shared[locale, extensions] = cls(locale, extensions, limit=SHARED_LIMIT)
            office.start()
        return office

    @classmethod
    @contextmanager
    def borrowed(cls, locale="en-US", extensions=EXTENSIONS):
        office = cls.shared(locale, extensions)
        try:
            yield office
        finally:
            if office.exit_status is None:
                for document in list(office.desktop.Components):
                    document.close(True)

    @classmethod
    def end_shared(cls):
        while cls._shared:
            cls._shared.popitem()[1].__exit__()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        if not self.keeps_profile:
            shutil.rmtree(self.profile, ignore_errors=True)

    def write_profile(self):
        folder = self.profile / "user"
        if not folder.exists():
            folder.mkdir(parents=True)
            (folder / "registrymodifications.xcu").write_text(SETTINGS.format(self.locale, self.settings), encoding="utf-8")
            if self.user:
                shutil.chown(self.profile, self.user)
                for path in self.profile.rglob("*"):
                    shutil.chown(path, self.user)

    def command(self, program, *arguments):
        as_user = ["runuser", "-u", self.user, "--"] if self.user else []
        return [*as_user, "timeout", "-k", "5", str(self.limit), str(PROGRAM / program), *arguments,
                f"-env:UserInstallation={url(self.profile)}", f"-env:BUNDLED_EXTENSIONS={url(self.extensions)}"]

    def run(self, program, *arguments):
        """Runs another program of the office with this profile, such as unopkg; returns its exit status and what it said."""
        self.write_profile()
        done = subprocess.run(self.command(program, *arguments), env=self.environment, stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout

    def start(self):
        self.write_profile()
        command = self.command("soffice", f"--accept={self.connection};urp;", *self.arguments)
        self.process = subprocess.Popen(command, env=self.environment, start_new_session=True, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self.connect()
        except BaseException:
            self.kill()
            raise

    def connect(self):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        give_up = time.monotonic() + min(self.limit, 60)
        while True:
            try:
                self.context = resolver.resolve(f"uno:{self.connection};urp;StarOffice.ComponentContext")
                break
            except (NoConnectException, UnoRuntimeException):  # 26.8 may answer before it is ready
                if self.process.poll() is not None or time.monotonic() > give_up:
                    raise RuntimeError(f"the office did not start (status {self.process.poll()})") from None
                time.sleep(0.1)
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def stop(self):
        """Ends the office in peace; kills it when it does not end."""
        alarm = threading.Timer(30, self.kill)
        alarm.start()
        try:
            self.desktop.terminate()
        except DisposedException:
            pass
        finally:
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                pass
            alarm.cancel()
            self.kill()

    def kill(self):
        """Ends the office at once, as a power cut would."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    @property
    def exit_status(self):
        return self.process.poll()

    def service(self, name, *arguments):
        manager = self.context.ServiceManager
        if arguments:
            return manager.createInstanceWithArgumentsAndContext(name, arguments, self.context)
        return manager.createInstanceWithContext(name, self.context)

    # ---- Documents ----

    def new(self):
        return self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(Hidden=True))

    def open(self, path, **options):
        book = self.desktop.loadComponentFromURL(url(path), "_blank", 0, properties(Hidden=True, **options))
        if book is None:
            raise RuntimeError(f"cannot open {path}")
        return book

    def save_as(self, book, path, **options):
        """Saves in the format that the name ends with and goes on with that file."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        book.storeAsURL(url(path), properties(FilterName=FILTERS[Path(path).suffix], **options))

    def reopen(self, book, suffix):
        path = SCRATCH / f"{self.name}-{next(_numbers)}{suffix}"
        self.save_as(book, path)
        self.close(book)
        return self.open(path)

    def close(self, book):
        book.close(True)

    def recalculate(self, book):
        book.calculateAll()

    # ---- The menu ----

    @staticmethod
    def each(enumerable):
        found, every = [], enumerable.createEnumeration()
        while every.hasMoreElements():
            found.append(every.nextElement())
        return found

    def documents(self):
        """The documents that are open in a window, hidden or not."""
        return self.each(self.desktop.Components)

    def models(self):
        """All documents that the office holds, those without a window and those inside others too."""
        return self.each(self.context.getValueByName("/singletons/com.sun.star.frame.theGlobalEventBroadcaster"))

    def choose(self, book, entry):
        """Chooses an entry of the menu Meedoen in the window of a document; returns the documents that were opened by it."""
        before = self.documents()
        address = uno.createUnoStruct("com.sun.star.util.URL")
        address.Complete = f"meedoen:{entry}"
        _, address = self.service("com.sun.star.util.URLTransformer").parseStrict(address)
        book.CurrentController.Frame.queryDispatch(address, "_self", 0).dispatch(address, ())
        return [document for document in self.documents() if document not in before]

    # ---- Cells: of any book, whichever office has it open ----

    @staticmethod
    def range(book, address):
        sheet, _, cells = address.rpartition(".")
        sheets = book.getSheets()
        return (sheets.getByName(sheet) if sheet else sheets.getByIndex(0)).getCellRangeByName(cells)

    @staticmethod
    def value(book, address):
        return cell_value(Office.range(book, address).getCellByPosition(0, 0))

    @staticmethod
    def values(book, address):
        cells = Office.range(book, address)
        rows, columns = cells.Rows.Count, cells.Columns.Count
        return [[cell_value(cells.getCellByPosition(column, row)) for column in range(columns)] for row in range(rows)]

    @staticmethod
    def put(book, address, content):
        """A number, a text, None for empty or a formula that starts with "="; or rows of numbers, texts and None."""
        cells = Office.range(book, address)
        if isinstance(content, list):
            cells.setDataArray(tuple(tuple("" if value is None else value for value in row) for row in content))
        elif isinstance(content, str) and content.startswith("="):
            cells.getCellByPosition(0, 0).setFormula(content)
        elif isinstance(content, str):
            cells.getCellByPosition(0, 0).setString(content)
        elif content is None:
            cells.clearContents(CONTENTS)
        else:
            cells.getCellByPosition(0, 0).setValue(content)

    @staticmethod
    def array(book, address, formula):
        Office.range(book, address).setArrayFormula(formula)


def cell_value(cell):
    if cell.getError():
        return Error(cell.getError())
    kind = cell.Type
    if kind == EMPTY:
        return None
    is_text = kind == TEXT or (cell.getFormula().startswith(("=", "{=")) and cell.FormulaResultType2 == 2)
    return cell.getString() if is_text else cell.getValue()


def release(office):
    """(7, 4) for LibreOffice 7.4.7."""
    settings = office.service("com.sun.star.configuration.ConfigurationProvider").createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess", properties(nodepath="/org.openoffice.Setup/Product"))
    return tuple(int(part) for part in settings.getByName("ooSetupVersion").split(".")[:2])


atexit.register(Office.end_shared)
