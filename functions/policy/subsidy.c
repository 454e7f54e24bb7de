// SPDX-License-Identifier: EUPL-1.2
/* A subsidy ceiling; subsidy.h is the manual. */
#include "subsidy.h"
#include "../base/decimal.h"
#include "../base/doubts.h"
#include "../base/select.h"

static const double cent = 0.01;

const struct md_word md_rules[] = {{"op volgorde", MD_IN_ORDER},
                                   {"in order", MD_IN_ORDER},
                                   {"volgorde", MD_IN_ORDER},
                                   {"op volgorde van binnenkomst", MD_IN_ORDER},
                                   {"volgorde van binnenkomst", MD_IN_ORDER},
                                   {"binnenkomst", MD_IN_ORDER},
                                   {"op volgorde van rang", MD_IN_ORDER},
                                   {"volgorde van rang", MD_IN_ORDER},
                                   {"rangorde", MD_IN_ORDER},
                                   {"op rangorde", MD_IN_ORDER},
                                   {"order", MD_IN_ORDER},
                                   {"order of receipt", MD_IN_ORDER},
                                   {"in order of receipt", MD_IN_ORDER},
                                   {"in order of rank", MD_IN_ORDER},
                                   {"order of rank", MD_IN_ORDER},
                                   {"first come, first served", MD_IN_ORDER},
                                   {"first come first served", MD_IN_ORDER},
                                   {"alles of niets", MD_ALL_OR_NOTHING},
                                   {"all or nothing", MD_ALL_OR_NOTHING},
                                   {"geheel of niet", MD_ALL_OR_NOTHING},
                                   {"volledig of niet", MD_ALL_OR_NOTHING},
                                   {"in full or not at all", MD_ALL_OR_NOTHING},
                                   {"naar rato", MD_PRO_RATA},
                                   {"pro rata", MD_PRO_RATA},
                                   {"naar rato van de aanvraag", MD_PRO_RATA},
                                   {"naar verhouding", MD_PRO_RATA},
                                   {"naar evenredigheid", MD_PRO_RATA},
                                   {"evenredig", MD_PRO_RATA},
                                   {"evenredige verdeling", MD_PRO_RATA},
                                   {"proportioneel", MD_PRO_RATA},
                                   {"proportional", MD_PRO_RATA},
                                   {"proportionally", MD_PRO_RATA},
                                   {"in proportion", MD_PRO_RATA},
                                   {"gelijk", MD_EQUAL_SHARES},
                                   {"equal", MD_EQUAL_SHARES},
                                   {"gelijke delen", MD_EQUAL_SHARES},
                                   {"in gelijke delen", MD_EQUAL_SHARES},
                                   {"gelijke bedragen", MD_EQUAL_SHARES},
                                   {"gelijkelijk", MD_EQUAL_SHARES},
                                   {"ieder evenveel", MD_EQUAL_SHARES},
                                   {"equal shares", MD_EQUAL_SHARES},
                                   {"in equal shares", MD_EQUAL_SHARES},
                                   {"equal parts", MD_EQUAL_SHARES},
                                   {"equal amounts", MD_EQUAL_SHARES},
                                   {"equally", MD_EQUAL_SHARES},
                                   {NULL, 0}};

static bool is_known(double cell)
{
    return md_status_of(cell) == MD_OK;
}

static double eligible_of(const struct md_requests *requests, size_t i)
{
    return requests->eligible == NULL ? 1 : requests->eligible[i];
}

static int compare_ranks(const void *context, size_t a, size_t b)
{
    const struct md_requests *requests = context;
    double one = requests->rank[a], other = requests->rank[b];
    return (one > other) - (one < other);
}

/* ---- One after the other ------------------------------------------------------------------------------------- */

/* What is left of the ceiling; at most that once an unknown request has been passed. */
struct purse {
    struct md_exact left;
    bool certain;
};

