package social.parley.posts;

import social.parley.core.ActorId;

/** Somebody whom a post names, or is addressed to, or both; both together notify. */
record Addressee(ActorId actor, boolean named, boolean addressed) {}
