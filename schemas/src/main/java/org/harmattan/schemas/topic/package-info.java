/** The typed catalogue of topics: names, keys, values, partitions, retention, audiences and lanes live here and nowhere else. It never talks to a broker. */
@NullMarked
package org.harmattan.schemas.topic;

import org.jspecify.annotations.NullMarked;
