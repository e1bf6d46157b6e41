/** What this server says about itself: limits, rules, texts, neighbours and how lively it is. */
@NullMarked
package social.parley.mastodon.instance;

import org.jspecify.annotations.NullMarked;
