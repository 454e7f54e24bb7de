// SPDX-License-Identifier: EUPL-1.2
/* Calc documents inside a document; inner.h is the manual. */
#include "inner.h"

/* The document that this drawing is; NULL if it is none of Calc, or one in another file. */
static uno_Interface *inner_in(struct md_office *office, uno_Interface *drawing)
{
    static const char calc[] = "47bbb4cb-ce4c-4e80-a591-42d9ae74950f";
    if (!md_is_text(md_get(office, drawing, "CLSID"), calc) || !md_is_text(md_get(office, drawing, "LinkURL"), ""))
        return NULL;
    return md_object_in(md_get(office, drawing, "Model"));
}

static bool visit_drawings(struct md_command *command, uno_Interface *drawings, md_visit *visit, void *data)
{
    struct md_office *office = &command->office;
    int64_t count = md_count_in(office, drawings);
    bool found = false;
    for (int64_t i = 0; i < count; i++) {
        uno_Interface *drawing = md_at(office, drawings, i), *inner = NULL;
        md_answer kind = md_ask(office, drawing, "drawing.XShapeDescriptor::getShapeType");
        if (md_is_text(kind, "com.sun.star.drawing.GroupShape"))
            found |= visit_drawings(command, drawing, visit, data);
        else if (md_is_text(kind, "com.sun.star.drawing.OLE2Shape"))
            inner = inner_in(office, drawing);
        if (inner != NULL)
            found |= visit(command, inner, data);
    }
    return found;
}

bool md_visit_inner(struct md_command *command, uno_Interface *document, md_visit *visit, void *data)
{
    struct md_office *office = &command->office;
    uno_Interface *pages = md_object_in(md_ask(office, document, "drawing.XDrawPagesSupplier::getDrawPages"));
    int64_t count = md_count_in(office, pages);
    bool found = false;
    for (int64_t i = 0; i < count; i++)
        found |= visit_drawings(command, md_at(office, pages, i), visit, data);
    return found;
}
