/** The launcher as a person uses it: a child process on an empty folder. */
@NullMarked
package org.harmattan.launcher;

import org.jspecify.annotations.NullMarked;
