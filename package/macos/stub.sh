#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# stub.sh INSTALL_NAME: tells macOS's linker, in a text stub, of a library with the symbols that are on the input, one a line.
#
# Version 0 asks for no version. The office's libraries have none, and macOS refuses a library that is older than was asked for.
set -eu

targets='[ x86_64-macos, arm64-macos ]'
cat <<STUB
--- !tapi-tbd
tbd-version: 4
targets: $targets
install-name: '$1'
current-version: 0
compatibility-version: 0
exports:
  - targets: $targets
    symbols:
STUB
sed 's/^/      - /'
echo ...
