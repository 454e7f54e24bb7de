// SPDX-License-Identifier: EUPL-1.2
/* What the add-in takes of C's mathematics. */
#ifndef MD_MACOS_MATH_H
#define MD_MACOS_MATH_H

#define HUGE_VAL    __builtin_huge_val()
#define isfinite(x) __builtin_isfinite(x)
#define isinf(x)    __builtin_isinf(x)
#define isnan(x)    __builtin_isnan(x)

double ceil(double number);
double fabs(double number);
double floor(double number);
double frexp(double number, int *exponent);
double ldexp(double number, int exponent);
double rint(double number);
double trunc(double number);

#endif
