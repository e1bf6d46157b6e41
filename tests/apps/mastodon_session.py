"""A session with Mastodon.py: argv is the server's address, a picture, a friend and a post of another server.

Prints the address at which somebody must agree, reads the code that they get, then one line a step.
"""
import queue
import sys
import time
from datetime import datetime, timedelta, timezone

from mastodon import (
    CallbackStreamListener,
    Mastodon,
    MastodonIllegalArgumentError,
    MastodonNotFoundError,
    MastodonUnauthorizedError,
    MastodonAPIError,
)

SCOPES = ["read", "write", "follow", "push"]


def expect(error, action, *arguments, **named):
    try:
        action(*arguments, **named)
    except error:
        return
    raise AssertionError(f"{action.__name__} should have raised {error.__name__}")


def log_in(url):
    client_id, secret = Mastodon.create_app("Session", scopes=SCOPES, api_base_url=url)
    api = Mastodon(client_id, secret, api_base_url=url, ratelimit_method="throw")
    print("agree", api.auth_request_url(scopes=SCOPES), flush=True)
    expect(MastodonIllegalArgumentError, api.log_in, code="a wrong code", scopes=SCOPES)
    api.log_in(code=input(), scopes=SCOPES)
    expect(MastodonIllegalArgumentError, api.log_in, username="ada", password="no", scopes=SCOPES)
    assert api.app_verify_credentials().name == "Session"
    print("logged in as", api.me().acct)
    return api


def look_around(api):
    instance = api.instance()
    assert instance.title and instance.configuration.statuses.max_characters >= 500
    assert api.instance_nodeinfo().software.name == "parley"
    api.instance_peers(), api.custom_emojis(), api.preferences(), api.announcements(), api.instance_rules()
    assert len(api.instance_activity()) == 12
    assert all("@" not in account.acct for account in api.directory(local=True, order="new"))
    print("looked around")


def profile(api):
    me = api.account_update_credentials(display_name="Ada L.", note="Hello", fields=[("Home", "Here")])
    assert me.display_name == "Ada L." and me.fields[0].name == "Home"
    assert api.account(me.id).note == "<p>Hello</p>"
    print("profile changed")


def write(api, picture):
    media = api.media_post(picture, description="A leaf", focus=(0.5, -0.5), synchronous=True)
    assert media.type == "image" and media.meta.focus.x == 0.5
    media = api.media_update(media, description="A green leaf")
    post = api.status_post("Look #garden", media_ids=media, spoiler_text="Leaves", sensitive=True,
                           language="en", visibility="unlisted", idempotency_key="leaf")
    again = api.status_post("Look #garden", idempotency_key="leaf")
    assert again.id == post.id
    assert post.media_attachments[0].description == "A green leaf" and post.sensitive
    assert post.spoiler_text == "Leaves" and post.language == "en" and post.tags[0].name == "garden"
    edited = api.status_update(post, "Look again #garden", spoiler_text="Leaves")
    assert edited.edited_at and len(api.status_history(post)) == 2
    assert api.status_source(post).text == "Look again #garden"
    print("posted with a picture")
    return post


def ask(api, friend):
    poll = api.make_poll(["Tea", "Coffee"], expires_in=3600, multiple=False)
    post = api.status_post("What would you like?", poll=poll)
    friend.poll_vote(post.poll, 1)
    voted = friend.poll(post.poll)
    assert voted.voted and [option.votes_count for option in voted.options] == [0, 1]
    assert api.poll(post.poll).votes_count == 1
    expect(MastodonAPIError, friend.poll_vote, post.poll, 0)
    print("asked")


def talk(api, friend):
    question = api.status_post(f"Are you there, @{friend.me().acct}?")
    answer = friend.status_reply(question, "Yes")
    context = api.status_context(answer)
    assert [post.id for post in context.ancestors] == [question.id]
    assert [post.id for post in api.status_context(question).descendants] == [answer.id]
    assert api.status_favourite(answer).favourited and api.status_favourited_by(answer)[0].id == api.me().id
    assert api.favourites()[0].id == answer.id
    boost = api.status_reblog(answer)
    assert boost.reblog.id == answer.id and api.status_reblogged_by(answer)
    assert api.status_bookmark(answer).bookmarked and api.bookmarks()[0].id == answer.id
    seen = {notification.type for notification in friend.notifications()}
    assert {"mention", "favourite", "reblog"} <= seen, seen
    assert friend.notifications(types=["favourite"])[0].status.id == answer.id
    assert not api.status_unfavourite(answer).favourited
    assert not api.status_unreblog(answer).reblogged and not api.status_unbookmark(answer).bookmarked
    assert api.status_pin(question).pinned
    assert api.account_statuses(api.me(), pinned=True)[0].id == question.id
    api.status_unpin(question)
    print("talked")


