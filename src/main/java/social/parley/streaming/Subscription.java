package social.parley.streaming;

import java.util.List;

/** That a connection listens to a channel; {@code words} are what its program calls the channel. */
public record Subscription(Connection connection, Channel channel, List<String> words) {
  public Subscription {
    words = List.copyOf(words);
  }
}
