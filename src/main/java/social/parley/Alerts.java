package social.parley;

import social.parley.accounts.Accounts;
import social.parley.actors.Actors;
import social.parley.follows.Follows;
import social.parley.notifications.NotificationPolicies;
import social.parley.notifications.Notifications;
import social.parley.notifications.RecentNotifications;
import social.parley.posts.Posts;
import social.parley.push.PushSubscriptions;
import social.parley.push.Pusher;
import social.parley.push.VapidKeys;

/** Whom people want to hear of, and how they are told while they do not look. */
record Alerts(
    NotificationPolicies policies,
    VapidKeys vapid,
    PushSubscriptions subscriptions,
    Pusher pusher) {

  static Alerts of(
      Plumbing plumbing,
      Accounts accounts,
      Actors actors,
      Follows follows,
      Posts posts,
      Notifications notifications,
      RecentNotifications recent) {
    var database = plumbing.database();
    var clock = plumbing.clock();
    VapidKeys vapid = new VapidKeys(plumbing.settings(), database, clock);
    return new Alerts(
        new NotificationPolicies(database, recent),
        vapid,
        new PushSubscriptions(database, clock, plumbing.random()),
        new Pusher(
            new Pusher.Needs(
                database,
                clock,
                plumbing.random(),
                plumbing.jobs(),
                plumbing.fetcher(),
                vapid,
                accounts,
                actors,
                follows,
                posts,
                notifications)));
  }
}
