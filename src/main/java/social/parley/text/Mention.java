package social.parley.text;

import social.parley.core.Handle;
import social.parley.core.Iri;

/**
 * Somebody named in a text: the handle, the actor's identifier for the wire, and the profile page
 * that the link in the text leads to.
 */
public record Mention(Handle handle, Iri actor, Iri page) {}
