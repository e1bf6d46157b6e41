/** The only door to the network: fetches documents and files, delivers activities. */
@NullMarked
package social.parley.fetch;

import org.jspecify.annotations.NullMarked;
