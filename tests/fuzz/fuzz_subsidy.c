// SPDX-FileCopyrightText: 2026 Meedoen maintainers
// SPDX-License-Identifier: EUPL-1.2
/* Requests under a subsidy ceiling by every rule, in ten-thousandths of a euro, held against what subsidy.h promises.
 *
 * (1) One after the other: served again, going through the list once for each rank.
 * (2) All at once: held against tests/unit/reference.h to the last cent; refused where whole cents do not do.
 * (3) Each request is counted once, and the total is that of the grants.
 * (4) A grant that is shown beside an unknown one stays what it is when the unknown ones become known.
 * (5) Without memory at any request the answer is MD_MEMORY.
 */
#include "../../functions/policy/subsidy.h"
#include "../unit/memory.h"
#include "../unit/reference.h"
#include "bytes.h"

#include <math.h>

enum { MOST = 24, RANKS = 4, PER_CENT = 100, PER_EURO = 10000 };

struct sample {
    struct md_requests requests;
    int64_t ceiling, digits[MOST]; /* ten-thousandths */
    int ranks[MOST];
    double requested[MOST], eligible[MOST], rank[MOST], granted[MOST];
    bool has_unknown;
    struct md_grants grants;
};

static int64_t take_amount(struct bytes *bytes, unsigned kind)
{
    int64_t amount = kind & 1   ? choose(bytes, 8)
                     : kind & 2 ? (int64_t)take_bytes(bytes, 3)
                                : (int64_t)(take_bytes(bytes, 6) >> 2);
    return kind & 4 ? amount : amount * PER_CENT % (INT64_C(1) << 46);
}

static void take_sample(struct bytes *bytes, struct sample *sample)
{
    unsigned kind = choose(bytes, 32);
    size_t n = choose(bytes, MOST);
    int64_t asked = 0;
    sample->requests = (struct md_requests){.rule = (enum md_rule)choose(bytes, 4),
                                            .n = n,
                                            .requested = sample->requested,
                                            .eligible = choose(bytes, 2) != 0 ? sample->eligible : NULL,
                                            .rank = choose(bytes, 2) != 0 ? sample->rank : NULL};
    sample->has_unknown = false;
    for (size_t i = 0; i < n; i++) {
        sample->digits[i] = take_amount(bytes, kind);
        sample->requested[i] = (double)sample->digits[i] / PER_EURO;
        sample->ranks[i] = sample->requests.rank == NULL ? 0 : (int)choose(bytes, RANKS);
        sample->rank[i] = sample->ranks[i];
        sample->eligible[i] = sample->requests.eligible == NULL || choose(bytes, 4) != 0;
        asked += sample->digits[i];
        unsigned unknown = kind & 16 ? choose(bytes, 8) : 0;
        if (unknown == 1)
            sample->requested[i] = md_cell(MD_UNKNOWN);
        if (unknown == 2 && sample->requests.eligible != NULL)
            sample->eligible[i] = md_cell(MD_UNKNOWN);
        sample->has_unknown = sample->has_unknown || unknown == 1 || (unknown == 2 && sample->requests.eligible != NULL);
    }
    sample->ceiling = kind & 8 ? take_amount(bytes, kind & 7) : asked / 256 * choose(bytes, 256) / PER_CENT * PER_CENT;
    sample->requests.ceiling = md_exact_of(sample->ceiling, 4);
}

static enum md_status grant(struct sample *sample)
{
    struct test_memory memory = test_memory_new();
    enum md_status status = md_grant(&sample->requests, sample->granted, &sample->grants, &memory.memory);
    size_t requests = memory.taken;
    test_memory_free(&memory);
    for (memory.fail_at = 1; memory.fail_at <= requests; memory.fail_at++) {
        double granted[MOST];
        struct md_grants grants;
        REQUIRE(md_grant(&sample->requests, granted, &grants, &memory.memory) == MD_MEMORY, "no MD_MEMORY");
        test_memory_free(&memory);
    }
    return status;
}

/* What request i asks and may have. */
static int64_t due_at_most(const struct sample *sample, size_t i)
{
    return sample->eligible[i] == 0 ? 0 : sample->digits[i];
}

static void require_grant(const struct sample *sample, size_t i, int64_t due)
{
    REQUIRE(sample->granted[i] == (double)due / PER_EURO && !signbit(sample->granted[i]), "grant %zu is %.17g, not %.17g",
            i + 1, sample->granted[i], (double)due / PER_EURO);
}

