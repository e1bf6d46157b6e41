package social.parley.fetch;

import java.io.IOException;
import java.util.function.Consumer;

/** All ways out of this server: to others of its kind, to strangers, and to chosen services. */
public interface Network extends Fetcher, Courier, Services, AutoCloseable {
  /** Who is told which host has answered when it was asked for something. */
  void listen(Consumer<String> answered);

  @Override
  void close() throws IOException;
}
