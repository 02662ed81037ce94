/** Tests of the sentences: golden files for what people read. */
@NullMarked
package org.harmattan.explanation;

import org.jspecify.annotations.NullMarked;
