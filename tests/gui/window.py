# SPDX-License-Identifier: EUPL-1.2
"""A real window of LibreOffice on a screen of our own: Xvfb, openbox, GTK 3, with xdotool for the hands and import for the eyes."""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "calc"))
from office import BUILD, Office, properties, url  # noqa: E402 (the path to it was just added)

SCREENSHOTS = BUILD / "screenshots"
SIZE = (1280, 900)


class Screen:
    """A display with a window manager, from `with` to the end of its block."""

    def __enter__(self):
        reading, writing = os.pipe()
        self.processes = [subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "%dx%dx24" % SIZE, "-nolisten",
                                            "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)]
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.display = ":" + answer.readline().strip()
        self.environment = dict(os.environ, DISPLAY=self.display)
        self.processes.append(subprocess.Popen(["openbox", "--sm-disable"], env=self.environment, stderr=subprocess.DEVNULL))
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            process.wait(20)

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60).stdout.strip()

    def picture(self, name, window=None):
        """A picture of the screen, or of one window, as build/screenshots/NAME.png."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        self.run("import", "-window", window or "root", "+repage", str(path))
        return path

    def windows(self, title):
        """The visible windows whose title has this in it (a regular expression)."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", title).split()

    def keys(self, *keys):
        self.run("xdotool", "key", "--delay", "60", *keys)

    def type(self, text):
        self.run("xdotool", "type", "--delay", "15", text)

    def click(self, x, y):
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")


class Window(Office):
    """An Office with windows on `screen`. What it opens outside itself is written down in `opened`, and goes nowhere else."""

    def __init__(self, screen, locale, more_settings="", more_environment=None, **more):
        self.screen = screen
        self.stub = Path(tempfile.mkdtemp(prefix="meedoen-"))
        self.record = self.stub / "opened"
        program = self.stub / "xdg-open"
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>"{self.record}"\n')
        program.chmod(0o755)
        environment = dict(DISPLAY=screen.display, SAL_USE_VCLPLUGIN="gtk3", GTK_THEME="Adwaita", NO_AT_BRIDGE="1",
                           GDK_BACKEND="x11", PATH=f"{self.stub}:{os.environ['PATH']}", **(more_environment or {}))
        super().__init__(locale, environment=environment, settings=QUIET + more_settings, **more)

    def command(self, program, *arguments):
        return super().command(program, *(argument for argument in arguments if argument != "--headless"))

    def stop(self):
        """Without being asked in a window, which nobody answers, what is to be saved; a window that is closing would keep it waiting too."""
        try:
            for document in self.documents() if self.exit_status is None else ():
                document.close(True)
            wait_for(lambda: not self.screen.windows("."), "the end of the last window")
        finally:
            super().stop()
            shutil.rmtree(self.stub)

    def show(self, book_path=None):
        """Opens a sheet, or a new one, in a window that fills the screen; returns the document."""
        where = url(book_path) if book_path else "private:factory/scalc"
        book = self.desktop.loadComponentFromURL(where, "_blank", 0, properties(OnMainThread=True))
        self.window = wait_for(lambda: self.screen.windows("LibreOffice Calc"), "a window of Calc")[-1]
        self.screen.run("xdotool", "windowmove", self.window, "0", "0", "windowsize", self.window, *map(str, SIZE))
        wait_for(lambda: f"Geometry: {SIZE[0]}x" in self.screen.run("xdotool", "getwindowgeometry", self.window), "a window as wide as the screen")
        self.to_front()
        return book

    def to_front(self):
        """Brings the window of `show` before all others."""
        self.screen.run("xdotool", "windowactivate", "--sync", self.window)

    @property
    def opened(self):
        return self.record.read_text().split("\n")[:-1] if self.record.exists() else []


QUIET = """ <item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
 <item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
 <item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
 <item oor:path="/org.openoffice.Setup/Product"><prop oor:name="LastTimeDonateShown" oor:op="fuse"><value>9999999999</value></prop></item>
 <item oor:path="/org.openoffice.Setup/Product"><prop oor:name="LastTimeGetInvolvedShown" oor:op="fuse"><value>9999999999</value></prop></item>
"""


def wait_for(condition, what, seconds=30):
    """What `condition` gives once it gives something; AssertionError if it never does."""
    give_up = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > give_up:
            raise AssertionError(f"not seen within {seconds} s: {what}")
        time.sleep(0.2)
