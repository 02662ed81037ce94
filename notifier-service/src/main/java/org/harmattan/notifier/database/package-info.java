/** Transactions and rows in plain JDBC. It knows no table. */
@NullMarked
package org.harmattan.notifier.database;

import org.jspecify.annotations.NullMarked;
