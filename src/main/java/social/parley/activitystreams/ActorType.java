package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;

/** The five actor types of the vocabulary. */
public enum ActorType {
  PERSON("Person"),
  SERVICE("Service"),
  APPLICATION("Application"),
  GROUP("Group"),
  ORGANIZATION("Organization");

  private final String wire;

  ActorType(String wire) {
    this.wire = wire;
  }

  /** The type as documents write it. */
  public String wire() {
    return wire;
  }

  static @Nullable ActorType of(String type) {
    return switch (type) {
      case "Person" -> PERSON;
      case "Service" -> SERVICE;
      case "Application" -> APPLICATION;
      // Feeds (PieFed) are lists of communities that announce like one.
      case "Group", "Feed" -> GROUP;
      case "Organization" -> ORGANIZATION;
      default -> null;
    };
  }
}