static double serve(const struct md_requests *requests, size_t i, struct purse *purse)
{
    struct md_exact wanted;
    double eligible = eligible_of(requests, i), rest = 0;
    bool known = md_exact_cell(requests->requested[i], &wanted) == MD_OK;
    bool fits = !known || md_compared(wanted, purse->left) <= 0;
    if (eligible == 0 || md_sign(purse->left) == 0 || (known && md_sign(wanted) == 0) ||
        (requests->rule == MD_ALL_OR_NOTHING && !fits))
        return 0;
    purse->certain = purse->certain && known && is_known(eligible);
    if (!purse->certain)
        return md_cell(MD_UNKNOWN);
    if (fits) {
        purse->left = md_minus(purse->left, wanted);
        return requests->requested[i];
    }
    md_nearest(purse->left, &rest);
    purse->left = md_exact_of(0, 0);
    return rest;
}

/* Of requests of equal rank: how many would be served or not, depending on which of them comes first? None where one is unknown. */
static size_t count_parted(const struct md_requests *requests, const size_t *turn, size_t count, const struct purse *purse)
{
    struct md_exact wanted, asked = md_exact_of(0, 0);
    size_t competing = 0;
    for (size_t t = 0; t < count; t++) {
        double eligible = eligible_of(requests, turn[t]);
        if (eligible == 0)
            continue;
        if (!is_known(eligible) || md_exact_cell(requests->requested[turn[t]], &wanted) != MD_OK)
            return 0;
        if (md_sign(wanted) == 0 || (requests->rule == MD_ALL_OR_NOTHING && md_compared(wanted, purse->left) > 0))
            continue;
        asked = md_plus(asked, wanted);
        competing++;
    }
    bool contested = purse->certain && md_sign(purse->left) > 0 && md_compared(asked, purse->left) > 0;
    return contested && competing > 1 ? competing : 0;
}

static enum md_status serve_in_order(const struct md_requests *requests, double *granted, struct md_grants *grants,
                                     struct md_memory *memory)
{
    size_t n = requests->n, next;
    struct purse purse = {requests->ceiling, true};
    size_t *turn = md_take(memory, n, 2 * sizeof *turn);
    if (turn == NULL)
        return MD_MEMORY;
    for (size_t i = 0; i < n; i++)
        turn[i] = i;
    if (requests->rank != NULL)
        md_sort(turn, turn + n, n, compare_ranks, requests);
    for (size_t t = 0; t < n; t = next) {
        for (next = t + 1; next < n && requests->rank != NULL && compare_ranks(requests, turn[t], turn[next]) == 0;)
            next++;
        size_t parted = count_parted(requests, turn + t, next - t, &purse);
        grants->parted += parted;
        grants->parted_ranks += parted > 0;
        for (size_t of = t; of < next; of++)
            granted[turn[of]] = serve(requests, turn[of], &purse);
    }
    return MD_OK;
}

/* ---- All at once --------------------------------------------------------------------------------------------- */

/* Who shares in the ceiling, and what they ask. */
struct sharing {
    double *key, *most;
    struct md_exact asked;
    bool certain;
};

static void gather_sharing(const struct md_requests *requests, struct sharing *sharing)
{
    struct md_exact wanted;
    for (size_t i = 0; i < requests->n; i++) {
        double eligible = eligible_of(requests, i);
        bool known = md_exact_cell(requests->requested[i], &wanted) == MD_OK;
        bool shares = eligible != 0 && md_sign(requests->ceiling) > 0 && !(known && md_sign(wanted) == 0);
        sharing->most[i] = shares ? requests->requested[i] : 0;
        sharing->key[i] = shares && requests->rule == MD_EQUAL_SHARES ? 1 : sharing->most[i];
        if (shares) {
            sharing->certain = sharing->certain && known && is_known(eligible);
            sharing->asked = md_plus(sharing->asked, wanted);
        }
    }
}

