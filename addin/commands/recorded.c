// SPDX-License-Identifier: EUPL-1.2
/* Recorded changes that are protected; recorded.h is the manual. */
#include "recorded.h"

#include "stored.h"

bool md_has_protected_changes(struct md_office *office, uno_Interface *document)
{
    return md_true_in(md_get(office, document, "IsRecordChangesProtected"));
}

static void empty(struct md_office *office, uno_Interface *element)
{
    uno_Interface *child = md_object_in(md_ask(office, element, "xml.dom.XNode::getFirstChild"));
    while (child != NULL && !office->failed) {
        md_call(office, element, "xml.dom.XNode::removeChild", md_object(child));
        child = md_object_in(md_ask(office, element, "xml.dom.XNode::getFirstChild"));
    }
}

uno_Interface *md_without_changes(struct md_office *office, uno_Interface *document)
{
    uno_Interface *file = md_store(office, document), *storage = md_storage_of(office, file);
    struct md_stored stored = md_stored_in(office, storage);
    uno_Interface *root = md_object_in(md_ask(office, stored.tree, "xml.dom.XDocument::getDocumentElement"));
    uno_Interface *changes = md_elements_named(office, root, "tracked-changes");
    int64_t count = md_element_count(office, changes);
    for (int64_t i = 0; i < count; i++)
        empty(office, md_element_at(office, changes, i));
    md_write_stored(office, &stored);
    md_commit(office, storage);
    return office->failed ? NULL : md_load(office, file);
}
