package social.parley.text;

import java.util.Optional;
import social.parley.core.Handle;

/** Says who a handle belongs to; a handle of nobody known stays plain text. */
@FunctionalInterface
public interface MentionResolver {
  /** Knows nobody, so that nothing becomes a mention. */
  MentionResolver NOBODY = _ -> Optional.empty();

  /** The mentioned actor; people of this server are asked for with this server's domain. */
  Optional<Mention> resolve(Handle handle);
}
