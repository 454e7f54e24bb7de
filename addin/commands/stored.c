// SPDX-License-Identifier: EUPL-1.2
/* The content of a file in memory; stored.h is the manual. */
#include "stored.h"

enum { READ_WRITE = 7 }; /* com.sun.star.embed.ElementModes */

static const char content[] = "content.xml";

/* ---- Storages --------------------------------------------------------------------------------------------------- */

uno_Interface *md_storage_of(struct md_office *office, uno_Interface *file)
{
    return md_object_in(md_call(office, md_service(office, "embed.StorageFactory"),
                                "lang.XSingleServiceFactory::createInstanceWithArguments",
                                md_anys(office, md_object(file), md_int(READ_WRITE))));
}

rtl_uString *const *md_names_in(struct md_office *office, uno_Interface *storage, size_t *count)
{
    return md_elements_in(md_ask(office, storage, "container.XNameAccess::getElementNames"), count);
}

static bool has(struct md_office *office, uno_Interface *storage, struct md_value name)
{
    return md_true_in(md_call(office, storage, "container.XNameAccess::hasByName", name));
}

uno_Interface *md_stored_inside(struct md_office *office, uno_Interface *storage, rtl_uString *name)
{
    if (!has(office, storage, md_string(name)) ||
        !md_true_in(md_call(office, storage, "embed.XStorage::isStorageElement", md_string(name))))
        return NULL;
    uno_Interface *inside =
        md_object_in(md_call(office, storage, "embed.XStorage::openStorageElement", md_string(name), md_int(READ_WRITE)));
    return has(office, inside, md_utf8(content)) ? inside : NULL;
}

bool md_is_calc(struct md_office *office, uno_Interface *storage)
{
    return md_is_text(md_get(office, storage, "MediaType"), "application/vnd.oasis.opendocument.spreadsheet");
}

void md_commit(struct md_office *office, uno_Interface *storage)
{
    md_ask(office, storage, "embed.XTransactedObject::commit");
}

/* ---- The content ------------------------------------------------------------------------------------------------ */

struct md_stored md_stored_in(struct md_office *office, uno_Interface *storage)
{
    struct md_stored stored = {.part = md_object_in(md_call(office, storage, "embed.XStorage::openStreamElement",
                                                            md_utf8(content), md_int(READ_WRITE)))};
    uno_Interface *builder = md_service(office, "xml.dom.DocumentBuilder");
    stored.tree = md_object_in(md_call(office, builder, "xml.dom.XDocumentBuilder::parse",
                                       md_any(md_ask(office, stored.part, "io.XStream::getInputStream"))));
    return stored;
}

void md_write_stored(struct md_office *office, const struct md_stored *stored)
{
    uno_Interface *output = md_object_in(md_ask(office, stored->part, "io.XStream::getOutputStream"));
    md_ask(office, output, "io.XTruncate::truncate");
    md_call(office, stored->tree, "io.XActiveDataSource::setOutputStream", md_object(output));
    md_ask(office, stored->tree, "io.XActiveDataControl::start");
    md_ask(office, output, "io.XOutputStream::closeOutput");
}

/* This node, or the first behind it that is a sheet. */
static uno_Interface *sheet_from(struct md_office *office, uno_Interface *node)
{
    while (node != NULL && !md_is_text(md_ask(office, node, "xml.dom.XNode::getLocalName"), "table"))
        node = md_object_in(md_ask(office, node, "xml.dom.XNode::getNextSibling"));
    return node;
}

uno_Interface *md_first_stored_sheet(struct md_office *office, const struct md_stored *stored)
{
    uno_Interface *list =
        md_object_in(md_call(office, stored->tree, "xml.dom.XDocument::getElementsByTagName", md_utf8("spreadsheet")));
    return sheet_from(office, md_object_in(md_ask(office, md_element_at(office, list, 0), "xml.dom.XNode::getFirstChild")));
}

uno_Interface *md_next_stored_sheet(struct md_office *office, uno_Interface *sheet)
{
    return sheet_from(office, md_object_in(md_ask(office, sheet, "xml.dom.XNode::getNextSibling")));
}

uno_Interface *md_elements_named(struct md_office *office, uno_Interface *node, const char *name)
{
    return md_object_in(md_call(office, node, "xml.dom.XElement::getElementsByTagName", md_utf8(name)));
}

int64_t md_element_count(struct md_office *office, uno_Interface *list)
{
    return md_int_in(md_ask(office, list, "xml.dom.XNodeList::getLength"));
}

uno_Interface *md_element_at(struct md_office *office, uno_Interface *list, int64_t place)
{
    return md_object_in(md_call(office, list, "xml.dom.XNodeList::item", md_int(place)));
}

md_answer md_attribute_of(struct md_office *office, uno_Interface *element, const char *space, const char *name)
{
    return md_call(office, element, "xml.dom.XElement::getAttributeNS", md_utf8(space), md_utf8(name));
}
