package social.parley.web;

import social.parley.accounts.Account;
import social.parley.accounts.Role;
import social.parley.accounts.Session;
import social.parley.actors.Actor;
import social.parley.core.ActorId;

/** The person who looks at a page: their login, and who they are to others. */
public record Visitor(Account account, Actor actor, Session session) {
  public ActorId id() {
    return actor.id();
  }

  public boolean isAdmin() {
    return account.role().isAtLeast(Role.ADMIN);
  }

  public boolean isModerator() {
    return account.role().isAtLeast(Role.MODERATOR);
  }
}
