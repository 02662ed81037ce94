/**
 * What the API says: one record a thing, field names as on the topics. No SQL, no HTTP.
 */
@NullMarked
package org.harmattan.console.view;

import org.jspecify.annotations.NullMarked;