static enum md_status share_out(const struct md_requests *requests, double *granted, struct md_grants *grants,
                                struct md_memory *memory)
{
    size_t n = requests->n;
    double *numbers = md_take(memory, n, 2 * sizeof *numbers), ceiling = 0;
    if (numbers == NULL)
        return MD_MEMORY;
    struct sharing sharing = {numbers, numbers + n, md_exact_of(0, 0), true};
    gather_sharing(requests, &sharing);
    bool covered = md_compared(sharing.asked, requests->ceiling) <= 0;
    if (covered || !sharing.certain) {
        for (size_t i = 0; i < n; i++)
            granted[i] = sharing.most[i] == 0 || sharing.certain ? sharing.most[i] : md_cell(MD_UNKNOWN);
        return MD_OK;
    }
    md_nearest(requests->ceiling, &ceiling);
    const struct md_allocation allocation = {.total = ceiling,
                                             .unit = cent,
                                             .method = MD_LARGEST_REMAINDER,
                                             .n = n,
                                             .key = sharing.key,
                                             .maximum = sharing.most,
                                             .order = requests->rank == NULL ? NULL : compare_ranks,
                                             .order_context = requests};
    return md_allocate(&allocation, granted, &grants->tie, memory);
}

/* ---- All rules ----------------------------------------------------------------------------------------------- */

static void count_grants(const struct md_requests *requests, const double *granted, struct md_grants *grants)
{
    struct md_exact wanted, got;
    for (size_t i = 0; i < requests->n; i++) {
        bool asked = md_exact_cell(requests->requested[i], &wanted) == MD_OK;
        bool known = md_exact_cell(granted[i], &got) == MD_OK;
        grants->total = md_plus(grants->total, got);
        if (eligible_of(requests, i) == 0)
            grants->ineligible++;
        else if (!known)
            grants->unknown++;
        else if (asked && md_compared(wanted, got) == 0)
            grants->full++;
        else if (md_sign(got) == 0)
            grants->none++;
        else
            grants->part++;
    }
}

enum md_status md_grant(const struct md_requests *requests, double *granted, struct md_grants *grants, struct md_memory *memory)
{
    bool at_once = requests->rule == MD_PRO_RATA || requests->rule == MD_EQUAL_SHARES;
    *grants = (struct md_grants){.total = md_exact_of(0, 0)};
    enum md_status status = (at_once ? share_out : serve_in_order)(requests, granted, grants, memory);
    if (status == MD_OK)
        count_grants(requests, granted, grants);
    return status;
}

/* ---- Reading arguments --------------------------------------------------------------------------------------- */

static const struct md_name names[MD_SUBSIDY_PARAMETERS] = {
    [MD_CEILING] = {.name = {"het plafond", "the ceiling"}},
    [MD_REQUESTED] = {.name = {"de aanvraag", "the request"}, .is_range = true, .is_subject = true},
    [MD_ELIGIBLE] = {.name = {"de kolom met toegelaten", "the column of eligible"},
                     .words = {"ja of nee", "yes or no"},
                     .is_range = true},
    [MD_RANK] = {.name = {"de kolom met de rang", "the column of ranks"}, .is_range = true},
    [MD_SUBSIDY_POSITION] = {.name = {"de positie", "the position"}},
    [MD_RULE] = {.name = {"de regel", "the rule"},
                 .words = {"op volgorde, alles of niets, naar rato of gelijk", "in order, all or nothing, pro rata or equal"}}};

static const struct md_bilingual other_shape = {" moet dezelfde vorm hebben als de aanvragen",
                                                " must have the shape of the requests"};
static const struct md_bilingual no_position = {" is geen cel van de aanvragen", " is no cell of the requests"};

static void note(struct md_subsidy *subsidy, enum md_status status, enum md_subsidy_parameter parameter, size_t cell)
{
    md_note(&subsidy->cause, status, parameter, cell, NULL);
}

static void read_requested(const struct md_argument *requested, struct md_subsidy *subsidy, double *euros)
{
    struct md_requests *requests = &subsidy->requests;
    requests->requested = euros;
    for (size_t i = 0; i < md_count(requested); i++) {
        struct md_exact wanted;
        enum md_status status = md_exact_cell(requested->cells[i], &wanted);
        if (status == MD_BLANK)
            continue;
        if (status != MD_UNKNOWN)
            note(subsidy, md_sign(wanted) < 0 ? MD_DOMAIN : status, MD_REQUESTED, i);
        euros[requests->n] = requested->cells[i];
        subsidy->place[requests->n++] = i;
    }
}

