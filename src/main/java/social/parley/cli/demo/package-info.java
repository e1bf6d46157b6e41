/**
 * Three communities on one machine, with people who talk to each other, for whoever tries Parley.
 */
@NullMarked
package social.parley.cli.demo;

import org.jspecify.annotations.NullMarked;
