/* SPDX-FileCopyrightText: 2026 Meedoen maintainers */
/* SPDX-License-Identifier: EUPL-1.2 */
/* What gcc's stack protector calls in the DLL. MinGW's own draws on one more library of Windows, ADVAPI32.
 *
 * (1) The guard is another at each start, made of what Microsoft's compiler makes it of: the time, the counter, the process, the
 *     thread, and where Windows put the library.
 * (2) A stack that was written over ends the process on the spot; no handler of the office's is run.
 */
#include <stdint.h>
#include <windows.h>

uintptr_t __stack_chk_guard;
_Noreturn void __stack_chk_fail(void);

__attribute__((constructor, no_stack_protector)) static void choose_guard(void)
{
    FILETIME time;
    LARGE_INTEGER counter;
    GetSystemTimeAsFileTime(&time);
    QueryPerformanceCounter(&counter);
    uint64_t seed = ((uint64_t)time.dwHighDateTime << 32 | time.dwLowDateTime) ^ (uint64_t)counter.QuadPart << 20;
    seed ^= (uint64_t)GetCurrentProcessId() << 40 ^ (uint64_t)GetCurrentThreadId() << 16 ^ (uintptr_t)&__stack_chk_guard;
    __stack_chk_guard = (uintptr_t)(seed * 0x9E3779B97F4A7C15u); /* so that the quick low bits reach the high ones */
}

void __stack_chk_fail(void)
{
    __asm__ volatile("int $0x29" : : "c"(FAST_FAIL_STACK_COOKIE_CHECK_FAILURE));
    __builtin_unreachable();
}
