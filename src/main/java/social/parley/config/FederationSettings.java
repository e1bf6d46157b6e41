package social.parley.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How this server deals with others.
 *
 * @param allow private networks that federation may reach
 * @param trust PEM file of a certificate authority beside the usual ones
 * @param onlyAllowed deals only with the servers that the staff has allowed
 * @param secureFetch shows people and posts only to servers that sign their requests
 * @param blocksShown who may read which domains are blocked
 */
public record FederationSettings(
    List<AddressRange> allow,
    @Nullable Path trust,
    boolean onlyAllowed,
    boolean secureFetch,
    Disclosure blocksShown) {}
