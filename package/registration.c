// SPDX-License-Identifier: EUPL-1.2
/* CalcAddIns.xcu: how Calc knows our functions without loading the library.
 *
 * (1) The node's name is the service that Calc instantiates at the first use.
 * (2) DisplayName in both languages and CompatibilityName are one and the same string: which of them a user may type depends on
 *     the language of the office, on an option and on the release.
 * (3) Parameters are matched by the name in the IDL.
 * (4) Every parameter is an any, so the Function Wizard calls all of them optional: the text of one that must be given says so.
 * (5) The description of a function ends with how to have it explained, for the window has no help and an error no words.
 * (6) Before that one that gives several outcomes says how the window shows them all: with its box ticked it fills what is selected.
 */
#include "writer.h"

#include <stdio.h>

static void write_texts_after(struct md_bilingual start, const char *indent, const char *property, struct md_bilingual text)
{
    printf("%s<prop oor:name=\"%s\">\n%s  <value xml:lang=\"en-US\">%s", indent, property, indent, start.en);
    write_escaped(text.en);
    printf("</value>\n%s  <value xml:lang=\"nl\">%s", indent, start.nl);
    write_escaped(text.nl);
    printf("</value>\n%s</prop>\n", indent);
}

void write_texts(const char *indent, const char *property, struct md_bilingual text)
{
    write_texts_after((struct md_bilingual){"", ""}, indent, property, text);
}

static void write_parameter(const struct md_parameter *parameter)
{
    printf("            <node oor:name=\"%s\" oor:op=\"replace\">\n", parameter->name);
    write_texts("              ", "DisplayName", parameter->label);
    struct md_bilingual start = {"Verplicht. ", "Required. "}; /* sentence 4 */
    if (parameter->optional)
        start = (struct md_bilingual){"", ""};
    write_texts_after(start, "              ", "Description", parameter->description);
    puts("            </node>");
}

/* Sentences 5 and 6. */
static void write_description(const struct md_function *function)
{
    const char *const boxes[] = {" In this window: select the cells first, and tick Array.",
                                 " In dit venster: selecteer eerst de cellen en vink Matrix aan."};
    const char *const ends[] = {" An error? =KANSEN_EXPLAIN(&quot;%s&quot;;;…)",
                                " Een fout? =KANSEN_EXPLAIN(&quot;%s&quot;;;…)"};
    puts("          <prop oor:name=\"Description\">");
    for (int language = 0; language < 2; language++) {
        printf("            <value xml:lang=\"%s\">", language == 0 ? "en-US" : "nl");
        write_escaped(language == 0 ? function->description.en : function->description.nl);
        if (function->gives_several)
            fputs(boxes[language], stdout);
        if (function->formula != md_kansen_explain)
            printf(ends[language], function->name);
        puts("</value>");
    }
    puts("          </prop>");
}

static void write_function(const struct md_function *function)
{
    printf("        <node oor:name=\"%s\" oor:op=\"replace\">\n", function->method);
    write_texts("          ", "DisplayName", (struct md_bilingual){function->name, function->name});
    write_description(function);
    puts("          <prop oor:name=\"Category\"><value>Add-In</value></prop>");
    printf("          <prop oor:name=\"CompatibilityName\"><value xml:lang=\"en-US\">%s</value></prop>\n", function->name);
    puts("          <node oor:name=\"Parameters\">");
    for (const struct md_parameter *const *parameter = function->parameters; *parameter != NULL; parameter++)
        write_parameter(*parameter);
    puts("          </node>\n"
         "        </node>");
}

void write_registration(void)
{
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"\n"
         "                    oor:name=\"CalcAddIns\" oor:package=\"org.openoffice.Office\">\n"
         "  <node oor:name=\"AddInInfo\">\n"
         "    <node oor:name=\"meedoen.Budget\" oor:op=\"replace\">\n"
         "      <node oor:name=\"AddInFunctions\">");
    for (size_t i = 0; i < md_catalogue_length; i++)
        write_function(&md_catalogue[i]);
    puts("      </node>\n"
         "    </node>\n"
         "  </node>\n"
         "</oor:component-data>");
}
