#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The menu's dispatches in a real office without windows: menu.py [EXTENSIONS]. tests/gui clicks the same entries.

(1) Every sample's entry opens that sample as a new document, which has no name, in the office's language; every handbook's asks the desktop for the file, in the office's language.
(2) Another URL gets no dispatch, one by one or several at once; an entry whose file is gone opens nothing.
"""
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "calc"))
from office import ENGLISH, Office  # noqa: E402

import uno  # noqa: E402

SAMPLES = ("begroting", "monitor", "verdeling", "raadscheck", "training")  # by their entries; the English office opens the English ones
HANDBOOK = {"nl-NL": "handbook/handboek.", "en-US": "handbook/handbook."}


# What is like an entry's URL behind its protocol, and is none.
OTHERS = ("other", "", " ", "values ", " values", "Values", "VALUES", "check?x", "check#A1", "check#..", "check/", "/check", "//check", "check/..",
          "../check", "check;values", "check&values", "check%20", "%63heck", "check\n", "check\t", "chec", "checks", "CHECK", "Check", "cheсk", "check\u200b",
          "explain?A1", "explain#Blad1.A1", "values?A1", "values#A1", "file:///etc/passwd", "handbook/../../x", "check" * 1000)


def whole_url_of(text):
    url = uno.createUnoStruct("com.sun.star.util.URL")
    url.Complete = text
    return url


def url_of(entry):
    return whole_url_of(f"meedoen:{entry}")


def choose(menu, entry):
    url = url_of(entry)
    dispatch = menu.queryDispatch(url, "", 0)
    assert dispatch is not None, entry
    dispatch.addStatusListener(None, url)
    dispatch.dispatch(url, ())
    dispatch.removeStatusListener(None, url)


def documents(office):
    found, every = [], office.desktop.Components.createEnumeration()
    while every.hasMoreElements():
        found.append(every.nextElement())
    return found


def descriptor_of(entry):
    descriptor = uno.createUnoStruct("com.sun.star.frame.DispatchDescriptor")
    descriptor.FeatureURL = url_of(entry)
    return descriptor


def sheets_of(sample):
    """The names of the sample's sheets, as its source has them."""
    return tuple(re.findall(r'<table:table table:name="([^"]*)"', (ROOT / "build" / "samples" / f"{sample}.fods").read_text("utf-8")))


def wait_for(found, what):
    for _ in range(100):
        if found():
            return
        time.sleep(0.1)
    sys.exit(f"not so: {what}")


def try_menu(locale, extensions, folder):
    record, stub = folder / f"opened-{locale}", folder / "xdg-open"
    stub.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >>"$MEEDOEN_OPENED"\n')
    stub.chmod(0o755)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "MEEDOEN_OPENED": str(record)}
    with Office(locale, extensions=extensions, environment=environment) as office:
        menu = office.service("meedoen.Menu")
        for sample in SAMPLES:
            before = documents(office)
            choose(menu, sample)
            wait_for(lambda: len(documents(office)) == len(before) + 1, f"{sample} opens")
            new = next(book for book in documents(office) if book not in before)
            assert not new.hasLocation(), sample
            expected = sheets_of(ENGLISH.get(sample, sample) if locale == "en-US" else sample)
            assert new.Sheets.ElementNames == expected, (sample, new.Sheets.ElementNames)
        for entry, end in (("handbook", "html"), ("handbook-pdf", "pdf")):
            file = extensions / "meedoen.budget" / (HANDBOOK[locale] + end)
            if file.exists():
                choose(menu, entry)
                wait_for(lambda: record.exists() and file.as_uri() in record.read_text(), f"{file} opens")
        for other in OTHERS:
            assert menu.queryDispatch(url_of(other), "", 0) is None, other
            menu.queryDispatch(url_of("training"), "", 0).dispatch(url_of(other), ())  # somebody who dispatches what was refused
        for other in ("MEEDOEN:check", "Meedoen:check", " meedoen:check", "meedoen::check", "vnd.meedoen:check", "meedoen", "check", "", "macro:check"):
            assert menu.queryDispatch(whole_url_of(other), "", 0) is None, other
        assert len(documents(office)) == len(SAMPLES), "no other URL opens anything"
        some = menu.queryDispatches(tuple(descriptor_of(entry) for entry in ("training", "other", "handbook")))
        assert [dispatch is not None for dispatch in some] == [True, False, True], some
        shutil.move(extensions / "meedoen.budget/templates", extensions / "away")
        try:
            before = len(documents(office))
            choose(menu, "training")
            assert len(documents(office)) == before
        finally:
            shutil.move(extensions / "away", extensions / "meedoen.budget/templates")
        for book in documents(office):
            book.close(True)
    print(f"menu, {locale}: ok")


def main(built):
    with tempfile.TemporaryDirectory(prefix="meedoen-", dir=ROOT / "build") as name:
        extensions = Path(name) / "extensions"
        shutil.copytree(built, extensions)
        for locale in HANDBOOK:
            try_menu(locale, extensions, Path(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "extensions")
