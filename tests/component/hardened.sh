#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# hardened.sh PACKAGE: what the libraries in the package are protected by and what they could do at all; from the project's folder.
#
# (1) Linux: stack protector, fortified functions, no executable stack, all addresses read-only after loading, nothing run by loading.
#     On x86-64 jumps and returns are marked for the processor to check (IBT, SHSTK); on arm64 returns are signed (PAC) and the
#     places that are jumped to are marked (BTI).
# (2) They call nothing of libc but memory, texts and numbers: no file, no network, no process, no loading of code.
# (3) Windows: stack protector, no executable data, another address at each start. Of the system it asks what the functions above need,
#     and what MinGW's start-up brings; it seeks and loads no library, so that nothing that lies in a folder can take the place of one.
# (4) macOS: stack protector, no memory that is both written and run, and nothing called but memory, texts and numbers.
# (5) What leaves no trace in a library is looked up in the commands that made it.
# (6) The package holds no macro and no script, and neither do the templates in it.
set -eu
export LC_ALL=C

wrong=0
unpacked=build/hardened
rm -rf $unpacked
mkdir -p $unpacked
unzip -q "$1" -d $unpacked

not_so() {
    echo "hardened.sh: $*" >&2
    wrong=1
}

check_exports() { # check_exports LIBRARY NAMES
    [ "$(echo "$2" | sort)" = "component_getFactory
component_getImplementationEnvironment" ] || not_so "$1 exports $2"
}

check_linux() { # check_linux LIBRARY PROCESSOR
    symbols=$(readelf -W --dyn-syms "$1" | awk '$7 == "UND" && NF > 7 { print $8 }')
    readelf -W -d "$1" | grep -q BIND_NOW || not_so "$1: addresses are bound while running"
    readelf -W -d "$1" | grep -qE '\((PREINIT|INIT|FINI)' && not_so "$1: loading runs code"
    readelf -W -l "$1" | grep -q GNU_RELRO || not_so "$1: addresses can be overwritten"
    readelf -W -l "$1" | grep GNU_STACK | grep -q 'RW ' || not_so "$1: the stack can hold code"
    readelf -W -l "$1" | grep LOAD | grep -q 'RWE' && not_so "$1: memory that is both written and run"
    echo "$symbols" | grep -q '^__stack_chk_fail@' || not_so "$1: no stack protector"
    echo "$symbols" | grep -q '_chk@' || not_so "$1: no fortified function"
    case $2 in
    x86_64) readelf -W -n "$1" | grep -q 'IBT, SHSTK' || not_so "$1: jumps and returns are not checked" ;;
    aarch64)
        code=$(aarch64-linux-gnu-objdump -d "$1")
        echo "$code" | grep -qw paciasp || not_so "$1: returns are not signed"
        # libgcc brings a few marks of its own
        [ "$(echo "$code" | grep -cw bti)" -gt 20 ] || not_so "$1: places to jump to are not marked"
        ;;
    esac

    for symbol in $symbols; do
        case $symbol in
        *@UDK_3_0_0 | __stack_chk_fail@* | __stack_chk_guard@* | __*_chk@*) ;;
        malloc@* | calloc@* | free@* | mem*@* | str*@* | snprintf@* | frexp@* | ldexp@*) ;;
        *) not_so "$1 calls $symbol" ;;
        esac
    done
    exported=$(readelf -W --dyn-syms "$1" | awk '$5 == "GLOBAL" && $7 != "UND" && $7 != "ABS" && $4 == "FUNC" { print $8 }')
    check_exports "$1" "$(echo "$exported" | sed 's/@.*//')"
}

