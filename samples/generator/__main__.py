# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""Makes the sheets of a workbook, in Dutch and in English, from its .sheet file.

    python3 samples/generator SIGNATURES FOLDER NAME.sheet

SIGNATURES lists the functions of the extension (`build/generate signatures`). Writes NAME.fods and NAME.ots into FOLDER for each of
the two languages, under the names that the file gives. samples/README.md explains the .sheet file.
"""
import sys
from pathlib import Path

from formula import our_functions
from opendocument import Document
from source import LANGUAGES, Fault
from workbook import Workbook


def main(signatures, folder, path):
    functions = our_functions(Path(signatures).read_text(encoding="utf-8"))
    for language in LANGUAGES:
        workbook = Workbook(Path(path), functions, language)
        document = Document(workbook)
        made = Path(folder) / workbook.name
        made.with_suffix(".fods").write_text(document.flat(), encoding="utf-8")
        preview = Path(path).parent / "previews" / f"{workbook.name}.png"
        document.write_template(made.with_suffix(".ots"), preview.read_bytes() if preview.is_file() else None)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except Fault as fault:
        sys.exit(str(fault))
