/** What a report says, whatever its kind: its envelope, its kind, the digest of what its sender sent. */
@NullMarked
package org.harmattan.schemas.content;

import org.jspecify.annotations.NullMarked;
