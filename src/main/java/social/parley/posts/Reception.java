package social.parley.posts;

/** How something that arrives from elsewhere is taken. */
enum Reception {
  FREE,
  /** Kept, and shown when the author of its target agrees. */
  HELD,
  UNWELCOME;

  /** {@code proven} when the target's author is known to agree. */
  static Reception of(Permission permission, Post target, boolean proven) {
    if (target.local())
      return switch (permission) {
        case OPEN -> target.held() ? HELD : FREE;
        case KNOWN, MANUAL -> HELD;
        case UNKNOWN, DENIED -> UNWELCOME;
      };
    return permission == Permission.OPEN || proven ? FREE : HELD;
  }
}
