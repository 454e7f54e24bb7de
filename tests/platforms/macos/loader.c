// SPDX-License-Identifier: EUPL-1.2
/* Poses as the add-in's Linux library, and is its macOS library: loads the half for this processor of the meedoen.dylib that lies
 * beside it, as a Mac would, and hands on its one function.
 *
 * (1) Segments go to memory of their own, addresses are moved along, and each segment gets the rights that it asks for.
 * (2) A name is bound to the function that Linux or the office has under it; where macOS has another than Linux, `differing` has a
 *     stand-in. A name that is only in another library than the file says is not looked for: that is checked where it is linked.
 * (3) Whatever is not understood ends the process: a library that wants more than this of a Mac is not proved to run on one.
 */
#define _GNU_SOURCE                         /* dladdr, RTLD_DEFAULT */
#pragma GCC diagnostic ignored "-Wpedantic" /* functions become addresses here, and integers have 128 bits */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>

/* ---- The file, as macOS lays it out ------------------------------------------------------------------------------ */

struct fat_half { /* numbers in the order of the network */
    uint32_t processor, variant, offset, size, align;
};

struct header {
    uint32_t magic, processor, variant, kind, commands, bytes_of_commands, flags, reserved;
};

struct command {
    uint32_t kind, size;
};

struct segment_command {
    struct command command;
    char name[16];
    uint64_t address, size, offset, bytes;
    int32_t most_rights, rights; /* those of mmap */
    uint32_t sections, flags;
};

struct section {
    char name[16], segment[16];
    uint64_t address, size;
    uint32_t offset, align, relocations, count, flags, reserved[3];
};

struct part {
    uint32_t offset, size;
};

struct fixups_command {
    struct command command;
    struct part rebase, bind, weak_bind, lazy_bind, exports;
};

enum { FAT = 0xCAFEBABE, MACHO_64 = 0xFEEDFACF, BUNDLE = 8 };
enum { X86_64 = 0x01000007, ARM64 = 0x0100000C };

enum {
    SYMBOL_TABLE = 0x2,
    DYNAMIC_SYMBOL_TABLE = 0xB,
    LOAD_LIBRARY = 0xC,
    SEGMENT = 0x19,
    UUID = 0x1B,
    SIGNATURE = 0x1D,
    OLDEST_SYSTEM = 0x24,
    FUNCTION_STARTS = 0x26,
    DATA_IN_CODE = 0x29,
    BUILD_VERSION = 0x32,
    FIXUPS = (int)0x80000022
};

/* Kinds of section that hold bytes, pointers or stubs, and nothing that runs by itself. */
enum { PLAIN_SECTIONS = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 14 };

#ifdef __x86_64__
enum { PROCESSOR = X86_64 };
#else
enum { PROCESSOR = ARM64 };
#endif

enum { MOST_SEGMENTS = 8 };

/* The half for this processor. */
struct half {
    const unsigned char *file;
    const struct segment_command *segments[MOST_SEGMENTS];
    size_t count;
    const struct fixups_command *fixups;
    unsigned char *memory; /* where its address 0 is */
};