/* (1) */
static void check_one_by_one(const struct sample *sample)
{
    int64_t left = sample->ceiling;
    for (int rank = 0; rank < RANKS; rank++) {
        for (size_t i = 0; i < sample->requests.n; i++) {
            if (sample->ranks[i] != rank)
                continue;
            int64_t due = due_at_most(sample, i);
            if (due > left)
                due = sample->requests.rule == MD_IN_ORDER ? left : 0;
            require_grant(sample, i, due);
            left -= due;
        }
    }
}

/* (2) */
static void check_all_at_once(const struct sample *sample, enum md_status status)
{
    static struct reference reference;
    int64_t asked = 0, cents = 0, units[MOST];
    reference = (struct reference){.n = sample->requests.n, .units = sample->ceiling / PER_CENT, .bounded = true};
    for (size_t i = 0; i < sample->requests.n; i++) {
        int64_t most = due_at_most(sample, i);
        asked += most;
        cents += most / PER_CENT;
        reference.weight[i] = (md_wide)(sample->requests.rule == MD_EQUAL_SHARES ? most > 0 : most);
        reference.upper[i] = most / PER_CENT;
        reference.order[i] = sample->ranks[i];
    }
    if (asked <= sample->ceiling) {
        REQUIRE(status == MD_OK, "status %d", (int)status);
        for (size_t i = 0; i < sample->requests.n; i++)
            require_grant(sample, i, due_at_most(sample, i));
        return;
    }
    bool possible = sample->ceiling % PER_CENT == 0 && cents >= sample->ceiling / PER_CENT;
    REQUIRE(status == (possible ? MD_OK : MD_DOMAIN), "status %d", (int)status);
    if (!possible)
        return;
    for (size_t i = 0; i < sample->requests.n; i++) {
        units[i] = llrint(sample->granted[i] * 100);
        require_grant(sample, i, units[i] * PER_CENT);
    }
    const char *objection = sample->ceiling == 0 ? NULL : reference_objection(&reference, units, &sample->grants.tie);
    REQUIRE(objection == NULL, "%s", objection);
}

/* (3) */
static void check_counts(const struct sample *sample)
{
    const struct md_grants *grants = &sample->grants;
    md_signed_wide sum = 0;
    double total = 0;
    size_t unknown = 0;
    for (size_t i = 0; i < sample->requests.n; i++) {
        bool known = md_status_of(sample->granted[i]) == MD_OK;
        unknown += !known;
        sum += known ? llrint(sample->granted[i] * PER_EURO) : 0;
    }
    REQUIRE(grants->full + grants->part + grants->none + grants->ineligible + grants->unknown == sample->requests.n, "counts");
    REQUIRE(grants->unknown == unknown, "%zu unknown, counted %zu", unknown, grants->unknown);
    md_nearest(grants->total, &total);
    REQUIRE(total == (double)(int64_t)sum / PER_EURO && sum <= sample->ceiling, "the total is %.17g", total);
}

/* (4) */
static void check_known(struct sample *sample, struct bytes *bytes)
{
    double shown[MOST];
    memcpy(shown, sample->granted, sizeof shown);
    for (size_t i = 0; i < sample->requests.n; i++) {
        if (md_status_of(sample->requested[i]) == MD_UNKNOWN)
            sample->requested[i] = (double)take_amount(bytes, choose(bytes, 4)) / PER_EURO;
        if (md_status_of(sample->eligible[i]) == MD_UNKNOWN)
            sample->eligible[i] = choose(bytes, 2);
    }
    if (grant(sample) != MD_OK)
        return;
    for (size_t i = 0; i < sample->requests.n; i++)
        REQUIRE(md_status_of(shown[i]) == MD_UNKNOWN || shown[i] == sample->granted[i], "grant %zu was %.17g, is %.17g", i + 1,
                shown[i], sample->granted[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct sample sample;
    struct bytes bytes = {data, size};
    take_sample(&bytes, &sample);
    enum md_status status = grant(&sample);
    bool at_once = sample.requests.rule == MD_PRO_RATA || sample.requests.rule == MD_EQUAL_SHARES;
    if (status == MD_OK)
        check_counts(&sample);
    if (sample.has_unknown)
        check_known(&sample, &bytes);
    else if (at_once)
        check_all_at_once(&sample, status);
    else
        check_one_by_one(&sample);
    return 0;
}
