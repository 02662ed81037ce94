/** The life of an alert, one behaviour a test. */
@NullMarked
package org.harmattan.alert;

import org.jspecify.annotations.NullMarked;
