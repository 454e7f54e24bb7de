#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""signature.py LIBRARY: is each half of the universal library signed as macOS wants it, and is the signature right?

(1) A half begins on a border that its processor maps by: 4096 bytes for x86-64, 16384 for arm64.
(2) The signature is the last thing in it; it is ad hoc, and covers all that stands before it.
(3) Each page of 4096 bytes has the SHA-256 that the signature says.
"""
import hashlib
import struct
import sys
from pathlib import Path

FAT, MACHO_64, CODE_SIGNATURE = 0xCAFEBABE, 0xFEEDFACF, 0x1D
BLOBS, DIRECTORY = 0xFADE0CC0, 0xFADE0C02
AD_HOC, SHA256 = 0x2, 2
BORDERS = {0x01000007: ("x86-64", 4096), 0x0100000C: ("arm64", 16384)}


def require(condition, what):
    if not condition:
        sys.exit(f"signature.py: not so: {what}")


def halves(library):
    magic, count = struct.unpack_from(">2I", library)
    require(magic == FAT and count == len(BORDERS), "a universal file of two halves")
    for number in range(count):
        processor, _, offset, size, _ = struct.unpack_from(">5I", library, 8 + 20 * number)
        name, border = BORDERS[processor]
        require(offset % border == 0, f"{name} begins on a border of {border} bytes")
        yield name, library[offset:offset + size]


def signature_of(half):
    magic, _, _, _, commands = struct.unpack_from("<5I", half)
    require(magic == MACHO_64, "a file for 64 bits")
    at = 32
    for _ in range(commands):
        kind, size = struct.unpack_from("<2I", half, at)
        if kind == CODE_SIGNATURE:
            return struct.unpack_from("<2I", half, at + 8)
        at += size
    return sys.exit("signature.py: not so: a signature")


def directory_of(signature):
    magic, _, count = struct.unpack_from(">3I", signature)
    require(magic == BLOBS, "a signature of blobs")
    for number in range(count):
        _, offset = struct.unpack_from(">2I", signature, 12 + 8 * number)
        if struct.unpack_from(">I", signature, offset) == (DIRECTORY,):
            return signature[offset:]
    return sys.exit("signature.py: not so: a directory of pages")


def check(name, half):
    start, size = signature_of(half)
    require(start + size == len(half), f"{name}: the signature is the last thing")
    directory = directory_of(half[start:start + size])
    flags, hashes, identifier, _, pages, covered = struct.unpack_from(">6I", directory, 12)
    hash_size, hash_kind, _, page_bits = struct.unpack_from("4B", directory, 36)
    require(flags & AD_HOC, f"{name}: signed ad hoc")
    require((hash_size, hash_kind, page_bits) == (32, SHA256, 12), f"{name}: SHA-256 of pages of 4096 bytes")
    require(covered == start and pages == -(-start // 4096), f"{name}: all that stands before it is covered")
    for page in range(pages):
        said = directory[hashes + 32 * page:hashes + 32 * (page + 1)]
        found = hashlib.sha256(half[4096 * page:min(4096 * (page + 1), start)]).digest()
        require(said == found, f"{name}: page {page} has the SHA-256 that the signature says")
    title = directory[identifier:directory.index(0, identifier)].decode()
    print(f"{name}: signed ad hoc as {title}, {pages} pages right")


def main():
    for name, half in halves(Path(sys.argv[1]).read_bytes()):
        check(name, half)


if __name__ == "__main__":
    main()