static void read_eligible(const struct md_argument *argument, struct md_subsidy *subsidy, double *eligible)
{
    if (argument->shape == MD_LEFT_OUT)
        return;
    subsidy->requests.eligible = eligible;
    for (size_t i = 0; i < subsidy->requests.n; i++) {
        bool yes = true;
        enum md_status status = md_yes_or_no(argument, subsidy->place[i], &yes);
        bool unknown = status == MD_BLANK || status == MD_UNKNOWN;
        eligible[i] = unknown ? md_cell(MD_UNKNOWN) : yes;
        if (!unknown)
            md_note(&subsidy->cause, status, MD_ELIGIBLE, subsidy->place[i], status == MD_DOMAIN ? &md_no_yes_or_no : NULL);
    }
}

static void read_rank(const struct md_argument *argument, struct md_subsidy *subsidy, double *rank)
{
    if (argument->shape == MD_LEFT_OUT)
        return;
    subsidy->requests.rank = rank;
    for (size_t i = 0; i < subsidy->requests.n; i++) {
        rank[i] = 0;
        if (eligible_of(&subsidy->requests, i) == 0)
            continue;
        rank[i] = argument->cells[subsidy->place[i]];
        enum md_status status = md_status_of(rank[i]);
        note(subsidy, status == MD_BLANK ? MD_UNKNOWN : status, MD_RANK, subsidy->place[i]);
    }
}

/* Notes the ranges that are not shaped like the requests. */
static void compare_shapes(const struct md_argument *arguments, struct md_subsidy *subsidy)
{
    const struct md_argument *requested = &arguments[MD_REQUESTED];
    note(subsidy, md_count(requested) == 0 ? MD_ARGUMENT : MD_OK, MD_REQUESTED, 0);
    for (enum md_subsidy_parameter one = MD_ELIGIBLE; one <= MD_RANK; one++) {
        bool fits = arguments[one].shape == MD_LEFT_OUT || md_same_shape(&arguments[one], requested);
        md_note(&subsidy->cause, fits ? MD_OK : MD_ARGUMENT, one, 0, &other_shape);
    }
}

void md_read_subsidy(const struct md_argument *arguments, struct md_subsidy *subsidy, struct md_memory *memory)
{
    struct md_exact ceiling;
    size_t cells = md_count(&arguments[MD_REQUESTED]);
    int rule = MD_IN_ORDER;
    *subsidy = (struct md_subsidy){.cause = {.status = MD_OK}};
    compare_shapes(arguments, subsidy);
    if (subsidy->cause.status != MD_OK)
        return;
    double *numbers = md_take(memory, cells, 3 * sizeof *numbers);
    subsidy->place = numbers == NULL ? NULL : md_take(memory, cells, sizeof *subsidy->place);
    if (subsidy->place == NULL) {
        note(subsidy, MD_MEMORY, MD_REQUESTED, 0);
        return;
    }
    enum md_status status = md_one_exact(&arguments[MD_CEILING], &ceiling);
    note(subsidy, md_sign(ceiling) < 0 ? MD_DOMAIN : status, MD_CEILING, 0);
    read_requested(&arguments[MD_REQUESTED], subsidy, numbers);
    read_eligible(&arguments[MD_ELIGIBLE], subsidy, numbers + cells);
    read_rank(&arguments[MD_RANK], subsidy, numbers + 2 * cells);
    status = md_optional_position(&arguments[MD_SUBSIDY_POSITION], cells, &subsidy->position);
    md_note(&subsidy->cause, status, MD_SUBSIDY_POSITION, 0,
            status == MD_ARGUMENT && md_count(&arguments[MD_SUBSIDY_POSITION]) == 1 ? &no_position : NULL);
    note(subsidy, md_one_word(&arguments[MD_RULE], md_rules, MD_IN_ORDER, &rule), MD_RULE, 0);
    subsidy->requests.ceiling = ceiling;
    subsidy->requests.rule = (enum md_rule)rule;
}

