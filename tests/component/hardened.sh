#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# hardened.sh LIBRARY PACKAGE: what the built library is protected by and what it could do at all.
#
# (1) Linux library: stack protector, fortified functions, no executable stack, all addresses read-only after loading.
# (2) It calls nothing of libc but memory, texts and numbers: no file, no network, no process, no loading of code.
# (3) The package holds no macro and no script, and neither do the templates in it.
set -eu
export LC_ALL=C

library=$1 package=$2
wrong=0

not_so() {
    echo "hardened.sh: $*" >&2
    wrong=1
}

symbols=$(readelf -W --dyn-syms "$library" | awk '$7 == "UND" && NF > 7 { print $8 }')
readelf -W -d "$library" | grep -q BIND_NOW || not_so "addresses are bound while running"
readelf -W -l "$library" | grep -q GNU_RELRO || not_so "addresses can be overwritten"
readelf -W -l "$library" | grep GNU_STACK | grep -q 'RW ' || not_so "the stack can hold code"
readelf -W -l "$library" | grep LOAD | grep -q 'RWE' && not_so "memory that is both written and run"
echo "$symbols" | grep -q '^__stack_chk_fail@' || not_so "no stack protector"
echo "$symbols" | grep -q '_chk@' || not_so "no fortified function"

for symbol in $symbols; do
    case $symbol in
    *@UDK_3_0_0 | _ITM_*TMCloneTable | __gmon_start__ | __cxa_finalize@* | __stack_chk_fail@* | __*_chk@*) ;;
    malloc@* | calloc@* | free@* | mem*@* | str*@* | snprintf@* | frexp@* | ldexp@*) ;;
    *) not_so "calls $symbol" ;;
    esac
done
exported=$(readelf -W --dyn-syms "$library" | awk '$5 == "GLOBAL" && $7 != "UND" && $7 != "ABS" && $4 == "FUNC" { print $8 }')
[ "${exported%%@*}" = component_getFactory ] || not_so "exports $exported"

unpacked=build/hardened
rm -rf $unpacked
mkdir -p $unpacked
unzip -q "$package" -d $unpacked
for template in $(find $unpacked -name '*.o[td]s'); do
    unzip -q "$template" -d "$template.unpacked"
done
scripts=$(find $unpacked -name '*.xba' -o -name '*.xlb' -o -name '*.py' -o -name '*.js' -o -name '*.bsh' -o -name '*.jar' -o -name '*.sh' \
    -o -name Basic -o -name Scripts)
[ -z "$scripts" ] || not_so "the package holds $scripts"
events=$(grep -rlE 'script:event-listener|vnd\.sun\.star\.script:|macro:' $unpacked --include='*.xml' --include='*.xcu' || true)
[ -z "$events" ] || not_so "a script is called from $events"
[ $wrong -eq 0 ] && echo "hardened: memory, texts and numbers; no macro, no script"
exit $wrong
