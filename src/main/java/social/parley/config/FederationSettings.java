package social.parley.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which private networks federation may reach, and whom it trusts beside the usual authorities. */
public record FederationSettings(List<AddressRange> allow, @Nullable Path trust) {}