__attribute__((noreturn, format(printf, 1, 2))) static void give_up(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("loader: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    _Exit(3);
}

/* ---- What macOS has and Linux has not ---------------------------------------------------------------------------- */

static uintptr_t stack_guard = 0x5AFE00DDC0FFEE00u;

static void fill_by_pattern(void *to, const void *pattern, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        ((unsigned char *)to)[i] = ((const unsigned char *)pattern)[i % 16];
}

/* Where the library lies, is where this file lies. */
unsigned char osl_getModuleURLFromAddress(void *address, void **url);
static unsigned char url_of_this(void *address, void **url)
{
    (void)address;
    return osl_getModuleURLFromAddress((void *)(uintptr_t)url_of_this, url);
}

static void bind_late(void)
{
    give_up("a name was to be bound while running");
}

/* What both compilers call for integers of 128 bits; here it is gcc's. */
__int128 __divti3(__int128 number, __int128 divisor);
__int128 __fixdfti(double number);
unsigned __int128 __fixunsdfti(double number);
double __floattidf(__int128 number);
double __floatuntidf(unsigned __int128 number);
__int128 __modti3(__int128 number, __int128 divisor);
unsigned __int128 __udivmodti4(unsigned __int128 number, unsigned __int128 divisor, unsigned __int128 *rest);
unsigned __int128 __udivti3(unsigned __int128 number, unsigned __int128 divisor);
unsigned __int128 __umodti3(unsigned __int128 number, unsigned __int128 divisor);

#ifdef __aarch64__
/* macOS puts whatever `...` stands for on the stack, Linux first in registers: this snprintf looks where macOS has put it. */
int snprintf_of_macos(char *text, size_t size, const char *format, ...);
__asm__("snprintf_of_macos: mov x3, sp\n b vsnprintf_on_stack");

__attribute__((used)) int vsnprintf_on_stack(char *text, size_t size, const char *format, void *stack)
{
    va_list arguments = {.__stack = stack};
    return vsnprintf(text, size, format, arguments);
}
#else
#define snprintf_of_macos snprintf
#endif

static const struct {
    const char *name;
    void *address;
} differing[] = {
    {"___bzero", (void *)bzero},
    {"___divti3", (void *)__divti3},
    {"___fixdfti", (void *)__fixdfti},
    {"___fixunsdfti", (void *)__fixunsdfti},
    {"___floattidf", (void *)__floattidf},
    {"___floatuntidf", (void *)__floatuntidf},
    {"___modti3", (void *)__modti3},
    {"___stack_chk_guard", &stack_guard},
    {"___udivmodti4", (void *)__udivmodti4},
    {"___udivti3", (void *)__udivti3},
    {"___umodti3", (void *)__umodti3},
    {"_memset_pattern16", (void *)fill_by_pattern},
    {"_osl_getModuleURLFromAddress", (void *)url_of_this},
    {"_snprintf", (void *)snprintf_of_macos},
    {"dyld_stub_binder", (void *)bind_late},
};

static void *address_of(const char *name)
{
    for (size_t i = 0; i < sizeof differing / sizeof *differing; i++)
        if (strcmp(differing[i].name, name) == 0)
            return differing[i].address;
    void *address = *name == '_' ? dlsym(RTLD_DEFAULT, name + 1) : NULL;
    if (!address)
        give_up("nobody plays %s", name);
    return address;
}

/* ---- Moving and binding ------------------------------------------------------------------------------------------ */

static uint64_t read_number(const unsigned char **at)
{
    uint64_t number = 0;
    for (int shift = 0;; shift += 7) {
        uint64_t byte = *(*at)++;
        number |= (byte & 0x7F) << shift;
        if (!(byte & 0x80))
            return number;
    }
}

static unsigned char *place(const struct half *half, unsigned segment, uint64_t offset)
{
    if (segment >= half->count || offset + sizeof(void *) > half->segments[segment]->size)
        give_up("an address outside segment %u", segment);
    return half->memory + half->segments[segment]->address + offset;
}

/* Adds the distance that the library was moved to `count` addresses; returns the offset behind them. */
static uint64_t rebase(const struct half *half, unsigned segment, uint64_t offset, uint64_t count, uint64_t skip)
{
    for (; count > 0; count--, offset += sizeof(void *) + skip) {
        uintptr_t address;
        memcpy(&address, place(half, segment, offset), sizeof address);
        address += (uintptr_t)half->memory;
        memcpy(place(half, segment, offset), &address, sizeof address);
    }
    return offset;
}

static void rebase_all(const struct half *half)
{
    const unsigned char *at = half->file + half->fixups->rebase.offset, *end = at + half->fixups->rebase.size;
    unsigned segment = 0;
    uint64_t offset = 0, count;
    while (at < end) {
        unsigned code = *at & 0xF0, operand = *at & 0x0F;
        at++;
        switch (code) {
        case 0x00:
            return;
        case 0x10:
            if (operand != 1)
                give_up("addresses of kind %u", operand);
            break;
        case 0x20:
            segment = operand;
            offset = read_number(&at);
            break;
        case 0x30:
            offset += read_number(&at);
            break;
        case 0x40:
            offset += operand * sizeof(void *);
            break;
        case 0x50:
            offset = rebase(half, segment, offset, operand, 0);
            break;
        case 0x60:
            offset = rebase(half, segment, offset, read_number(&at), 0);
            break;
        case 0x70:
            offset = rebase(half, segment, offset, 1, read_number(&at));
            break;
        case 0x80:
            count = read_number(&at);
            offset = rebase(half, segment, offset, count, read_number(&at));
            break;
        default:
            give_up("code %02x among the moves", code);
        }
    }
}

/* Both what is bound at once and what a Mac binds at the first call. */
static void bind_all(const struct half *half, struct part part)
{
    const unsigned char *at = half->file + part.offset, *end = at + part.size;
    const char *name = "";
    unsigned segment = 0;
    uint64_t offset = 0;
    void *address;
    while (at < end) {
        unsigned code = *at & 0xF0, operand = *at & 0x0F;
        at++;
        switch (code) {
        case 0x00: /* the end, or the end of one of those bound late */
        case 0x10: /* the library: see (2) */
            break;
        case 0x40:
            name = (const char *)at;
            at += strlen(name) + 1;
            break;
        case 0x50:
            if (operand != 1)
                give_up("%s is bound in way %u", name, operand);
            break;
        case 0x70:
            segment = operand;
            offset = read_number(&at);
            break;
        case 0x80:
            offset += read_number(&at);
            break;
        case 0x90:
            address = address_of(name);
            memcpy(place(half, segment, offset), &address, sizeof address);
            offset += sizeof address;
            break;
        default:
            give_up("code %02x among the names", code);
        }
    }
}

/* The exports are a tree of letters: every branch has some, and leads to where the next ones are, or to a leaf with an address. */
static void *exported(const struct half *half, const char *name)
{
    const unsigned char *start = half->file + half->fixups->exports.offset, *at = start;
    while (*name) {
        unsigned branches = at[1 + at[0]];
        const unsigned char *next = NULL;
        for (at += 2 + at[0]; branches > 0 && next == NULL; branches--) {
            size_t length = strlen((const char *)at);
            bool here = strncmp((const char *)at, name, length) == 0;
            at += length + 1;
            uint64_t offset = read_number(&at);
            if (here) {
                next = start + offset;
                name += length;
            }
        }
        if (next == NULL)
            give_up("no export that ends with %s", name);
        at = next;
    }
    if (*at++ == 0 || read_number(&at) != 0)
        give_up("an export that is not plain");
    return half->memory + read_number(&at);
}

/* ---- Loading ----------------------------------------------------------------------------------------------------- */

static const unsigned char *map_file(const char *path)
{
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0)
        give_up("no %s", path);
    void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED)
        give_up("cannot map %s", path);
    return bytes;
}

