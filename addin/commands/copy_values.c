// SPDX-License-Identifier: EUPL-1.2
/* Copy with values: a new document that is the same, but that our formulas have become what they show.
 *
 * (1) The document is stored to memory and loaded from there: nothing is written to disk, and the document itself stays as it was.
 * (2) What a cell shows is taken from the document, not computed anew: a number, a text, or an error. An error that every program
 *     knows becomes a formula that gives it, so that other formulas still see an error; another becomes the text that is seen.
 *     The empty text becomes the formula that gives it, for an empty cell would count as 0.
 * (3) Of a matrix every cell gets its own value. A protected sheet stays protected, with its password.
 * (4) A truth gets its word for a format, unless it is protected: the office's own format for truths is lost in .xlsx.
 * (5) In a document with formulas of ours MULTIPLE.OPERATIONS becomes a value too: it has one of ours computed anew. So does what sees
 *     that a formula has become a value (onlookers.h).
 *     A formula that is a link stays one (links.h).
 * (6) A name that calls a function of ours cannot hold what it shows, for that differs by cell: it becomes the error #N/A. The cells
 *     that it stands in become values.
 * (7) Conditional formats and validity hold what their formulas give (conditions.h, limits.h).
 * (8) A sheet that stands inside the document as an object is treated as the document is. One in another file is left alone.
 * (9) What differs on that account is told in a window, in front of the copy; so is that the copy has no password,
 *     if the document has, and that it has not all conditional formats (kept.h).
 * (10) The copy has no name yet; its title, and the name that is proposed for its file, say of what it is a copy and of when.
 *     Nothing in it can be undone, and no change is recorded in it yet. Its macros do not run, and it looks nothing up elsewhere. It
 *     can be changed, and is its user's alone, also where the document opens read-only or is shared.
 */
#include "conditions.h"
#include "inner.h"
#include "kept.h"
#include "links.h"
#include "onlookers.h"
#include "protection.h"
#include "recorded.h"
#include "window.h"

/* ---- The copy --------------------------------------------------------------------------------------------------- */

/* False if there are no formulas of ours. */
static bool set_values(struct md_command *command, struct md_ours *ours, struct md_copying *copying)
{
    static const struct md_office_function also[] = {{"MULTIPLE.OPERATIONS", "table("}};
    struct md_formulas formulas;
    struct md_links links;
    md_first_formula(&formulas, ours, NULL);
    if (!formulas.there)
        return false;
    md_count_also(ours, also, sizeof also / sizeof *also);
    md_links_begin(&links, command, ours);
    for (md_first_formula(&formulas, ours, NULL); formulas.there; md_next_formula(&formulas)) {
        uno_Interface *twin = md_twin(copying, formulas.sheet_index, formulas.column, formulas.row);
        md_copy_shown(copying, formulas.cell, twin);
        md_keep_link(&links, &formulas, twin);
    }
    md_links_end(&links);
    return true;
}

/* What calls a function of ours in the copy outside its cells: conditions (conditions.h), and names (sentence 6). */
static bool settle_others(struct md_command *command, const struct md_ours *document, uno_Interface *copy,
                          struct md_sentence *told)
{
    struct md_ours ours;
    if (!md_ours_in(command, copy, &ours)) {
        command->office.failed = true;
        return false;
    }
    bool load_again = md_settle_conditions(command, document, &ours, told);
    for (size_t i = 0; i < ours.our_name_count; i++)
        md_call(ours.office, ours.names[i].object, "sheet.XNamedRange::setContent", md_utf8("#N/A"));
    return load_again;
}

static bool make_values(struct md_command *command, struct md_ours *ours, uno_Interface *copy, struct md_sentence *told);

/* A sheet that stands inside the copy. What it shows is taken from a copy of itself. */
static bool settle_inner(struct md_command *command, uno_Interface *inner, void *told)
{
    struct md_ours ours;
    uno_Interface *source = md_new_copy(&command->office, inner);
    bool known = source != NULL && md_ours_in(command, source, &ours);
    bool load_again = known && make_values(command, &ours, inner, told);
    command->office.failed |= !known;
    md_close(&command->office, source);
    return load_again;
}

/* Turns all formulas of ours in the copy into values, with nothing computed until all are, and nothing to be undone. True if the copy
 * must be loaded again (conditions.h). */
static bool make_values(struct md_command *command, struct md_ours *ours, uno_Interface *copy, struct md_sentence *told)
{
    struct md_office *office = &command->office;
    struct md_copying copying = md_copying_to(office, ours->document, copy);
    bool recorded = md_true_in(md_get(office, copy, "RecordChanges"));
    md_call(office, copy, "sheet.XCalculatable::enableAutomaticCalculation", md_bool(false));
    md_set(office, copy, "IsUndoEnabled", md_bool(false));
    if (recorded)
        md_set(office, copy, "RecordChanges", md_bool(false));
    bool any = set_values(command, ours, &copying);
    bool load_again = settle_others(command, ours, copy, told);
    load_again |= md_visit_inner(command, copy, settle_inner, told);
    md_compute_copy(&copying);
    if (any)
        md_settle_onlookers(command, ours, &copying);
    if (recorded)
        md_set(office, copy, "RecordChanges", md_bool(true));
    md_set(office, copy, "IsUndoEnabled", md_bool(true));
    return load_again;
}

