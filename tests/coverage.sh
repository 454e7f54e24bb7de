#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Lines and branches of functions/ and addin/ that the unit tests, the component's hosts, and in a real office the menu and its commands
# reach; fails where either reaches less than its last lines say. Much of addin/ answers for an office of which a part is missing.
#
#   coverage.sh OFFICE   from the project's folder; the report is build/coverage/index.html
set -eu

office=$1 folder=build/coverage
rm -rf $folder
tests/component/apart.sh "$office" $folder gcc -g -O0 --coverage -fprofile-update=atomic
for test in "$folder"/test_*; do
    case $test in *.gcno | *.gcda) continue ;; esac
    "$test" >$folder/log 2>&1 || { cat $folder/log; exit 1; }
done
$folder/host $folder/meedoen.so
$folder/memory $folder/meedoen.so
cp -r build/extensions $folder/extensions
cp $folder/meedoen.so $folder/extensions/*/Linux_"$(uname -m)"/
/usr/bin/python3 tests/component/menu.py $folder/extensions
EXTENSIONS=$folder/extensions /usr/bin/python3 tests/calc/run.py test_explain_cell.py test_check.py test_copy_values.py test_copy_leaves_nothing.py \
    test_refusals.py >$folder/log 2>&1 || { cat $folder/log; exit 1; }
gcovr --root . --filter functions/ --filter addin/ --object-directory $folder --txt - --html-details $folder/index.html $folder

# The least of a part's lines and branches, in percents.
reaches() {
    gcovr --root . --filter "$1" --object-directory $folder --fail-under-line "$2" --fail-under-branch "$3" --txt $folder/part $folder
    gcovr --root . --filter "$1" --object-directory $folder --branches --txt - $folder | grep '^TOTAL'
}
reaches functions/ 99 96
reaches addin/ 97 85
