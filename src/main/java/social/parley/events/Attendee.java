package social.parley.events;

import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;

/** Somebody and an event, with the address of the activity that says how they stand to it. */
record Attendee(long id, ActorId actorId, PostId postId, Attendance state, Iri iri) {}
