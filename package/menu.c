// SPDX-License-Identifier: EUPL-1.2
/* Addons.xcu, which shows the menu in Calc with its pictures, and ProtocolHandler.xcu, which brings its URLs to the add-in.
 *
 * (1) A picture goes with a URL, in two sizes: what is behind "meedoen:" is its name (menu_icons.py).
 * (2) The office sorts entries by the names of their nodes, as texts: the numbers in them have as many digits as the longest.
 */
#include "writer.h"

#include "../addin/commands/entries.h"

#include <stdio.h>

static void write_head(const char *component)
{
    printf(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"\n"
        "                    oor:name=\"%s\" oor:package=\"org.openoffice.Office\">\n",
        component);
}

static void write_entry(const struct md_entry *entry, size_t number)
{
    printf("          <node oor:name=\"M%02zu\" oor:op=\"replace\">\n"
           "            <prop oor:name=\"URL\"><value>%s</value></prop>\n",
           number, entry->url != NULL ? entry->url : "private:separator");
    if (entry->url != NULL)
        write_texts("            ", "Title", entry->title);
    puts("          </node>");
}

/* The office also has properties for pictures in high contrast, which it no longer reads. */
static void write_picture(const struct md_entry *entry)
{
    const char *name = entry->url + sizeof MD_PROTOCOL - 1;
    printf("      <node oor:name=\"meedoen.%s\" oor:op=\"replace\">\n"
           "        <prop oor:name=\"URL\"><value>%s</value></prop>\n"
           "        <node oor:name=\"UserDefinedImages\">\n"
           "          <prop oor:name=\"ImageSmallURL\"><value>%%origin%%/icons/menu/%s_16.png</value></prop>\n"
           "          <prop oor:name=\"ImageBigURL\"><value>%%origin%%/icons/menu/%s_26.png</value></prop>\n"
           "        </node>\n"
           "      </node>\n",
           name, entry->url, name, name);
}

static void write_pictures(void)
{
    puts("    <node oor:name=\"Images\">");
    for (size_t i = 0; i < md_entries_length; i++)
        if (md_entries[i].url != NULL)
            write_picture(&md_entries[i]);
    puts("    </node>");
}

void write_menu(void)
{
    write_head("Addons");
    puts("  <node oor:name=\"AddonUI\">\n"
         "    <node oor:name=\"OfficeMenuBar\">\n"
         "      <node oor:name=\"meedoen.budget\" oor:op=\"replace\">");
    write_texts("        ", "Title", (struct md_bilingual){"Meedoen", "Meedoen"});
    puts("        <prop oor:name=\"Context\"><value>com.sun.star.sheet.SpreadsheetDocument</value></prop>\n"
         "        <node oor:name=\"Submenu\">");
    for (size_t i = 0; i < md_entries_length; i++)
        write_entry(&md_entries[i], i + 1);
    puts("        </node>\n"
         "      </node>\n"
         "    </node>");
    write_pictures();
    puts("  </node>\n"
         "</oor:component-data>");
}

void write_protocol(void)
{
    write_head("ProtocolHandler");
    puts("  <node oor:name=\"HandlerSet\">\n"
         "    <node oor:name=\"" MD_MENU_IMPLEMENTATION "\" oor:op=\"replace\">\n"
         "      <prop oor:name=\"Protocols\" oor:type=\"oor:string-list\"><value>" MD_PROTOCOL "*</value></prop>\n"
         "    </node>\n"
         "  </node>\n"
         "</oor:component-data>");
}