def befriend(api, friend):
    other = friend.me()
    assert api.account_follow(other).following
    assert [one.id for one in api.account_following(api.me())] == [other.id]
    assert friend.account_relationships(api.me())[0].followed_by
    assert friend.notifications(types=["follow"])[0].account.id == api.me().id
    secret = friend.status_post("Only for you", visibility="private")
    assert secret.id in [post.id for post in api.timeline_home()]
    assert api.account_mute(other, duration=600).muting and api.mutes()[0].id == other.id
    assert not api.account_unmute(other).muting
    assert api.account_block(other).blocking and api.blocks()[0].id == other.id
    api.account_unblock(other)
    assert not api.account_relationships(other)[0].following
    friend.account_update_credentials(locked=True)
    assert api.account_follow(other).requested
    assert friend.follow_requests()[0].id == api.me().id
    friend.follow_request_authorize(api.me())
    assert api.account_relationships(other)[0].following
    expect(MastodonNotFoundError, api.account_follow, 1)
    print("befriended")


def arrange(api, friend):
    other = friend.me()
    choir = api.list_create("Choir")
    api.list_accounts_add(choir, other)
    assert api.list_accounts(choir)[0].id == other.id and api.account_lists(other)[0].id == choir.id
    song = friend.status_post("A song #music")
    assert api.timeline_list(choir)[0].id == song.id
    filtered = api.filter_create("spoiler", ["home"], whole_word=True)
    assert api.filters()[0].phrase == "spoiler"
    api.filter_delete(filtered)
    assert api.account_note_set(other, "Sings").note == "Sings"
    assert api.account_pin(other).endorsed and api.endorsements()[0].id == other.id
    featured = api.featured_tag_create("garden")
    assert api.featured_tags()[0].id == featured.id
    api.featured_tag_delete(featured)
    api.domain_block("spam.example")
    assert api.domain_blocks() == ["spam.example"]
    api.domain_unblock("spam.example")
    letter = friend.status_post("@ada Between us", visibility="direct")
    conversation = api.conversations()[0]
    assert conversation.last_status.id == letter.id and conversation.unread
    assert not api.conversations_read(conversation).unread
    in_an_hour = datetime.now(timezone.utc) + timedelta(hours=1)
    waiting = api.status_post("Later", scheduled_at=in_an_hour)
    assert api.scheduled_statuses()[0].id == waiting.id
    moved = api.scheduled_status_update(waiting, in_an_hour + timedelta(hours=1))
    assert moved.scheduled_at > waiting.scheduled_at
    api.scheduled_status_delete(waiting)
    assert api.scheduled_statuses() == []
    assert api.report(other, status_ids=[song], comment="Out of tune", category="other").comment == "Out of tune"
    print("arranged")
    return choir


def subscribe(api):
    _, public = api.push_subscription_generate_keys()
    made = api.push_subscription_set("https://push.example/session", public, mention_events=True)
    assert made.alerts.mention and not made.alerts.follow and made.server_key
    changed = api.push_subscription_update(follow_events=True)
    assert changed.alerts.follow
    api.push_subscription_delete()
    expect(MastodonNotFoundError, api.push_subscription)
    print("subscribed")


def find(api, friend, far_post):
    name = friend.me().acct
    assert api.account_lookup(name).acct == name
    assert api.account_search(name)[0].acct == name
    assert api.search("#garden", result_type="hashtags", exclude_unreviewed=False).hashtags[0].name == "garden"
    found = api.search(far_post, resolve=True).statuses[0]
    assert found.url == far_post or found.uri == far_post
    assert "@" in found.account.acct
    assert api.search("@" + found.account.acct, resolve=True).accounts[0].id == found.account.id
    print("found", found.account.acct)


