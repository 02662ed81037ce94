/** The platform as its users meet it: one process, started by the launcher, reached over HTTP, topics, mail and a browser. */
@NullMarked
package org.harmattan.story;

import org.jspecify.annotations.NullMarked;
