// SPDX-License-Identifier: EUPL-1.2
/* Protection in the file of a copy; protection.h is the manual.
 *
 * A sheet that was protected says in the file from before that it is not, which the office itself never writes: what it says
 * besides of its protection stays there, and is passed over when it is loaded.
 */
#include "protection.h"

static const char is_protected[] = "protected";

/* ---- A sheet ---------------------------------------------------------------------------------------------------- */

static bool begins(struct md_office *office, uno_Interface *node, const char *name)
{
    struct md_text own = md_text_in(md_ask(office, node, "xml.dom.XNode::getLocalName"));
    for (size_t i = 0; name[i] != 0; i++)
        if (i >= own.length || own.units[i] != (uint16_t)(unsigned char)name[i])
            return false;
    return true;
}

static void say_protected(struct md_office *office, uno_Interface *sheet, const char *yes_or_no)
{
    md_call(office, sheet, "xml.dom.XElement::setAttributeNS", md_utf8(MD_TABLE_NAMESPACE), md_utf8("table:protected"),
            md_utf8(yes_or_no));
}

static bool says_protected(struct md_office *office, uno_Interface *sheet)
{
    return md_text_in(md_attribute_of(office, sheet, MD_TABLE_NAMESPACE, is_protected)).length > 0;
}

/* An attribute of an element for another. */
static void pass_on(struct md_office *office, uno_Interface *attribute, uno_Interface *to)
{
    enum { MOST = 60 };
    char text[4 * MOST];
    struct md_sentence name = md_sentence_in(text, sizeof text, MD_ENGLISH);
    md_append_text(&name, md_text_in(md_ask(office, attribute, "xml.dom.XNode::getPrefix")), MOST);
    md_append(&name, ":");
    md_append_text(&name, md_text_in(md_ask(office, attribute, "xml.dom.XNode::getLocalName")), MOST);
    md_call(office, to, "xml.dom.XElement::setAttributeNS", md_any(md_ask(office, attribute, "xml.dom.XNode::getNamespaceURI")),
            md_utf8(text), md_any(md_ask(office, attribute, "xml.dom.XNode::getNodeValue")));
}

/* All that a sheet says of its protection, for the same sheet in another tree: its attributes, and what is allowed. */
static void protect(struct md_office *office, uno_Interface *was, uno_Interface *tree, uno_Interface *sheet)
{
    uno_Interface *attributes = md_object_in(md_ask(office, was, "xml.dom.XNode::getAttributes"));
    int64_t count = md_int_in(md_ask(office, attributes, "xml.dom.XNamedNodeMap::getLength"));
    for (int64_t i = 0; i < count; i++) {
        uno_Interface *attribute = md_object_in(md_call(office, attributes, "xml.dom.XNamedNodeMap::item", md_int(i)));
        if (begins(office, attribute, "protect"))
            pass_on(office, attribute, sheet);
    }
    say_protected(office, sheet, "true");
    uno_Interface *allowed = md_elements_named(office, was, "table-protection");
    if (md_element_count(office, allowed) == 0)
        return;
    md_answer own =
        md_call(office, tree, "xml.dom.XDocument::importNode", md_object(md_element_at(office, allowed, 0)), md_bool(true));
    md_call(office, sheet, "xml.dom.XNode::insertBefore", md_any(own),
            md_any(md_ask(office, sheet, "xml.dom.XNode::getFirstChild")));
}

/* ---- All sheets of a document ----------------------------------------------------------------------------------- */

/* Takes protection off all sheets of a stored document. */
static void unprotect(struct md_office *office, const struct md_stored *stored, uno_Interface *before)
{
    (void)before;
    for (uno_Interface *sheet = md_first_stored_sheet(office, stored); sheet != NULL;
         sheet = md_next_stored_sheet(office, sheet))
        if (says_protected(office, sheet))
            say_protected(office, sheet, "false");
}

/* Puts protection back on all sheets that had it before. */
static void protect_again(struct md_office *office, const struct md_stored *stored, uno_Interface *before)
{
    struct md_stored then = md_stored_in(office, before);
    uno_Interface *was = md_first_stored_sheet(office, &then), *sheet = md_first_stored_sheet(office, stored);
    for (; was != NULL && sheet != NULL; sheet = md_next_stored_sheet(office, sheet)) {
        if (says_protected(office, was))
            protect(office, was, stored->tree, sheet);
        was = md_next_stored_sheet(office, was);
    }
}

/* ---- A document, and those inside it ---------------------------------------------------------------------------- */

/* What is done to a Calc document in a storage, and what was there before. */
typedef void change(struct md_office *office, const struct md_stored *stored, uno_Interface *before);

/* Changes the Calc documents of a storage: its own, and those that stand inside it. */
static void change_all(struct md_office *office, uno_Interface *storage, uno_Interface *before, change *work)
{
    size_t count;
    rtl_uString *const *names = md_names_in(office, storage, &count);
    for (size_t i = 0; i < count; i++) {
        uno_Interface *inside = md_stored_inside(office, storage, names[i]);
        if (inside != NULL)
            change_all(office, inside, before != NULL ? md_stored_inside(office, before, names[i]) : NULL, work);
    }
    if (md_is_calc(office, storage)) {
        struct md_stored stored = md_stored_in(office, storage);
        work(office, &stored, before);
        md_write_stored(office, &stored);
    }
    md_commit(office, storage);
}

uno_Interface *md_unprotected(struct md_office *office, uno_Interface *document, uno_Interface **before)
{
    *before = md_store(office, document);
    change_all(office, md_storage_of(office, *before), NULL, unprotect);
    return office->failed ? NULL : md_load(office, *before);
}

uno_Interface *md_protected_again(struct md_office *office, uno_Interface *document, uno_Interface *before)
{
    uno_Interface *file = md_store(office, document);
    change_all(office, md_storage_of(office, file), md_storage_of(office, before), protect_again);
    return office->failed ? NULL : md_load(office, file);
}
