package social.parley.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program as it introduces itself; the lists may hold several values parted by blanks. */
public record NewApplication(
    String name, List<String> redirectUris, String scopes, @Nullable String website) {}
