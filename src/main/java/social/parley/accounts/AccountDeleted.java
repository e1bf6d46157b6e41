package social.parley.accounts;

import social.parley.core.AccountId;
import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody's account is gone for good; whatever else is theirs must go too. */
public record AccountDeleted(AccountId account, ActorId actor) implements Announcement {}