static uint32_t from_network(uint32_t number)
{
    return __builtin_bswap32(number);
}

static const unsigned char *half_for_this_processor(const unsigned char *file)
{
    const uint32_t *fat = (const void *)file;
    const struct fat_half *halves = (const void *)(file + 8);
    if (from_network(fat[0]) != FAT)
        give_up("not a universal file");
    for (uint32_t i = 0; i < from_network(fat[1]); i++)
        if (from_network(halves[i].processor) == PROCESSOR)
            return file + from_network(halves[i].offset);
    give_up("no half for this processor");
}

static void expect_plain_sections(const struct segment_command *segment)
{
    const struct section *sections = (const void *)(segment + 1);
    for (uint32_t i = 0; i < segment->sections; i++)
        if ((sections[i].flags & 0xFF) > 31 || !(PLAIN_SECTIONS >> (sections[i].flags & 0xFF) & 1))
            give_up("section %.16s is of kind %u", sections[i].name, (unsigned)(sections[i].flags & 0xFF));
}

static struct half read_commands(const unsigned char *file)
{
    const struct header *header = (const void *)file;
    struct half half = {.file = file};
    if (header->magic != MACHO_64 || header->processor != PROCESSOR || header->kind != BUNDLE)
        give_up("not a bundle for this processor");
    const unsigned char *at = file + sizeof *header;
    for (uint32_t i = 0; i < header->commands; i++) {
        const struct command *command = (const void *)at;
        switch ((int)command->kind) {
        case SEGMENT:
            if (half.count == MOST_SEGMENTS)
                give_up("more than %d segments", MOST_SEGMENTS);
            half.segments[half.count] = (const void *)at;
            expect_plain_sections(half.segments[half.count++]);
            break;
        case FIXUPS:
            half.fixups = (const void *)at;
            break;
        case LOAD_LIBRARY:
        case SYMBOL_TABLE:
        case DYNAMIC_SYMBOL_TABLE:
        case UUID:
        case SIGNATURE:
        case OLDEST_SYSTEM:
        case FUNCTION_STARTS:
        case DATA_IN_CODE:
        case BUILD_VERSION:
            break;
        default:
            give_up("command %x", command->kind);
        }
        at += command->size;
    }
    if (!half.fixups || half.count == 0 || half.fixups->weak_bind.size > 0)
        give_up("nothing to bind, or something weakly");
    return half;
}

static void load(struct half *half)
{
    const struct segment_command *last = half->segments[half->count - 1];
    half->memory = mmap(NULL, last->address + last->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (half->memory == MAP_FAILED)
        give_up("no memory");
    for (size_t i = 0; i < half->count; i++)
        memcpy(half->memory + half->segments[i]->address, half->file + half->segments[i]->offset, half->segments[i]->bytes);
    rebase_all(half);
    bind_all(half, half->fixups->bind);
    bind_all(half, half->fixups->lazy_bind);
    for (size_t i = 0; i < half->count; i++) {
        unsigned char *start = half->memory + half->segments[i]->address;
        __builtin___clear_cache((char *)start, (char *)start + half->segments[i]->size);
        if (mprotect(start, half->segments[i]->size, half->segments[i]->rights) != 0)
            give_up("no rights %d", half->segments[i]->rights);
    }
}

typedef void *get_factory_function(const char *implementation, void *manager, void *key);
static get_factory_function *get_factory;

__attribute__((constructor)) static void load_neighbour(void)
{
    Dl_info here;
    char path[4096];
    if (dladdr((void *)load_neighbour, &here) == 0)
        give_up("where is this file?");
    const char *slash = strrchr(here.dli_fname, '/');
    snprintf(path, sizeof path, "%.*smeedoen.dylib", slash ? (int)(slash + 1 - here.dli_fname) : 0, here.dli_fname);
    struct half half = read_commands(half_for_this_processor(map_file(path)));
    load(&half);
    get_factory = (get_factory_function *)exported(&half, "_component_getFactory");
}

void *component_getFactory(const char *implementation, void *manager, void *key);
void *component_getFactory(const char *implementation, void *manager, void *key)
{
    return get_factory(implementation, manager, key);
}