def page(api):
    wanted = [api.status_post(f"Number {i} #count", visibility="public").id for i in range(7)][::-1]
    first = api.timeline_local(limit=3)
    second = api.fetch_next(first)
    assert [post.id for post in first] + [post.id for post in second] == wanted[:6]
    assert [post.id for post in api.fetch_previous(second)] == wanted[:3]
    mine = api.account_statuses(api.me(), limit=4)
    assert len(api.fetch_remaining(mine)) == api.me().statuses_count
    assert [post.id for post in api.timeline_public(min_id=wanted[4], limit=2)] == wanted[2:4]
    assert [post.id for post in api.timeline_home(max_id=wanted[0])][:2] == wanted[1:3]
    assert [post.id for post in api.timeline_hashtag("count")] == wanted
    api.markers_set(["home"], [wanted[0]])
    assert str(api.markers_get(["home"]).home.last_read_id) == str(wanted[0])
    print("paged")


def overhear(api, friend, choir):
    heard = queue.Queue()

    def listener(name):
        return CallbackStreamListener(update_handler=lambda post: heard.put((name, post.id)),
                                      conversation_handler=lambda one: heard.put((name, one.last_status.id)))

    streams = [api.stream_public(listener("public"), run_async=True),
               api.stream_local(listener("local"), run_async=True),
               api.stream_hashtag("overheard", listener("hashtag"), run_async=True),
               api.stream_list(choir, listener("list"), run_async=True),
               api.stream_direct(listener("direct"), run_async=True)]
    while not all(stream.is_receiving() for stream in streams):
        time.sleep(0.01)
    post = friend.status_post("By the way #overheard")
    letter = friend.status_post("@ada Quietly", visibility="direct")
    expected = {(name, post.id) for name in ("public", "local", "hashtag", "list")} | {("direct", letter.id)}
    while expected:
        expected.discard(heard.get(timeout=20))
    print("overheard")


def listen(api, friend):
    heard = queue.Queue()
    listener = CallbackStreamListener(
        update_handler=lambda post: heard.put(("update", post)),
        notification_handler=lambda told: heard.put(("notification", told)),
        delete_handler=lambda post_id: heard.put(("delete", post_id)),
        filters_changed_handler=lambda: heard.put(("filters", None)),
    )
    assert api.stream_healthy()
    stream = api.stream_user(listener, run_async=True)
    while not stream.is_receiving():
        time.sleep(0.01)
    # Our own posts come, too; a mention comes as a notification.
    post = friend.status_post("@ada Are you listening?")
    kind, told = heard.get(timeout=20)
    while kind != "notification":
        kind, told = heard.get(timeout=20)
    assert told.type == "mention" and told.status.id == post.id
    mine = api.status_post("I am")
    kind, update = heard.get(timeout=20)
    while kind != "update" or update.id != mine.id:
        kind, update = heard.get(timeout=20)
    api.status_delete(mine)
    kind, gone = heard.get(timeout=20)
    while kind != "delete":
        kind, gone = heard.get(timeout=20)
    assert str(gone) == str(mine.id)
    stream.close()
    print("listened")


def tidy_up(api, post):
    deleted = api.status_delete(post)
    assert deleted.text == "Look again #garden"
    expect(MastodonNotFoundError, api.status, post)
    expect(MastodonAPIError, api.status_post, "x" * 100_000)
    api.notifications_clear()
    assert api.notifications() == []
    token = api.access_token
    api.revoke_access_token()
    late = Mastodon(access_token=token, api_base_url=api.api_base_url)
    expect(MastodonUnauthorizedError, late.me)
    print("left")


def main(url, picture, friends_token, far_post):
    api = log_in(url)
    friend = Mastodon(access_token=friends_token, api_base_url=url)
    look_around(api)
    profile(api)
    post = write(api, picture)
    ask(api, friend)
    talk(api, friend)
    befriend(api, friend)
    choir = arrange(api, friend)
    subscribe(api)
    find(api, friend, far_post)
    page(api)
    overhear(api, friend, choir)
    listen(api, friend)
    tidy_up(api, post)


main(*sys.argv[1:])
