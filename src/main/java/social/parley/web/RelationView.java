package social.parley.web;

import social.parley.core.ActorId;
import social.parley.follows.Relationship;

/**
 * How the visitor stands to somebody, and the buttons that change it; {@code server} is empty where
 * that is this one.
 */
public record RelationView(
    ActorId person,
    String name,
    boolean locked,
    boolean following,
    boolean requested,
    boolean followsBack,
    boolean asks,
    boolean blocking,
    boolean blockedBy,
    boolean muting,
    boolean notifying,
    boolean showingBoosts,
    boolean recommended,
    String server,
    boolean hidingServer,
    String note) {
  static RelationView of(PersonView person, Relationship relationship) {
    return new RelationView(
        person.id(),
        person.plainName(),
        person.locked(),
        relationship.following(),
        relationship.requested(),
        relationship.followedBy(),
        relationship.requestedBy(),
        relationship.blocking(),
        relationship.blockedBy(),
        relationship.muting(),
        relationship.notifying(),
        relationship.showingBoosts(),
        relationship.endorsed(),
        person.server(),
        relationship.hidingDomain(),
        relationship.note());
  }
}