check_windows() { # check_windows LIBRARY
    for property in HIGH_ENTROPY_VA DYNAMIC_BASE NX_COMPAT; do
        x86_64-w64-mingw32-objdump -p "$1" | grep -qw $property || not_so "$1: not $property"
    done
    # The guard's last act is `int 0x29`, right behind the first instruction of the function that all others call.
    guarded=$(x86_64-w64-mingw32-objdump -d "$1" | awk '
        /\tcall +/ { sub(/.*\tcall +(0x)?/, ""); calls[$1]++ }
        /\tint +\$0x29/ { guard = previous }
        { previous = $1; sub(/:$/, "", previous) }
        END { print calls[guard] + 0 }')
    [ "$guarded" -gt 20 ] || not_so "$1: no stack protector"

    check_exports "$1" "$(x86_64-w64-mingw32-objdump -p "$1" | awk '/Ordinal\/Name Pointer/ { told = 1; next } told && NF == 0 { exit } told { print $NF }')"

    # The address of the table of libraries that are loaded later: zero, there is none.
    x86_64-w64-mingw32-objdump -p "$1" | grep -q '^Entry d 0*0 0*0 Delay' || not_so "$1 loads libraries later"
    x86_64-w64-mingw32-objdump -p "$1" | awk '
        /DLL Name:/ { library = tolower($3) }
        /Export Tables|PE File Base/ { library = "" }
        library != "" && NF == 3 && $2 ~ /^[0-9]+$/ { print library, $3 }' >$unpacked/imports
    [ -s $unpacked/imports ] || not_so "$1 imports nothing"
    while read -r library symbol; do
        case "$library $symbol" in
        "cppu3.dll "* | "sal3.dll rtl_"* | "sal3.dll osl_getModuleURLFromAddress" | "sal3.dll osl_getSystemTime") ;;
        "sal3.dll osl_getLocalTimeFromSystemTime" | "sal3.dll osl_getDateTimeFromTimeValue") ;;
        "msvcrt.dll "[!_]*alloc | "msvcrt.dll free" | "msvcrt.dll mem"* | "msvcrt.dll str"* | "msvcrt.dll wcs"*) ;;
        "msvcrt.dll fputc" | "msvcrt.dll fwrite" | "msvcrt.dll vfprintf" | "msvcrt.dll localeconv" | "msvcrt.dll abort") ;;
        "msvcrt.dll ___"* | "msvcrt.dll __iob_func" | "msvcrt.dll _amsg_exit" | "msvcrt.dll _initterm" | "msvcrt.dll _errno") ;;
        "msvcrt.dll _lock" | "msvcrt.dll _unlock") ;;
        "kernel32.dll "*CriticalSection | "kernel32.dll Virtual"* | "kernel32.dll Sleep" | "kernel32.dll TlsGetValue") ;;
        "kernel32.dll GetCurrent"*Id | "kernel32.dll GetLastError" | "kernel32.dll GetSystemTimeAsFileTime") ;;
        "kernel32.dll QueryPerformanceCounter" | "kernel32.dll IsDBCSLeadByteEx" | "kernel32.dll MultiByteToWideChar" | "kernel32.dll WideCharToMultiByte") ;;
        *) not_so "$1 calls $symbol of $library" ;;
        esac
    done <$unpacked/imports
}

check_macos() { # check_macos LIBRARY
    llvm-objdump --macho --arch=all --private-headers "$1" | grep -qE 'prot .*w.*x' && not_so "$1: memory that is both written and run"
    for processor in x86_64 arm64; do
        symbols=$(llvm-nm --arch=$processor --undefined-only --format=just-symbols "$1")
        echo "$symbols" | grep -qx ___stack_chk_fail || not_so "$1: no stack protector"
        for symbol in $symbols; do
            case $symbol in
            _osl_getModuleURLFromAddress | _osl_getSystemTime | _osl_getLocalTimeFromSystemTime | _osl_getDateTimeFromTimeValue | _rtl_* | _typelib_* | _uno_* | ___stack_chk_* | dyld_stub_binder) ;;
            _malloc | _calloc | _free | *bzero | _mem* | _str* | _snprintf | ___*ti*) ;;
            _frexp | _ldexp | _ceil | _floor | _rint | _trunc) ;;
            *) not_so "$1 calls $symbol" ;;
            esac
        done
        exported=$(llvm-nm --arch=$processor --defined-only --extern-only --format=just-symbols "$1")
        check_exports "$1" "$(echo "$exported" | sed 's/^_//')"
    done
}

libraries=0
for library in "$unpacked"/*/meedoen.so "$unpacked"/*/meedoen.dll "$unpacked"/*/meedoen.dylib; do
    [ -e "$library" ] || continue
    case $library in
    *.so) check_linux "$library" "$(basename "${library%/*}" | sed 's/Linux_//')" ;;
    *.dylib) check_macos "$library" ;;
    *) check_windows "$library" ;;
    esac
    libraries=$((libraries + 1))
done
[ $libraries -gt 0 ] || not_so "no library in the package"
for flag in -D_FORTIFY_SOURCE=3 -fstack-clash-protection; do
    grep -qe "$flag" build/flags || not_so "not made with $flag"
done

find $unpacked -name '*.o[td]s' -exec unzip -q {} -d {}.unpacked \;
scripts=$(find $unpacked -name '*.xba' -o -name '*.xlb' -o -name '*.py' -o -name '*.js' -o -name '*.bsh' -o -name '*.jar' -o -name '*.sh' \
    -o -name Basic -o -name Scripts)
[ -z "$scripts" ] || not_so "the package holds $scripts"
events=$(grep -rlE 'script:event-listener|vnd\.sun\.star\.script:|macro:' $unpacked --include='*.xml' --include='*.xcu' || true)
[ -z "$events" ] || not_so "a script is called from $events"
[ $wrong -eq 0 ] && echo "hardened: $libraries libraries that know memory, texts and numbers; no macro, no script"
exit $wrong