/* The name of the document without the end of its file's name. */
static struct md_text bare_title(struct md_office *office, uno_Interface *document)
{
    struct md_text title = md_text_in(md_ask(office, document, "frame.XTitle::getTitle"));
    bool is_file = md_true_in(md_ask(office, document, "frame.XStorable::hasLocation"));
    for (size_t end = title.length; is_file && end > 1; end--)
        if (title.units[end - 1] == '.')
            return (struct md_text){title.units, end - 1};
    return title;
}

static void write_title(struct md_command *command, uno_Interface *document, struct md_sentence *title)
{
    enum { MOST = 100 };
    md_say(title, "Kopie met waarden van ", "Copy with values of ");
    md_append_text(title, bare_title(&command->office, document), MOST);
    md_append(title, ", ");
    md_say_moment(title);
}

/* Is a password needed to open the document? */
static bool has_password(struct md_office *office, uno_Interface *document)
{
    md_answer opened_with = md_ask(office, document, "frame.XModel::getArgs");
    return md_property_in(opened_with, "EncryptionData") != NULL || md_property_in(opened_with, "Password") != NULL;
}

/* A window in front of the copy (sentence 9), if there is something to tell. */
static void show_differences(struct md_command *command, uno_Interface *document, uno_Interface *copy, const char *differences,
                             bool loses_formats)
{
    struct md_office *office = &command->office;
    char buffer[5000];
    struct md_sentence text = md_sentence_in(buffer, sizeof buffer, command->language);
    if (has_password(office, document))
        md_say(&text,
               "Uw document vraagt bij het openen om een wachtwoord. De kopie heeft er nog geen: vink bij het opslaan "
               "“Met wachtwoord opslaan” aan.\n\n",
               "Your document asks for a password when it is opened. The copy has none yet: tick “Save with password” when "
               "you save it.\n\n");
    if (loses_formats)
        md_say(&text,
               "Uw LibreOffice slaat niet op in de aanbevolen ODF-versie. Daardoor ontbreekt in deze kopie een deel van de "
               "voorwaardelijke opmaak. Kies de aanbevolen versie bij Extra > Opties > Laden/Opslaan > Algemeen, en maak de "
               "kopie opnieuw.\n\n",
               "Your LibreOffice does not save in the recommended ODF version. That is why some conditional formatting is "
               "missing in this copy. Choose the recommended version in Tools > Options > Load/Save > General, and make the "
               "copy again.\n\n");
    if (differences[0] != 0)
        md_say(&text, "Het document rekende ook buiten de formules met Meedoen. In deze kopie is dat geworden:\n\n",
               "The document also computed with Meedoen outside its formulas. In this copy that has become:\n\n");
    md_append(&text, differences);
    if (text.length == 0)
        return;
    uno_Interface *controller = md_object_in(md_ask(office, copy, "frame.XModel::getCurrentController"));
    command->frame = md_object_in(md_ask(office, controller, "frame.XController::getFrame"));
    md_show_text(command, md_in(command, command->entry->title), buffer);
}

/* Does the copy need its protection off, or a sheet that stands inside it? */
static bool is_out_of_reach(struct md_command *command, uno_Interface *copy, void *unused)
{
    struct md_ours ours;
    (void)unused;
    if (!md_ours_in(command, copy, &ours)) {
        command->office.failed = true;
        return false;
    }
    return md_has_protected_validity(command, &ours) || md_visit_inner(command, copy, is_out_of_reach, NULL);
}

/* The copy in place of another, which is closed; `loses_formats` becomes true if it has not all of its conditional formats. */
static uno_Interface *instead_of(struct md_office *office, uno_Interface *old, uno_Interface *next, bool *loses_formats)
{
    *loses_formats |= next != NULL && !md_keeps_formats(office, old, next);
    md_close(office, old);
    return next;
}

/* The copy, or NULL; says in `told` what differs, and whether conditional formats are lost. */
static uno_Interface *make_copy(struct md_command *command, struct md_ours *ours, struct md_sentence *told, bool *loses_formats)
{
    struct md_office *office = &command->office;
    uno_Interface *before, *copy = md_new_copy(office, ours->document);
    bool unprotects = copy != NULL && is_out_of_reach(command, copy, NULL);
    *loses_formats = copy != NULL && !md_keeps_formats(office, ours->document, copy);
    if (unprotects)
        copy = instead_of(office, copy, md_unprotected(office, copy, &before), loses_formats);
    bool load_again = copy != NULL && make_values(command, ours, copy, told);
    if (copy != NULL && unprotects)
        copy = instead_of(office, copy, md_protected_again(office, copy, before), loses_formats);
    else if (load_again)
        copy = instead_of(office, copy, md_new_copy(office, copy), loses_formats);
    if (copy != NULL && md_has_protected_changes(office, copy))
        copy = instead_of(office, copy, md_without_changes(office, copy), loses_formats);
    return copy;
}

void md_copy_values(struct md_command *command)
{
    struct md_office *office = &command->office;
    uno_Interface *document = md_document(command), *copy = NULL;
    struct md_ours ours;
    char buffer[512], differences[4096];
    bool loses_formats = false;
    struct md_sentence title = md_sentence_in(buffer, sizeof buffer, command->language);
    struct md_sentence told = md_sentence_in(differences, sizeof differences, command->language);
    write_title(command, document, &title);
    if (md_ours_in(command, document, &ours) && !office->failed)
        copy = make_copy(command, &ours, &told, &loses_formats);
    if (copy == NULL || office->failed) {
        md_close(office, copy);
        return;
    }
    if (md_show(command, copy, buffer))
        show_differences(command, document, copy, differences, loses_formats);
}
