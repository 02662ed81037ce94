/**
 * {@code import}: sends files to ingest-service and tells what became of their rows. It knows no format but to name it, and
 * counts nothing itself.
 */
@NullMarked
package org.harmattan.cli.imports;

import org.jspecify.annotations.NullMarked;
