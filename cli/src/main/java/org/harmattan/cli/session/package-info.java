/**
 * What a command works on: the cluster, the registry, the services and the data folder, how it reaches them, and how it
 * fails. What any single command does never enters here.
 */
@NullMarked
package org.harmattan.cli.session;

import org.jspecify.annotations.NullMarked;
