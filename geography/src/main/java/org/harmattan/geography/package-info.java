/**
 * The region catalogue: which region a point lies in, which regions share a border and how long it is, what regions and
 * countries are called in English and French, and which theatre owns them. Values in, values out: no Kafka, no network,
 * no logging, no clock ever enters it, and nothing here knows what a report or an alert is.
 */
@NullMarked
package org.harmattan.geography;

import org.jspecify.annotations.NullMarked;
