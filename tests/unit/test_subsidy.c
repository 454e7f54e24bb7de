// SPDX-License-Identifier: EUPL-1.2
/* functions/policy/subsidy.c; numbers in parentheses are the sentences of its header. */
#include "../../functions/policy/subsidy.h"
#include "formulas.h"
#include "random.h"
#include "reference.h"

static void order_of_rank(void **state) /* (2) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{60|50|30}", "{60|40|0}"},
        {"100;{60;50;30}", "{60;40;0}"},
        {"200;{60|50|30}", "{60|50|30}"},
        {"0;{60|50|30}", "{0|0|0}"},
        {"100;{60|50|30};;{3|1|2}", "{20|50|30}"},
        {"100;{60|50|30};;{1|1|1}", "{60|40|0}"},
        {"100;{60|50|30};;{-1|2.5|2}", "{60|10|30}"},
        {"110;{60|50|30}", "{60|50|0}"},
        {"100;60", "{60}"},
        {"100;{60|50|30};;;1", "60"},
        {"100;{60|50|30};;;2", "40"},
        {"100;{60|50|30};;;0", "Err:502"},
        {"100;{60|50|30};;;4", "Err:502"},
        {"100;{60|50|30};;;1.5", "Err:502"},
        {"100;{60|50|30};;;\"1\"", "#VALUE!"},
        {"100;{60|50|30};;;\"x\"", "#N/A"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void who_counts(void **state) /* (1) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{60|50|30};{\"ja\"|\"nee\"|\"ja\"}", "{60|0|30}"},
        {"100;{60|50|30};{1|0|1}", "{60|0|30}"},
        {"100;{60|50|30};{\"Yes\"|\"NO\"|\"true\"}", "{60|0|30}"},
        {"100;{60|50|30};{\"onwaar\"|\"waar\"|\"FALSE\"}", "{0|50|0}"},
        {"100;{60|_|30};{1|_|1}", "{60|_|30}"},
        {"100;{60|_|30};;;2", "_"},
        {"100;{60|50|30};{1|0|1};{1|_|2}", "{60|0|30}"},
        {"100;{60|50};{1|2}", "{#NUM!|#NUM!}"},
        {"100;{60|50};{1|\"misschien\"}", "{Err:502|Err:502}"},
        {"100;{60|50};{1}", "Err:502"},
        {"100;{60|50};;{1;2}", "Err:502"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void unknowns(void **state) /* (7) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{60|\"onbekend\"|30}", "{60|#N/A|#N/A}"},
        {"60;{60|\"onbekend\"|30}", "{60|0|0}"},
        {"100;{60|\"x\"|30};{1|0|1}", "{60|0|30}"},
        {"100;{60|50|30};{1|_|1}", "{60|#N/A|#N/A}"},
        {"100;{60|50|30};{1|\"onbekend\"|1}", "{60|#N/A|#N/A}"},
        {"100;{60|0|30};{1|\"onbekend\"|1}", "{60|0|30}"},
        {"100;{60|50|30};{1|0|1};{1|2|\"x\"}", "{#N/A|0|#N/A}"},
        {"\"onbekend\";{60|50|_};{1|0|1}", "{#N/A|0|_}"},
        {"{_};{60}", "{#N/A}"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void decimals_add_up(void **state) /* (8) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"0.3;{0.1|0.1|0.1|0.1}", "{0.1|0.1|0.1|0}"}, /* 3 × 0.1 is more than 0.3 in binary */
        {"100.05;{33.35|33.35|33.35|1}", "{33.35|33.35|33.35|0}"},
        {"100;{33.33|33.33|33.33|1}", "{33.33|33.33|33.33|0.01}"},
        {"1000000;{999999.999999999|5}", "{999999.999999999|1e-9}"},
        {"1;{1e-15}", "{1e-15}"},
        {"1;{1e-20}", "{1e-20}"},
        {"1;{1e-20|5}", "{1e-20|1}"},
        {"1;{0.3333333333333333|0.3333333333333333|0.3333333333333333|5}", /* 0.000000000000001 is left */
         "{0.333333333333333|0.333333333333333|0.333333333333333|1e-15}"},
        {"100;{60|0.1234567890123456|30};{1|0|1}", "{60|0|30}"}, /* 16 decimals, on a request that gets nothing anyway */
        {"9e18;{5}", "{5}"},
        {"1e19;{5}", "{#NUM!}"}, /* 2^63 and more */
        {"5;{1e19|1}", "{#NUM!|#NUM!}"},
        {"5;{1|1e-41}", "{#NUM!|#NUM!}"}, /* 41 decimals */
        {"5;{1|1e-41};{1|0}", "{#NUM!|#NUM!}"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void many_requests(void **state) /* (2) */
{
    (void)state;
    enum { REQUESTS = 100 };
    double requested[REQUESTS], rank[REQUESTS], granted[REQUESTS];
    struct md_grants grants;
    struct test_memory memory = test_memory_new();
    const struct md_requests requests = {.ceiling = md_exact_of(30, 0), .n = REQUESTS, .requested = requested, .rank = rank};
    for (size_t i = 0; i < REQUESTS; i++) {
        requested[i] = 1;
        rank[i] = (double)(REQUESTS - i / 2);
    }
    assert_int_equal(md_grant(&requests, granted, &grants, &memory.memory), MD_OK);
    for (size_t i = 0; i < REQUESTS; i++)
        assert_double(granted[i], i < REQUESTS - 30 ? 0 : 1);
    test_memory_free(&memory);
}

/* What is left is the very double of the cell that a user would type: a division by 10^15 would give its neighbour. */
static void what_is_left_is_exact(void **state) /* (8) */
{
    (void)state;
    static const double lefts[] = {83848261.04, 31472051.88, 738713603.06, 0.01, 1000000, 0.1234567890123, 999999999.000001};
    struct test_memory memory = test_memory_new();
    for (size_t i = 0; i < sizeof lefts / sizeof *lefts; i++) {
        const double requested[] = {0, 1e9};
        double granted[2];
        struct md_grants grants;
        struct md_exact ceiling;
        assert_int_equal(md_exact_cell(lefts[i], &ceiling), MD_OK);
        const struct md_requests requests = {.ceiling = ceiling, .n = 2, .requested = requested};
        assert_int_equal(md_grant(&requests, granted, &grants, &memory.memory), MD_OK);
        assert_double(granted[1], lefts[i]);
        test_memory_free(&memory);
    }
}

static void bad_cells(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        {"-1;{60|50}", "{#NUM!|#NUM!}"},
        {"100;{60|-50}", "{#NUM!|#NUM!}"},
        {"100;{60|\"50\"|_}", "{#VALUE!|#VALUE!|_}"},
        {"\"100\";{60|50}", "{#VALUE!|#VALUE!}"},
        {"100;{60|nan}", "{#NUM!|#NUM!}"},
        {"100;{60|50};;{1|\"a\"}", "{#VALUE!|#VALUE!}"},
        {"{1|2};{60|50}", "{Err:502|Err:502}"},
        {";{60|50}", "{Err:502|Err:502}"},
        {"100", "Err:502"},
        {"100;{60|50};;;{1|2}", "Err:502"},
        {"100;{60|_|50};;;;\"loten\"", "{Err:502|_|Err:502}"}, /* drawing lots is none of the rules */
        {"100;{60|50};;;;1", "{Err:502|Err:502}"},
        {"100;{60|50};;;;{_}", "{Err:502|Err:502}"},
        {"100;{60|50};;;;{\"gelijk\"|\"gelijk\"}", "{Err:502|Err:502}"},
        {"100;{60|-50};;;;\"naar rato\"", "{#NUM!|#NUM!}"},
        {"-1;{60|50};;;;\"gelijk\"", "{#NUM!|#NUM!}"},
        {"100;{60|\"50\"};;;;\"alles of niets\"", "{#VALUE!|#VALUE!}"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void all_or_nothing(void **state) /* (3) (7) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{60|50|30};;;;\"alles of niets\"", "{60|0|30}"},
        {"100;{60|50|40};;;;\"all or nothing\"", "{60|0|40}"},
        {"100;{101|60|40|1};;;;\"alles of niets\"", "{0|60|40|0}"},
        {"100;{60|50|30};;{3|1|2};;\"alles of niets\"", "{0|50|30}"},
        {"100;{60|50|30};{0|1|1};;;\"alles of niets\"", "{0|50|30}"},
        {"100;{60|_|50|30};;;4;\"alles of niets\"", "30"},
        {"0.3;{0.1|0.1|0.1|0.1};;;;\"alles of niets\"", "{0.1|0.1|0.1|0}"},
        {"100.005;{100|0.005|0.001};;;;\"alles of niets\"", "{100|0.005|0}"}, /* parts of a cent are granted as they are */
        {"100;{60|\"x\"|50|30|0};;;;\"alles of niets\"", "{60|#N/A|0|#N/A|0}"},
        {"100;{60|50|30};{1|\"x\"|1};;;\"alles of niets\"", "{60|0|30}"}, /* 50 does not fit, eligible or not */
        {"100;{60|40|30};{1|\"x\"|1};;;\"alles of niets\"", "{60|#N/A|#N/A}"},
        {"100;{60|50|30};;{1|\"x\"|2};;\"alles of niets\"", "{#N/A|#N/A|#N/A}"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void pro_rata(void **state) /* (4) (6) (7) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{60|50|30};;;;\"naar rato\"", "{42.86|35.71|21.43}"}, /* 42.857…, 35.714…, 21.428… */
        {"70;{60|50|30};;;;\"pro rata\"", "{30|25|15}"},
        {"140;{60|50|30};;;;\"naar rato\"", "{60|50|30}"},
        {"1000;{60|50|30};;;;\"naar rato\"", "{60|50|30}"},
        {"139.99;{60|50|30};;;;\"naar rato\"", "{59.99|50|30}"}, /* remainders .57…, .64…, .79… of a cent */
        {"0;{60|50};;;;\"naar rato\"", "{0|0}"},
        {"45;{60|50|30};{1|0|1};;;\"naar rato\"", "{30|0|15}"},
        {"100;{60|_|60};;;;\"naar rato\"", "{50|_|50}"},
        {"100;{60|50|30};;;2;\"naar rato\"", "35.71"},
        {"0.01;{1|3};;;;\"naar rato\"", "{0|0.01}"},
        {"0.01;{1|1|1};;;;\"naar rato\"", "{0.01|0|0}"},        /* equal claims: the earlier */
        {"0.01;{1|1|1};;{3|2|1};;\"naar rato\"", "{0|0|0.01}"}, /* the lower rank */
        {"0.01;{1|1|1};{1|1|0};{3|2|1};;\"naar rato\"", "{0|0.01|0}"},
        {"0.02;{1|3};;{1|2};;\"naar rato\"", "{0|0.02}"}, /* half a cent each: the larger request */
        {"50;{33.335|33.335|33.335};;;;\"naar rato\"", "{16.67|16.67|16.66}"},
        {"99.99;{33.335|33.335|33.335};;;;\"naar rato\"", "{33.33|33.33|33.33}"},
        {"100;{33.335|33.335|33.335};;;;\"naar rato\"", "{#NUM!|#NUM!|#NUM!}"}, /* 99.99 in whole cents */
        {"100.005;{33.335|33.335|33.335};;;;\"naar rato\"", "{33.335|33.335|33.335}"},
        {"100.005;{60|50|_};;;;\"naar rato\"", "{#NUM!|#NUM!|_}"},
        {"100.005;{60|50};;;1;\"naar rato\"", "#NUM!"},
        {"110.005;{60|50};;;;\"naar rato\"", "{60|50}"},
        {"190000000000000;{100000000000000|100000000000000};;;;\"naar rato\"", "{#NUM!|#NUM!}"}, /* 2^53 cents and more each */
        {"1;{1e-30|1e15};;;;\"naar rato\"", "{#NUM!|#NUM!}"},                                    /* keys too far apart */
        {"100;{60|\"x\"|30|0};;;;\"naar rato\"", "{#N/A|#N/A|#N/A|0}"},
        {"1000;{60|\"x\"};;;;\"naar rato\"", "{#N/A|#N/A}"},
        {"100;{60|\"x\"|60};{1|0|1};;;\"naar rato\"", "{50|0|50}"},
        {"100;{60|50|60};{1|_|1};;;\"naar rato\"", "{#N/A|#N/A|#N/A}"},
        {"100;{60|0|60};{1|\"x\"|1};;;\"naar rato\"", "{50|0|50}"},
        {"0;{60|\"x\"};;;;\"naar rato\"", "{0|0}"},
        {"100;{60|50};;{1|_};;\"naar rato\"", "{#N/A|#N/A}"},
        {"100;{60|50|9};{1|1|0};{1|\"x\"|_};;\"naar rato\"", "{#N/A|#N/A|0}"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void equal_shares(void **state) /* (5) (6) (7) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{60|50|20};;;;\"gelijk\"", "{40|40|20}"},
        {"100;{60|50|30};;;;\"equal\"", "{35|35|30}"},
        {"100;{60|50|40};;;;\"gelijke delen\"", "{33.34|33.33|33.33}"},
        {"100;{60|50|40};;{2|1|3};;\"gelijk\"", "{33.33|33.34|33.33}"},
        {"100;{60|50|40};{0|1|1};;;\"gelijk\"", "{0|50|40}"},
        {"80;{60|50|40};{0|1|1};;;\"gelijk\"", "{0|40|40}"},
        {"100;{60|0|60};;;;\"gelijk\"", "{50|0|50}"},
        {"0.02;{60|0.01|60};;{3|2|1};;\"gelijk\"", "{0|0.01|0.01}"},
        {"100;{100|10.005|5};;;;\"gelijk\"", "{85|10|5}"},
        {"0.01;{0.005|0.009};;;;\"gelijk\"", "{#NUM!|#NUM!}"}, /* no whole cent in either */
        {"150;{60|50|40};;;;\"gelijk\"", "{60|50|40}"},
        {"0;{60|50};;;;\"gelijk\"", "{0|0}"},
        {"100.001;{60|50};;;;\"gelijk\"", "{#NUM!|#NUM!}"},
        {"100;{60|\"x\"|1};;;;\"gelijk\"", "{#N/A|#N/A|#N/A}"},
        {"100;{60|\"x\"|1};{1|0|1};;;\"gelijk\"", "{60|0|1}"},
        {"100;{60|50};;{1|_};;\"gelijk\"", "{#N/A|#N/A}"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

/* ---- What came of it ----------------------------------------------------------------------------------------- */

static struct {
    struct md_subsidy subsidy;
    struct md_grants grants;
    enum md_status status;
} captured;

static void capture(struct md_call *call)
{
    double granted[TEST_MOST_CELLS];
    md_read_subsidy(call->arguments, &captured.subsidy, call->memory);
    captured.status = captured.subsidy.cause.status;
    if (captured.status == MD_OK)
        captured.status = md_grant(&captured.subsidy.requests, granted, &captured.grants, call->memory);
    md_return_status(call, captured.status);
}

static enum md_status capture_of(const char *arguments)
{
    struct md_function function = *test_function("ALLOCATE_SUBSIDY");
    struct test_memory memory = test_memory_new();
    function.formula = capture;
    test_call(&function, arguments, &memory);
    test_memory_free(&memory);
    return captured.status;
}

static void grants_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *arguments;
        size_t full, part, none, ineligible, unknown;
        double total;
        size_t parted, ranks, tied, cents;
    } cases[] = {
        {"100;{60|50|30|0|_}", 2, 1, 1, 0, 0, 100, 0, 0, 0, 0},
        {"100;{60|50|30|9};{1|0|1|_}", 2, 0, 0, 1, 1, 90, 0, 0, 0, 0},
        {"60;{60|\"x\"|30}", 1, 0, 2, 0, 0, 60, 0, 0, 0, 0},
        {"100;{60|50|30};;;;\"alles of niets\"", 2, 0, 1, 0, 0, 90, 0, 0, 0, 0},
        {"100;{60|50|30};;;;\"naar rato\"", 0, 3, 0, 0, 0, 100, 0, 0, 0, 0},
        {"0.02;{1|1|1};;;;\"naar rato\"", 0, 2, 1, 0, 0, 0.02, 0, 0, 3, 2},
        {"100;{60|50|20};;;;\"gelijk\"", 1, 2, 0, 0, 0, 100, 0, 0, 0, 0},
        {"100;{60|50|40};;;;\"gelijk\"", 0, 3, 0, 0, 0, 100, 0, 0, 3, 1},
        {"100;{60|50|30};;{1|1|1}", 1, 1, 1, 0, 0, 100, 3, 1, 0, 0},
        {"100;{60|50|30};;{2|1|2}", 1, 1, 1, 0, 0, 100, 2, 1, 0, 0},
        {"110;{60|50|30};;{1|1|2}", 2, 0, 1, 0, 0, 110, 0, 0, 0, 0},      /* both fit, whoever comes first */
        {"100;{100|50|30};;{1|2|2}", 1, 0, 2, 0, 0, 100, 0, 0, 0, 0},     /* nothing was left for either */
        {"100;{60|50|0};{1|0|1};{1|1|1}", 2, 0, 0, 1, 0, 60, 0, 0, 0, 0}, /* who asks or may have nothing is no rival */
        {"100;{60|50|\"x\"};;{1|1|1}", 1, 1, 1, 0, 0, 100, 0, 0, 0, 0},   /* not told where one of them is unknown */
        {"100;{60|90|90|30};;{2|1|1|2};;\"alles of niets\"", 1, 0, 3, 0, 0, 90, 2, 1, 0, 0},
        {"100;{60|120|30};;{1|1|1};;\"alles of niets\"", 2, 0, 1, 0, 0, 90, 0, 0, 0, 0}, /* 120 fits in no order */
        {"100;{60|60|30|30};;{1|1|2|2};;\"alles of niets\"", 2, 0, 2, 0, 0, 90, 4, 2, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct md_grants *grants = &captured.grants;
        double total = -1;
        assert_int_equal(capture_of(cases[i].arguments), MD_OK);
        md_nearest(grants->total, &total);
        if (grants->full != cases[i].full || grants->part != cases[i].part || grants->none != cases[i].none ||
            grants->ineligible != cases[i].ineligible || grants->unknown != cases[i].unknown || total != cases[i].total)
            fail_msg("%s: %zu in full, %zu in part, %zu nothing, %zu ineligible, %zu unknown, %g in all", cases[i].arguments,
                     grants->full, grants->part, grants->none, grants->ineligible, grants->unknown, total);
        if (grants->parted != cases[i].parted || grants->parted_ranks != cases[i].ranks ||
            grants->tie.recipients != cases[i].tied || grants->tie.units != cases[i].cents)
            fail_msg("%s: %zu parted in %zu ranks, %zu tied for %zu cents", cases[i].arguments, grants->parted,
                     grants->parted_ranks, grants->tie.recipients, grants->tie.units);
    }
}

static void the_cause_is_the_first_of_the_worst(void **state)
{
    (void)state;
    static const struct {
        const char *arguments;
        enum md_status status;
        enum md_subsidy_parameter parameter;
        size_t cell;
    } cases[] = {
        {"100;{60|50}", MD_OK, MD_CEILING, 0},
        {"-1;{60|-50}", MD_DOMAIN, MD_CEILING, 0},
        {"{_};{60|50}", MD_UNKNOWN, MD_CEILING, 0},
        {"\"x\";{60|_|\"1.234\"|\"5\"}", MD_TEXT, MD_REQUESTED, 2},
        {"100;{60|_|-50};{1|_|2}", MD_DOMAIN, MD_REQUESTED, 2},
        {"100;{60|_|50};{1|2|2}", MD_DOMAIN, MD_ELIGIBLE, 2},
        {"100;{60|50};{1|\"soms\"};{\"a\"|1}", MD_ARGUMENT, MD_ELIGIBLE, 1},
        {"100;{60|_|50};{1|_|1};{1|_|_}", MD_UNKNOWN, MD_RANK, 2},
        {"100;{60|50};{1};{1;2}", MD_ARGUMENT, MD_ELIGIBLE, 0},
        {"100;{60|50};{1|1};{1;2}", MD_ARGUMENT, MD_RANK, 0},
        {"100", MD_ARGUMENT, MD_REQUESTED, 0},
        {"100;{60|50};;;3;\"loten\"", MD_ARGUMENT, MD_SUBSIDY_POSITION, 0},
        {"100;{60|50};;;2;\"loten\"", MD_ARGUMENT, MD_RULE, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        capture_of(cases[i].arguments);
        if (captured.subsidy.cause.status != cases[i].status || captured.subsidy.cause.parameter != cases[i].parameter ||
            captured.subsidy.cause.cell != cases[i].cell)
            fail_msg("%s: status %d of parameter %d, cell %zu", cases[i].arguments, (int)captured.subsidy.cause.status,
                     (int)captured.subsidy.cause.parameter, captured.subsidy.cause.cell);
    }
}

/* ---- Drawn requests ------------------------------------------------------------------------------------------ */

enum { DRAWN_MOST = 6, DRAWS = 20000 };

/* In whole cents. */
struct drawn {
    size_t n;
    int64_t ceiling, requested[DRAWN_MOST], granted[DRAWN_MOST];
    bool eligible[DRAWN_MOST];
    int rank[DRAWN_MOST];
    struct md_grants grants;
};

static struct drawn draw(int64_t most)
{
    struct drawn drawn = {.n = 1 + random_bits() % DRAWN_MOST};
    int64_t asked = 0;
    for (size_t i = 0; i < drawn.n; i++) {
        drawn.requested[i] = (int64_t)(random_bits() % (uint64_t)most);
        drawn.eligible[i] = random_bits() % 5 > 0;
        drawn.rank[i] = (int)(random_bits() % 3);
        asked += drawn.requested[i];
    }
    drawn.ceiling = (int64_t)(random_bits() % (uint64_t)(asked + 2));
    return drawn;
}

static enum md_status grant_drawn(struct drawn *drawn, enum md_rule rule)
{
    double requested[DRAWN_MOST], eligible[DRAWN_MOST], rank[DRAWN_MOST], granted[DRAWN_MOST];
    struct test_memory memory = test_memory_new();
    for (size_t i = 0; i < drawn->n; i++) {
        requested[i] = (double)drawn->requested[i] / 100;
        eligible[i] = drawn->eligible[i];
        rank[i] = drawn->rank[i];
    }
    const struct md_requests requests = {md_exact_of(drawn->ceiling, 2), rule, drawn->n, requested, eligible, rank};
    enum md_status status = md_grant(&requests, granted, &drawn->grants, &memory.memory);
    for (size_t i = 0; i < drawn->n; i++)
        drawn->granted[i] = (int64_t)rint(granted[i] * 100);
    test_memory_free(&memory);
    return status;
}

/* Serves by going through the list once for each rank, on behalf of (2) and (3). */
static void one_by_one_is_right(void **state)
{
    (void)state;
    random_state = 17;
    for (int d = 0; d < DRAWS; d++) {
        struct drawn drawn = draw(d % 2 == 0 ? 9 : 100000);
        enum md_rule rule = d % 4 < 2 ? MD_IN_ORDER : MD_ALL_OR_NOTHING;
        int64_t left = drawn.ceiling;
        assert_int_equal(grant_drawn(&drawn, rule), MD_OK);
        for (int rank = 0; rank < 3; rank++) {
            for (size_t i = 0; i < drawn.n; i++) {
                int64_t wanted = drawn.requested[i];
                if (drawn.rank[i] != rank)
                    continue;
                int64_t due = !drawn.eligible[i] ? 0 : wanted <= left ? wanted : rule == MD_IN_ORDER ? left : 0;
                assert_int_equal(drawn.granted[i], due);
                left -= due;
            }
        }
    }
}

/* (4), by the reference of apportionments. */
static void pro_rata_is_right(void **state)
{
    (void)state;
    static struct reference reference;
    random_state = 2017;
    for (int d = 0; d < DRAWS; d++) {
        struct drawn drawn = draw(d % 2 == 0 ? 9 : 100000);
        int64_t asked = 0;
        assert_int_equal(grant_drawn(&drawn, MD_PRO_RATA), MD_OK);
        reference = (struct reference){.n = drawn.n, .units = drawn.ceiling, .bounded = true};
        for (size_t i = 0; i < drawn.n; i++) {
            reference.weight[i] = drawn.eligible[i] ? (uint64_t)drawn.requested[i] : 0;
            reference.upper[i] = drawn.requested[i];
            reference.order[i] = drawn.rank[i];
            asked += drawn.eligible[i] ? drawn.requested[i] : 0;
        }
        const char *objection = NULL;
        if (drawn.ceiling < asked)
            objection = reference_objection(&reference, drawn.granted, &drawn.grants.tie);
        for (size_t i = 0; drawn.ceiling >= asked && i < drawn.n; i++)
            assert_int_equal(drawn.granted[i], drawn.eligible[i] ? drawn.requested[i] : 0);
        if (objection != NULL)
            fail_msg("draw %d: %s", d, objection);
    }
}

/* (5), by giving cent after cent to who has least and asks for more. */
static void equal_shares_are_right(void **state)
{
    (void)state;
    random_state = 5;
    for (int d = 0; d < DRAWS; d++) {
        struct drawn drawn = draw(d % 2 == 0 ? 9 : 300);
        int64_t due[DRAWN_MOST] = {0};
        assert_int_equal(grant_drawn(&drawn, MD_EQUAL_SHARES), MD_OK);
        for (int64_t left = drawn.ceiling; left > 0; left--) {
            size_t next = drawn.n;
            for (size_t i = 0; i < drawn.n; i++) {
                bool asks = drawn.eligible[i] && due[i] < drawn.requested[i];
                if (asks &&
                    (next == drawn.n || due[i] < due[next] || (due[i] == due[next] && drawn.rank[i] < drawn.rank[next])))
                    next = i;
            }
            if (next == drawn.n)
                break;
            due[next]++;
        }
        for (size_t i = 0; i < drawn.n; i++)
            assert_int_equal(drawn.granted[i], due[i]);
    }
}

/* ---- Equal ranks --------------------------------------------------------------------------------------------- */

/* What the members of one rank get when they are served in this order; returns what is left. */
static int64_t serve_rank(const struct drawn *drawn, const size_t *members, size_t count, enum md_rule rule, int64_t left,
                          int64_t *due)
{
    for (size_t m = 0; m < count; m++) {
        int64_t wanted = drawn->requested[members[m]];
        due[members[m]] = wanted <= left ? wanted : rule == MD_IN_ORDER ? left : 0;
        left -= due[members[m]];
    }
    return left;
}

/* Does any order of the members, from the `from`-th on, give somebody something else? */
static bool order_matters(const struct drawn *drawn, size_t *members, size_t from, size_t count, enum md_rule rule,
                          int64_t left, const int64_t *due)
{
    int64_t other[DRAWN_MOST];
    bool matters = false;
    if (from == count) {
        serve_rank(drawn, members, count, rule, left, other);
        for (size_t m = 0; m < count; m++)
            matters = matters || other[members[m]] != due[members[m]];
        return matters;
    }
    for (size_t m = from; m < count && !matters; m++) {
        size_t first = members[from];
        members[from] = members[m];
        members[m] = first;
        matters = order_matters(drawn, members, from + 1, count, rule, left, due);
        members[m] = members[from];
        members[from] = first;
    }
    return matters;
}

static void equal_ranks_are_told_when_they_matter(void **state)
{
    (void)state;
    random_state = 8;
    for (int d = 0; d < DRAWS; d++) {
        struct drawn drawn = draw(9);
        enum md_rule rule = d % 2 == 0 ? MD_IN_ORDER : MD_ALL_OR_NOTHING;
        int64_t left = drawn.ceiling, due[DRAWN_MOST];
        size_t parted = 0, ranks = 0;
        assert_int_equal(grant_drawn(&drawn, rule), MD_OK);
        for (int rank = 0; rank < 3; rank++) {
            size_t members[DRAWN_MOST], count = 0, rivals = 0;
            for (size_t i = 0; i < drawn.n; i++) {
                if (drawn.rank[i] != rank || !drawn.eligible[i])
                    continue;
                members[count++] = i;
                rivals += drawn.requested[i] > 0 && (rule == MD_IN_ORDER || drawn.requested[i] <= left);
            }
            int64_t after = serve_rank(&drawn, members, count, rule, left, due);
            if (order_matters(&drawn, members, 0, count, rule, left, due)) {
                parted += rivals;
                ranks++;
            }
            left = after;
        }
        assert_int_equal(drawn.grants.parted, parted);
        assert_int_equal(drawn.grants.parted_ranks, ranks);
    }
}

/* ---- What is unknown ----------------------------------------------------------------------------------------- */

enum { FEW = 4, LARGEST = 6 };

/* Fills in each unknown in turn, from the `from`-th on; no grant that was known may be another then. */
static void try_all(struct md_requests *requests, double *requested, double *eligible, size_t from, const double *shown)
{
    struct test_memory memory = test_memory_new();
    struct md_grants grants;
    double granted[FEW];
    while (from < requests->n && md_status_of(requested[from]) == MD_OK && md_status_of(eligible[from]) == MD_OK)
        from++;
    if (from == requests->n) {
        assert_int_equal(md_grant(requests, granted, &grants, &memory.memory), MD_OK);
        for (size_t i = 0; i < requests->n; i++)
            assert_true(md_status_of(shown[i]) == MD_UNKNOWN || shown[i] == granted[i]);
        test_memory_free(&memory);
        return;
    }
    double asked = requested[from], may = eligible[from];
    for (int half = 0; half <= (md_status_of(asked) == MD_OK ? 0 : 2 * LARGEST + 1); half++) {
        for (int yes = 0; yes <= (md_status_of(may) == MD_OK ? 0 : 1); yes++) {
            requested[from] = md_status_of(asked) == MD_OK ? asked : half / 2.0;
            eligible[from] = md_status_of(may) == MD_OK ? may : yes;
            try_all(requests, requested, eligible, from + 1, shown);
        }
    }
    requested[from] = asked;
    eligible[from] = may;
}

static void what_is_shown_beside_an_unknown_is_sure(void **state) /* (7) */
{
    (void)state;
    struct test_memory memory = test_memory_new();
    random_state = 7;
    for (int d = 0; d < 1000; d++) {
        double requested[FEW], eligible[FEW], granted[FEW];
        struct md_grants grants;
        struct md_requests requests = {md_exact_of((int64_t)(random_bits() % (2 * LARGEST)), 0),
                                       (enum md_rule)(d % 4),
                                       1 + random_bits() % FEW,
                                       requested,
                                       eligible,
                                       NULL};
        for (size_t i = 0; i < requests.n; i++) {
            requested[i] = random_bits() % 3 == 0 ? md_cell(MD_UNKNOWN) : (double)(random_bits() % LARGEST);
            eligible[i] = random_bits() % 4 == 0 ? md_cell(MD_UNKNOWN) : (double)(random_bits() % 4 > 0);
        }
        assert_int_equal(md_grant(&requests, granted, &grants, &memory.memory), MD_OK);
        try_all(&requests, requested, eligible, 0, granted);
        test_memory_free(&memory);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(order_of_rank),
                                       cmocka_unit_test(who_counts),
                                       cmocka_unit_test(unknowns),
                                       cmocka_unit_test(decimals_add_up),
                                       cmocka_unit_test(many_requests),
                                       cmocka_unit_test(what_is_left_is_exact),
                                       cmocka_unit_test(bad_cells),
                                       cmocka_unit_test(all_or_nothing),
                                       cmocka_unit_test(pro_rata),
                                       cmocka_unit_test(equal_shares),
                                       cmocka_unit_test(grants_are_counted),
                                       cmocka_unit_test(the_cause_is_the_first_of_the_worst),
                                       cmocka_unit_test(one_by_one_is_right),
                                       cmocka_unit_test(pro_rata_is_right),
                                       cmocka_unit_test(equal_shares_are_right),
                                       cmocka_unit_test(equal_ranks_are_told_when_they_matter),
                                       cmocka_unit_test(what_is_shown_beside_an_unknown_is_sure)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
