/**
 * What people ask of an alert, on its way to the commands topic. It decides nothing about the alert.
 */
@NullMarked
package org.harmattan.console.command;

import org.jspecify.annotations.NullMarked;
