package social.parley.fetch;

import java.io.IOException;

/** All ways out of this server: to others of its kind, to strangers, and to chosen services. */
public interface Network extends Fetcher, Courier, Services, AutoCloseable {
  @Override
  void close() throws IOException;
}
