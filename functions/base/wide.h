// SPDX-License-Identifier: EUPL-1.2
/* 128-bit integers, which gcc and clang offer on every platform that this project serves. */
#ifndef MD_WIDE_H
#define MD_WIDE_H

__extension__ typedef unsigned __int128 md_wide;
__extension__ typedef __int128 md_signed_wide;

#endif
