package social.parley.actors;

import social.parley.core.Iri;

/** A picture that stands for {@code :shortcode:} in a name or a text. */
public record CustomEmoji(String shortcode, Iri url) {}