/* Everybody shows `status`, except who is not eligible and gets 0 when nothing but knowledge is missing. */
static void grant_nobody(const struct md_requests *requests, enum md_status status, double *granted)
{
    for (size_t i = 0; i < requests->n; i++)
        granted[i] = status == MD_UNKNOWN && eligible_of(requests, i) == 0 ? 0 : md_cell(status);
}

void md_allocate_subsidy(struct md_call *call)
{
    const struct md_argument *requested = &call->arguments[MD_REQUESTED];
    struct md_subsidy subsidy;
    struct md_grants grants;
    size_t cells = md_count(requested);
    md_read_subsidy(call->arguments, &subsidy, call->memory);
    enum md_status status = subsidy.cause.status;
    if (subsidy.place == NULL) {
        md_return_status(call, status);
        return;
    }
    double *result = md_return_matrix(call, requested->rows, requested->columns);
    double *granted = result == NULL ? NULL : md_take(call->memory, cells, sizeof *granted);
    if (status == MD_OK && granted != NULL)
        status = md_grant(&subsidy.requests, granted, &grants, call->memory);
    if (granted == NULL || status == MD_MEMORY) {
        md_return_status(call, MD_MEMORY);
        return;
    }
    if (status != MD_OK)
        grant_nobody(&subsidy.requests, status, granted);
    for (size_t i = 0; i < cells; i++)
        result[i] = md_cell(MD_BLANK);
    for (size_t i = 0; i < subsidy.requests.n; i++)
        result[subsidy.place[i]] = granted[i];
    call->result->has_blanks = subsidy.requests.n < cells;
    if (subsidy.position > 0)
        md_return_number(call, result[subsidy.position - 1]);
    else if (call->arguments[MD_SUBSIDY_POSITION].shape != MD_LEFT_OUT)
        md_return_status(call, status);
}

/* ---- Explanation --------------------------------------------------------------------------------------------- */

static struct md_exact sum_of_requests(const struct md_requests *requests, bool *known)
{
    struct md_exact sum = md_exact_of(0, 0), wanted;
    *known = true;
    for (size_t i = 0; i < requests->n; i++) {
        *known = md_exact_cell(requests->requested[i], &wanted) == MD_OK && *known;
        sum = md_plus(sum, wanted);
    }
    return sum;
}

/* "3 aanvragen, samen € 250, bij een plafond van € 100" */
static void say_requests(struct md_sentence *sentence, const struct md_requests *requests)
{
    static const struct md_bilingual one = {"aanvraag", "request"}, many = {"aanvragen", "requests"};
    bool known;
    struct md_exact sum = sum_of_requests(requests, &known);
    md_say_count(sentence, requests->n, one, many);
    if (known) {
        md_say(sentence, requests->n == 1 ? ", " : ", samen ", requests->n == 1 ? ", " : ", together ");
        md_say_exact_euros(sentence, sum);
    }
    md_say(sentence, ", bij een plafond van ", ", under a ceiling of ");
    md_say_exact_euros(sentence, requests->ceiling);
}

static void say_number_of(struct md_sentence *sentence, const char **before, size_t count, const char *nl, const char *en)
{
    if (count == 0)
        return;
    md_append(sentence, *before);
    md_say_number(sentence, (double)count);
    md_say(sentence, nl, en);
    *before = ", ";
}

/* ": 1 geheel, 1 deels; toegekend € 100, over € 0" */
static void say_grants(struct md_sentence *sentence, const struct md_requests *requests, const struct md_grants *grants)
{
    const char *before = ": ";
    say_number_of(sentence, &before, grants->full, " geheel toegekend", " granted in full");
    say_number_of(sentence, &before, grants->part, " deels toegekend", " granted in part");
    say_number_of(sentence, &before, grants->none, " niet toegekend", " not granted");
    say_number_of(sentence, &before, grants->ineligible, " niet toegelaten", " not eligible");
    say_number_of(sentence, &before, grants->unknown, " onbekend", " unknown");
    md_say(sentence, "; toegekend ", "; granted ");
    md_say_exact_euros(sentence, grants->total);
    if (grants->unknown > 0)
        return;
    md_say(sentence, ", over ", ", left ");
    md_say_exact_euros(sentence, md_minus(requests->ceiling, grants->total));
}

