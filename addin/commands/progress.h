// SPDX-License-Identifier: EUPL-1.2
/* How far a long command is: in the status bar, for as long as it can be stopped.
 *
 * Escape stops it, and so does choosing the command again: one runs at a time.
 */
#ifndef MD_PROGRESS_H
#define MD_PROGRESS_H

#include "command.h"

struct md_progress {
    struct md_command *command;
    uno_Interface *indicator, *toolkit, *keys;
};

/* Begins, with a text beside the bar; false if a command runs already, which is then stopped. */
bool md_begin_progress(struct md_progress *progress, struct md_command *command, struct md_bilingual text);

/* Shows how much is done, from 0 to 1; the office then also sees to what its user does meanwhile. False if that was to stop it. */
bool md_go_on(struct md_progress *progress, double done);

void md_end_progress(struct md_progress *progress);

#endif
