package social.parley.federation;

/** May this come in? Asked for every activity after its authority is proven. */
@FunctionalInterface
public interface InboxRule {
  Verdict judge(Received received);
}