static void say_position(struct md_sentence *sentence, const struct md_subsidy *subsidy, const double *granted)
{
    for (size_t i = 0; subsidy->position > 0 && i < subsidy->requests.n; i++) {
        if (subsidy->place[i] + 1 != subsidy->position || !is_known(granted[i]))
            continue;
        md_append(sentence, "; ");
        md_say_cell(sentence, subsidy->place[i]);
        md_say(sentence, " krijgt ", " gets ");
        md_say_euros(sentence, granted[i]);
    }
}

/* What the order of the list alone decided. */
static void warn_of_equals(struct md_sentence *sentence, const struct md_grants *grants)
{
    if (grants->parted > 0) {
        md_doubt(sentence);
        md_say_number(sentence, (double)grants->parted);
        md_say(sentence, " aanvragen staan gelijk in rang: alleen hun volgorde in de lijst besliste wie wat krijgt",
               " requests have equal ranks: only their order in the list decided who gets what");
    }
    md_warn_of_tie(sentence, &grants->tie, cent, (struct md_bilingual){"aanvragen", "requests"});
}

/* The first request that cannot be granted for sure. */
static void say_unknown(struct md_sentence *sentence, const struct md_argument *arguments, const struct md_subsidy *subsidy)
{
    const struct md_requests *requests = &subsidy->requests;
    for (size_t i = 0; i < requests->n; i++) {
        bool eligible = is_known(eligible_of(requests, i));
        if (eligible && (eligible_of(requests, i) == 0 || is_known(requests->requested[i])))
            continue;
        const struct md_cause cause = {MD_UNKNOWN, eligible ? MD_REQUESTED : MD_ELIGIBLE, subsidy->place[i], NULL};
        md_append(sentence, "; ");
        md_say_cause(sentence, &cause, &arguments[cause.parameter], &names[cause.parameter]);
        return;
    }
}

/* Sentence 6. */
static void say_impossible(struct md_sentence *sentence, const struct md_requests *requests)
{
    double ceiling = 0;
    int64_t cents;
    bool whole = true;
    md_nearest(requests->ceiling, &ceiling);
    enum md_status status = md_units_in(ceiling, cent, &cents, &whole);
    say_requests(sentence, requests);
    if (status == MD_OK && !whole)
        md_say(sentence, ": het plafond moet in hele centen zijn om het te verdelen",
               ": the ceiling must be in whole cents to be shared out");
    else
        md_say(sentence, ": in hele centen is daar geen verdeling van te maken", ": that cannot be shared out in whole cents");
}

enum md_status md_explain_subsidy(const struct md_argument *arguments, struct md_sentence *sentence, struct md_memory *memory)
{
    struct md_subsidy subsidy;
    struct md_grants grants;
    md_read_subsidy(arguments, &subsidy, memory);
    const struct md_cause *cause = &subsidy.cause;
    double *granted = md_take(memory, subsidy.requests.n + 1, sizeof *granted);
    enum md_status status = granted == NULL ? MD_MEMORY : cause->status;
    if (status == MD_OK)
        status = md_grant(&subsidy.requests, granted, &grants, memory);
    if (status == MD_MEMORY)
        return status;
    if (cause->status != MD_OK)
        md_say_cause(sentence, cause, &arguments[cause->parameter], &names[cause->parameter]);
    else if (status != MD_OK)
        say_impossible(sentence, &subsidy.requests);
    if (status != MD_OK)
        return status;
    say_requests(sentence, &subsidy.requests);
    say_grants(sentence, &subsidy.requests, &grants);
    say_position(sentence, &subsidy, granted);
    if (grants.unknown > 0)
        say_unknown(sentence, arguments, &subsidy);
    warn_of_equals(sentence, &grants);
    if (!md_warn_of_totals(sentence, &arguments[MD_REQUESTED], &names[MD_REQUESTED], memory))
        return MD_MEMORY;
    return grants.unknown > 0 ? MD_UNKNOWN : MD_OK;
}
