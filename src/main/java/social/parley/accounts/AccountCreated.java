package social.parley.accounts;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import social.parley.storage.Announcement;

/**
 * Somebody has signed up; a moderator must still approve them if {@code approved} is false. The
 * address is theirs, where they did so themselves.
 */
public record AccountCreated(Account account, @Nullable InetAddress address)
    implements Announcement {}
