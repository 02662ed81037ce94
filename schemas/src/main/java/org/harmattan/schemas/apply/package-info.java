/** Makes topics and subjects as the catalogue wants them, idempotently. It never deletes anything and never changes a partition count. */
@NullMarked
package org.harmattan.schemas.apply;

import org.jspecify.annotations.NullMarked;
