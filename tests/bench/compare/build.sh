#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Builds the comparison add-ins, unpacked, into build/bench/extensions/: build.sh OFFICE SDK, from the project's folder.
set -eu

office=$1 sdk=$2
here=tests/bench/compare into=build/bench/extensions/compare
program=$office/program
mkdir -p "$into/META-INF" build/bench/include

"$sdk/bin/unoidl-write" "$program/types.rdb" "$program/types/offapi.rdb" $here/XCompare.idl "$PWD/$into/XCompare.rdb"
[ -f build/bench/include/com/sun/star/uno/XInterface.hdl ] ||
    "$sdk/bin/cppumaker" -Gc "-O$PWD/build/bench/include" "$program/types.rdb" "$program/types/offapi.rdb"
"$sdk/bin/cppumaker" -Gc "-O$PWD/build/bench/include" -X"$program/types.rdb" -X"$program/types/offapi.rdb" "$PWD/$into/XCompare.rdb"

gcc @functions/exact.flags -O2 -fPIC -c $here/work.c -o build/bench/work.o
# shellcheck disable=SC2046 # a list of files
g++ -std=c++17 -O2 -shared -fPIC -fvisibility=hidden -DCPPU_ENV=gcc3 -DLINUX -DUNX -DLIBO_INTERNAL_ONLY=0 -ULIBO_INTERNAL_ONLY \
    -isystem "$sdk/include" -isystem build/bench/include -o "$into/compare.so" \
    $here/compare.cxx build/bench/work.o $(ls build/functions/*.o build/functions/*/*.o) \
    -L"$program" -l:libuno_cppu.so.3 -l:libuno_cppuhelpergcc3.so.3 -l:libuno_sal.so.3 -l:libuno_salhelpergcc3.so.3 -Wl,--as-needed

cp $here/compare.py $here/compare.components "$into"
cp $here/manifest.xml "$into/META-INF"

xcu() {
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    echo '    oor:name="CalcAddIns" oor:package="org.openoffice.Office"><node oor:name="AddInInfo">'
    for service in Cplusplus Python; do
        echo "<node oor:name=\"benchmark.$service\" oor:op=\"replace\"><node oor:name=\"AddInFunctions\">"
        for method in allocateAny allocateRows allocateDoubles aroundOursAny aroundOursDoubles echoAny echoDoubles reachAny reachDoubles; do
            echo "<node oor:name=\"$method\" oor:op=\"replace\"><prop oor:name=\"DisplayName\">"
            echo "<value xml:lang=\"en-US\">$service$method</value></prop>"
            echo "<prop oor:name=\"Category\"><value>Add-In</value></prop></node>"
        done
        echo '</node></node>'
    done
    echo '</node></oor:component-data>'
}
xcu >"$into/CalcAddIns.xcu"
rm -rf build/bench/extensions/meedoen.budget
cp -r build/extensions/meedoen.budget build/bench/extensions/
