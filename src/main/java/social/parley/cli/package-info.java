/** The command line: serving, and what the people who run a server do from a shell. */
@NullMarked
package social.parley.cli;

import org.jspecify.annotations.NullMarked;
