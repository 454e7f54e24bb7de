// SPDX-License-Identifier: EUPL-1.2
/* A window with a text, in front of the window that the entry was chosen in.
 *
 * (1) The text stands in a field that cannot be changed: it can be walked through, selected and copied, and a screen reader reads it.
 * (2) The button at the bottom, Enter and Escape close it. Until then the office waits.
 * (3) The window is as high as the text asks for, within bounds.
 */
#ifndef MD_WINDOW_H
#define MD_WINDOW_H

#include "command.h"

void md_show_text(struct md_command *command, const char *title, const char *text);

#endif
