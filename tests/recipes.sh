#!/bin/sh
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
# recipes.sh: every script and every recipe is POSIX shell; from the project's folder.
#
# (1) dash and bash as a POSIX shell can read each, and shellcheck has nothing to say.
# (2) Every target that a document names is there.
set -eu

recipes=build/tests/recipes
mkdir -p build/tests

# What make would run, whatever is built already.
told() {
    env -u MAKEFLAGS -u MAKELEVEL make --silent --dry-run --always-make "$@"
}

targets=$(sed -n 's/^\([a-z][a-z0-9 -]*\):\( .*\)*$/\1/p' Makefile | tr ' ' '\n' | sort -u)
# shellcheck disable=SC2086 # a list of names
told $targets >$recipes
told install uninstall DESTDIR=/root PREFIX=/usr >>$recipes

# shellcheck disable=SC2046 # a list of names
set -- $(git ls-files '*.sh' .ci/run) $recipes
for script in "$@"; do
    dash -n "$script"
    bash --posix -n "$script"
done
shellcheck --shell=sh --format=gcc "$@"

grep -ohE "(\`|^    |^#   )make [a-z0-9-]+" -- Makefile *.md package/handbook/*/*.md tests/*.md tests/*/*.md | sed 's/.* //' |
    sort -u | while read -r target; do
    echo "$targets" | grep -qxe "$target" || {
        echo "recipes.sh: a document names make $target, which is no target" >&2
        exit 1
    }
done
