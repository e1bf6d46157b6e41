/** Work that is done later, survives a crash and is tried again when it fails. */
@NullMarked
package social.parley.jobs;

import org.jspecify.annotations.NullMarked;
