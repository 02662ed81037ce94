/** The {@code harmattan} command: its entry and its list of subcommands. What a subcommand does never enters here. */
@NullMarked
package org.harmattan.cli;

import org.jspecify.annotations.NullMarked;
