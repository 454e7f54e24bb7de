// SPDX-License-Identifier: EUPL-1.2
/* A document as its file holds it, in memory: what the office's programming interface does not give, or does not let be changed.
 *
 * (1) The file is a storage: it has parts, and some of them are storages too, such as the documents that stand inside it.
 * (2) The content of a document (content.xml) is a tree, which can be looked at, changed and written back.
 * (3) In the tree names of elements and attributes stand without their prefixes.
 */
#ifndef MD_STORED_H
#define MD_STORED_H

#include "command.h"

/* The namespaces of the format that a table and a conditional format have. */
#define MD_TABLE_NAMESPACE   "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define MD_CALCEXT_NAMESPACE "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

/* The storage of a file (md_store); NULL if that was not possible. */
uno_Interface *md_storage_of(struct md_office *office, uno_Interface *file);

/* The names of what a storage has, and how many they are. */
rtl_uString *const *md_names_in(struct md_office *office, uno_Interface *storage, size_t *count);

/* The document of this name that a storage has; NULL if what has that name is none, or if there is nothing. */
uno_Interface *md_stored_inside(struct md_office *office, uno_Interface *storage, rtl_uString *name);

/* Is what a storage has a Calc document? */
bool md_is_calc(struct md_office *office, uno_Interface *storage);

/* Makes the storage hold what was written to its parts. */
void md_commit(struct md_office *office, uno_Interface *storage);

struct md_stored {
    uno_Interface *part;
    uno_Interface *tree; /* NULL if it could not be read */
};

/* The content of a Calc document; and that written back. */
struct md_stored md_stored_in(struct md_office *office, uno_Interface *storage);
void md_write_stored(struct md_office *office, const struct md_stored *stored);

/* The first sheet of a stored document, and the one behind another; NULL if there is none. */
uno_Interface *md_first_stored_sheet(struct md_office *office, const struct md_stored *stored);
uno_Interface *md_next_stored_sheet(struct md_office *office, uno_Interface *sheet);

/* The elements below a node that have this name, as a list; how many they are; and one of them, which must be there. */
uno_Interface *md_elements_named(struct md_office *office, uno_Interface *node, const char *name);
int64_t md_element_count(struct md_office *office, uno_Interface *list);
uno_Interface *md_element_at(struct md_office *office, uno_Interface *list, int64_t place);

/* An attribute of an element; empty if it has none such. */
md_answer md_attribute_of(struct md_office *office, uno_Interface *element, const char *space, const char *name);

#endif
