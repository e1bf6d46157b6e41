package social.parley.activitystreams;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Which record stands for which activity type. */
final class ActivityTypes {
  private static final Map<String, BiFunction<Envelope, List<Ref>, Activity>> RECORDS =
      Map.ofEntries(
          Map.entry("Create", Activity.Create::new),
          Map.entry("Update", Activity.Update::new),
          Map.entry("Delete", Activity.Delete::new),
          Map.entry("Follow", Activity.Follow::new),
          Map.entry("Accept", Activity.Accept::new),
          Map.entry("TentativeAccept", Activity.TentativeAccept::new),
          Map.entry("Reject", Activity.Reject::new),
          Map.entry("TentativeReject", Activity.TentativeReject::new),
          Map.entry("Add", Activity.Add::new),
          Map.entry("Remove", Activity.Remove::new),
          Map.entry("Like", Activity.Like::new),
          Map.entry("Dislike", Activity.Dislike::new),
          Map.entry("EmojiReact", Activity.EmojiReact::new),
          Map.entry("Announce", Activity.Announce::new),
          Map.entry("Undo", Activity.Undo::new),
          Map.entry("Block", Activity.Block::new),
          Map.entry("Flag", Activity.Flag::new),
          Map.entry("Move", Activity.Move::new),
          Map.entry("Join", Activity.Join::new),
          Map.entry("Leave", Activity.Leave::new),
          Map.entry("Invite", Activity.Invite::new),
          Map.entry("Ignore", Activity.Ignore::new),
          Map.entry("Offer", Activity.Offer::new),
          Map.entry("View", Activity.View::new),
          Map.entry("Read", Activity.Read::new),
          Map.entry("Listen", Activity.Listen::new),
          Map.entry("Lock", Activity.Lock::new),
          Map.entry("Resolve", Activity.Resolve::new),
          Map.entry("Warn", Activity.Warn::new),
          Map.entry("PollVote", Activity.PollVote::new),
          Map.entry("ChooseAnswer", Activity.ChooseAnswer::new),
          Map.entry("Rate", Activity.Rate::new),
          Map.entry("QuoteRequest", Activity.QuoteRequest::new),
          Map.entry("LikeRequest", Activity.LikeRequest::new),
          Map.entry("ReplyRequest", Activity.ReplyRequest::new),
          Map.entry("AnnounceRequest", Activity.AnnounceRequest::new),
          Map.entry("ApproveReply", Activity.ApproveReply::new),
          Map.entry("RejectReply", Activity.RejectReply::new),
          Map.entry("FeatureRequest", Activity.FeatureRequest::new),
          Map.entry("WatchAction", Activity.WatchAction::new),
          Map.entry("Travel", Activity.Travel::new),
          Map.entry("Arrive", Activity.Arrive::new));

  private ActivityTypes() {}

  static boolean isKnown(String type) {
    return RECORDS.containsKey(type);
  }

  static Set<String> names() {
    return RECORDS.keySet();
  }

  static Activity of(String type, Envelope envelope, List<Ref> objects) {
    var constructor = RECORDS.get(type);
    return constructor == null
        ? new Activity.OtherActivity(type, envelope, objects)
        : constructor.apply(envelope, objects);
  }
}
