/** {@code topics apply} and {@code topics plan}: the catalogue's topics and schemas, made on a cluster or only shown. */
@NullMarked
package org.harmattan.cli.topics;

import org.jspecify.annotations.NullMarked;
