/** The client API that Mastodon's apps speak: one class a resource, one record a JSON shape. */
@NullMarked
package social.parley.mastodon;

import org.jspecify.annotations.NullMarked;
