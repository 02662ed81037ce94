/** The source registry in memory, read from its topic: who may send, with which grade. Nothing is written to it here. */
@NullMarked
package org.harmattan.ingest.source;

import org.jspecify.annotations.NullMarked;
