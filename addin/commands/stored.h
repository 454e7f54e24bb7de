// SPDX-License-Identifier: EUPL-1.2
/* A document as its file holds it, in memory: what the office's programming interface does not give, or does not let be changed.
 *
 * (1) The content of the file (content.xml) is a tree, which can be looked at, changed and written back.
 * (2) In the tree names of elements and attributes stand without their prefixes.
 */
#ifndef MD_STORED_H
#define MD_STORED_H

#include "command.h"

/* The namespaces of the format that a table and a conditional format have. */
#define MD_TABLE_NAMESPACE   "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define MD_CALCEXT_NAMESPACE "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

struct md_stored {
    uno_Interface *memory, *storage, *part;
    uno_Interface *tree; /* NULL if the document could not be stored or read */
};

struct md_stored md_stored_of(struct md_office *office, uno_Interface *document);

/* Writes the tree back, and loads a document from it under this title; NULL if that was not possible. */
uno_Interface *md_load_stored(struct md_office *office, const struct md_stored *stored, const char *title);

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
