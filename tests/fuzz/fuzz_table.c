// SPDX-License-Identifier: EUPL-1.2
/* Controlled rounding of any table: tests/unit/rounding.h says when an answer is right.
 *
 * (1) Fractions are few different ones, so that there are ties, or any; many of them may be 0.
 * (2) With the whole of every fraction mirrored, and every preference too, exactly the other cells go up.
 */
#include "../unit/rounding.h"
#include "../unit/random.h"
#include "bytes.h"

static void make(struct bytes *bytes, struct rounding_case *table)
{
    static const uint64_t wholes[] = {2, 3, 7, 10, 100, 1000, 1000003};
    bool tall = choose(bytes, 2) != 0;
    size_t one = 2 + choose(bytes, 6), other = 2 + choose(bytes, 14);
    table->rows = tall ? other : one;
    table->columns = tall ? one : other;
    uint64_t whole = wholes[choose(bytes, 7)];
    unsigned shift = choose(bytes, 4) == 0 ? choose(bytes, 90) : 0, empty = choose(bytes, 4), given = choose(bytes, 2);
    random_state = take_bytes(bytes, 4);
    table->whole = (md_wide)whole << shift;
    for (size_t i = 0; i < table->rows * table->columns; i++) {
        uint64_t drawn = given ? take_bytes(bytes, 2) : random_bits();
        bool is_empty = empty != 0 && random_bits() % 4 < empty;
        table->fraction[i] = is_empty ? 0 : (md_wide)(drawn % whole) << shift;
        table->prefers_up[i] = random_bits() % 2 != 0;
    }
    rounding_close(table);
    rounding_shuffle(table, random_bits);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct rounding_case table, mirror;
    struct bytes bytes = {data, size};
    make(&bytes, &table);
    REQUIRE(rounding_run(&table) == MD_OK, "%zu by %zu", table.rows, table.columns);
    const char *objection = rounding_objection(&table);
    REQUIRE(objection == NULL, "%zu by %zu: %s", table.rows, table.columns, objection);
    mirror = table;
    for (size_t i = 0; i < table.rows * table.columns; i++) {
        mirror.fraction[i] = table.fraction[i] == 0 ? 0 : table.whole - table.fraction[i];
        mirror.prefers_up[i] = !table.prefers_up[i];
    }
    REQUIRE(rounding_run(&mirror) == MD_OK, "mirror");
    for (size_t i = 0; i < table.rows * table.columns; i++)
        REQUIRE(table.fraction[i] == 0 || mirror.up[i] != table.up[i], "cell %zu of the mirror", i + 1);
    return 0;
}
