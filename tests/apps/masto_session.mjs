// A session with masto.js. Arguments: the server's address, a picture, a friend's token, the address of a post of
// another server. Prints the address at which somebody must agree, reads the code that they get, then a line a step.
import assert from "node:assert/strict";
import { createECDH, createHash, randomBytes } from "node:crypto";
import { openAsBlob } from "node:fs";
import { createInterface } from "node:readline/promises";
import { createOAuthAPIClient, createRestAPIClient, createStreamingAPIClient, MastoHttpError } from "masto";
import WebSocket from "ws";

const [url, picture, friendsToken, farPost] = process.argv.slice(2);
const redirectUri = "urn:ietf:wg:oauth:2.0:oob";
const scope = "read write follow push";
const oauth = createOAuthAPIClient({ url });

const refused = (promise, status) =>
  assert.rejects(promise, (error) => error instanceof MastoHttpError && error.statusCode === status);

async function logIn() {
  const anonymous = createRestAPIClient({ url });
  const app = await anonymous.v1.apps.create({ clientName: "Session", redirectUris: redirectUri, scopes: scope });
  const codeVerifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    response_type: "code",
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope,
    code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  console.log(`agree ${url}/oauth/authorize?${query}`);
  const input = createInterface({ input: process.stdin });
  const code = await input[Symbol.asyncIterator]().next().then((line) => line.value);
  input.close();
  const given = { clientId: app.clientId, clientSecret: app.clientSecret, redirectUri, code, scope };
  const grantType = "authorization_code";
  await refused(oauth.token.create({ ...given, grantType }), 400);
  const token = await oauth.token.create({ ...given, grantType, codeVerifier });
  assert.equal(token.scope, scope);
  const api = createRestAPIClient({ url, accessToken: token.accessToken });
  assert.equal((await api.v1.apps.verifyCredentials()).name, "Session");
  const me = await api.v1.accounts.verifyCredentials();
  console.log("logged in as", me.acct);
  return { api, me, app, token };
}

async function lookAround(api) {
  const instance = await api.v2.instance.fetch();
  assert.ok(instance.configuration.urls.streaming && instance.configuration.statuses.maxCharacters >= 500);
  await Promise.all([api.v1.preferences.fetch(), api.v1.customEmojis.list(), api.v1.instance.fetch()]);
  const changed = await api.v1.accounts.updateCredentials({
    displayName: "Ada L.",
    avatar: await openAsBlob(picture, { type: "image/png" }),
    fieldsAttributes: [{ name: "Home", value: "Here" }],
    source: { privacy: "unlisted" },
  });
  assert.equal(changed.displayName, "Ada L.");
  assert.equal(changed.fields[0].name, "Home");
  assert.equal(changed.source.privacy, "unlisted");
  const avatar = await fetch(changed.avatar);
  assert.ok(avatar.ok && avatar.headers.get("content-type").startsWith("image/"));
  console.log("looked around");
}

async function write(api) {
  const file = await openAsBlob(picture, { type: "image/png" });
  const media = await api.v2.media.create({ file, description: "A leaf", focus: "0.5,-0.5" });
  assert.ok(media.url && media.blurhash && media.meta.original.width === 48);
  const post = await api.v1.statuses.create({
    status: "Look #garden",
    mediaIds: [media.id],
    spoilerText: "Leaves",
    sensitive: true,
    visibility: "public",
  });
  assert.equal(post.mediaAttachments[0].description, "A leaf");
  assert.ok((await fetch(post.mediaAttachments[0].url)).ok);
  const edited = await api.v1.statuses.$select(post.id).update({
    status: "Look again #garden",
    mediaIds: [media.id],
    mediaAttributes: [{ id: media.id, description: "A green leaf" }],
  });
  assert.equal(edited.mediaAttachments[0].description, "A green leaf");
  assert.ok(edited.editedAt);
  assert.equal((await api.v1.statuses.$select(post.id).history.list()).length, 2);
  await refused(api.v1.statuses.create({ status: "" }), 422);
  console.log("posted with a picture");
  return post;
}

async function ask(api, friend) {
  const poll = { options: ["Tea", "Coffee"], expiresIn: 3600, multiple: true };
  const post = await api.v1.statuses.create({ status: "What would you like?", poll });
  const voted = await friend.v1.polls.$select(post.poll.id).votes.create({ choices: [0, 1] });
  assert.deepEqual(voted.ownVotes, [0, 1]);
  assert.equal((await api.v1.polls.$select(post.poll.id).fetch()).votersCount, 1);
  console.log("asked");
}

async function befriend(api, friend, me) {
  const other = await friend.v1.accounts.verifyCredentials();
  const them = api.v1.accounts.$select(other.id);
  assert.ok((await them.follow({ reblogs: true, notify: true })).following);
  const [relationship] = await friend.v1.accounts.relationships.fetch({ id: [me.id] });
  assert.ok(relationship.followedBy);
  assert.equal((await them.followers.list())[0].id, me.id);
  const secret = await friend.v1.statuses.create({ status: "Only for you", visibility: "private" });
  assert.ok((await api.v1.timelines.home.list()).some((post) => post.id === secret.id));
  assert.ok((await them.mute({ notifications: false, duration: 600 })).muting);
  assert.equal((await them.unmute()).muting, false);
  assert.ok((await them.block()).blocking);
  await refused(friend.v1.accounts.$select(me.id).follow(), 403);
  assert.equal((await them.unblock()).following, false);
  console.log("befriended");
  return other;
}

async function talk(api, friend, me, other) {
  const question = await api.v1.statuses.create({ status: `Are you there, @${other.acct}?`, visibility: "direct" });
  assert.equal(question.mentions[0].id, other.id);
  const inReplyToId = question.id;
  const answer = await friend.v1.statuses.create({ status: `@${me.acct} Yes`, inReplyToId, visibility: "public" });
  const context = await api.v1.statuses.$select(question.id).context.fetch();
  assert.deepEqual(context.descendants.map((post) => post.id), [answer.id]);
  const there = api.v1.statuses.$select(answer.id);
  assert.ok((await there.favourite()).favourited);
  assert.equal((await there.favouritedBy.list())[0].id, me.id);
  assert.equal((await there.reblog({ visibility: "unlisted" })).reblog.id, answer.id);
  assert.ok((await there.bookmark()).bookmarked);
  assert.equal((await api.v1.bookmarks.list())[0].id, answer.id);
  const types = (await friend.v1.notifications.list({ types: ["mention", "favourite", "reblog"] })).map((one) => one.type);
  // A letter from somebody they do not follow waits to be asked for.
  assert.deepEqual(types.sort(), ["favourite", "reblog"]);
  const [request] = await friend.v1.notifications.requests.list();
  assert.equal(request.account.id, me.id);
  assert.equal((await there.unreblog()).reblogged, false);
  assert.equal((await there.unfavourite()).favourited, false);
  assert.equal((await there.unbookmark()).bookmarked, false);
  const [notification] = await api.v1.notifications.list({ types: ["mention"] });
  await api.v1.notifications.$select(notification.id).dismiss();
  await refused(api.v1.notifications.$select(notification.id).fetch(), 404);
  console.log("talked");
}

async function listen({ api, me, token }, friend, list) {
  const { configuration } = await api.v2.instance.fetch();
  const streaming = createStreamingAPIClient({
    streamingApiUrl: configuration.urls.streaming,
    accessToken: token.accessToken,
    implementation: WebSocket,
  });
  const home = streaming.user.subscribe();
  const tagged = streaming.hashtag.subscribe({ tag: "Listening" });
  const heard = (async () => {
    for await (const event of home) if (event.event === "notification") return event.payload;
  })();
  const update = (async () => {
    for await (const event of tagged) if (event.event === "update") return event.payload;
  })();
  const letter = (async () => {
    for await (const event of streaming.direct.subscribe()) if (event.event === "conversation") return event.payload;
  })();
  const first = async (events) => {
    for await (const event of events) if (event.event === "update") return event.payload;
  };
  const elsewhere = [streaming.list.subscribe({ list: list.id }), streaming.public.local.subscribe()].map(first);
  const both = Promise.all([heard, update, letter, ...elsewhere]);
  for (let i = 0; ; i++) {
    // Whoever has only just subscribed may miss the first.
    await friend.v1.statuses.create({ status: `@${me.acct} #listening ${i}` });
    await friend.v1.statuses.create({ status: `Only for @${me.acct} ${i}`, visibility: "direct" });
    await friend.v1.statuses.create({ status: `For everybody ${i}` });
    if (await Promise.race([both, new Promise((after) => setTimeout(after, 1000))])) break;
    assert.ok(i < 20);
  }
  const [notification, post, conversation, listed, local] = await both;
  assert.equal(notification.type, "mention");
  assert.equal(post.account.acct, notification.account.acct);
  assert.equal(conversation.lastStatus.visibility, "direct");
  for (const one of [listed, local]) assert.equal(one.account.id, post.account.id);
  streaming.close();
  console.log("listened");
}

async function quote(api, friend) {
  const said = await api.v1.statuses.create({ status: "Worth repeating", quoteApprovalPolicy: "public" });
  const quoting = await friend.v1.statuses.create({ status: "Indeed", quotedStatusId: said.id });
  assert.equal(quoting.quote.state, "accepted");
  assert.equal(quoting.quote.quotedStatus.id, said.id);
  assert.equal((await api.v1.statuses.$select(said.id).quotes.list())[0].id, quoting.id);
  assert.equal((await api.v1.statuses.fetch({ id: [said.id, quoting.id] })).length, 2);
  for (const one of [api, friend]) await one.v1.statuses.$select(said.id).favourite();
  const groups = await api.v2.notifications.list({ types: ["quote", "favourite"] });
  assert.deepEqual(groups.notificationGroups.map((group) => group.type).sort(), ["favourite", "quote"]);
  const key = groups.notificationGroups.find((group) => group.type === "favourite").groupKey;
  assert.equal((await api.v2.notifications.$select(key).fetch()).statuses[0].id, said.id);
  assert.ok((await api.v2.notifications.unreadCount.fetch()).count >= 2);
  await api.v2.notifications.$select(key).dismiss();
  const policy = await api.v2.notifications.policy.update({ forNewAccounts: "filter" });
  assert.equal(policy.forNewAccounts, "filter");
  await api.v2.notifications.policy.update({ forNewAccounts: "accept" });
  console.log("quoted");
}

async function arrange(api, friend, other) {
  const them = api.v1.accounts.$select(other.id);
  await them.follow();
  const list = await api.v1.lists.create({ title: "Choir", exclusive: false });
  await api.v1.lists.$select(list.id).accounts.create({ accountIds: [other.id] });
  assert.equal((await api.v1.lists.$select(list.id).accounts.list())[0].id, other.id);
  assert.equal((await api.v1.lists.$select(list.id).update({ title: "The choir" })).title, "The choir");
  assert.equal((await them.note.create({ comment: "Sings" })).note, "Sings");
  assert.ok((await them.endorse()).endorsed);
  assert.equal((await api.v1.endorsements.list())[0].id, other.id);
  const filter = await api.v2.filters.create({
    title: "Endings",
    context: ["home", "public"],
    filterAction: "warn",
    keywordsAttributes: [{ keyword: "spoiler", wholeWord: true }],
  });
  const told = await friend.v1.statuses.create({ status: "A spoiler follows" });
  const seen = (await api.v1.timelines.home.list()).find((post) => post.id === told.id);
  assert.deepEqual(seen.filtered[0].keywordMatches, ["spoiler"]);
  await api.v2.filters.$select(filter.id).remove();
  assert.ok((await api.v1.tags.$select("music").follow()).following);
  assert.equal((await api.v1.followedTags.list())[0].name, "music");
  const featured = await api.v1.featuredTags.create({ name: "garden" });
  await api.v1.featuredTags.$select(featured.id).remove();
  await api.v1.domainBlocks.create({ domain: "spam.example" });
  assert.deepEqual(await api.v1.domainBlocks.list(), ["spam.example"]);
  await api.v1.domainBlocks.remove({ domain: "spam.example" });
  const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
  const waiting = await api.v1.statuses.create({ status: "Later", scheduledAt });
  assert.equal((await api.v1.scheduledStatuses.list())[0].id, waiting.id);
  await api.v1.scheduledStatuses.$select(waiting.id).remove();
  const profile = await api.v1.profile.update({ showFeatured: false, note: "Gardener" });
  assert.ok(profile.note === "Gardener" && profile.showFeatured === false);
  console.log("arranged");
  return list;
}

async function collect(api, other) {
  const { collection } = await api.v1.collections.create({ name: "Singers", accountIds: [other.id], discoverable: true });
  const there = api.v1.collections.$select(collection.id);
  assert.equal((await there.update({ name: "Good singers" })).collection.name, "Good singers");
  const { accounts, collection: shown } = await there.fetch();
  assert.ok(accounts.some((account) => account.id === other.id));
  await there.items.$select(shown.items[0].id).remove();
  assert.equal((await there.fetch()).collection.itemCount, 0);
  await there.remove();
  await refused(there.fetch(), 404);
  console.log("collected");
}

async function discover(api) {
  const lists = [api.v1.trends.tags, api.v1.trends.statuses, api.v1.trends.links, api.v2.suggestions, api.v1.announcements];
  for (const one of lists) assert.ok(Array.isArray(await one.list()));
  assert.ok((await api.v1.directory.list({ local: true, order: "new" })).every((account) => !account.acct.includes("@")));
  await Promise.all([api.v1.instance.peers.list(), api.v1.instance.activity.list(), api.v1.instance.rules.list()]);
  await refused(api.v1.push.subscription.fetch(), 404);
  const p256dh = createECDH("prime256v1").generateKeys().toString("base64url");
  const keys = { p256dh, auth: randomBytes(16).toString("base64url") };
  const subscription = { endpoint: "https://push.example/session", keys };
  const data = { alerts: { mention: true } };
  const made = await api.v1.push.subscription.create({ subscription, data, policy: "followed" });
  assert.ok(made.alerts.mention && made.policy === "followed");
  await api.v1.push.subscription.remove();
  console.log("discovered");
}

async function find(api) {
  const { statuses } = await api.v2.search.list({ q: farPost, resolve: true });
  assert.equal(statuses[0].url, farPost);
  const acct = statuses[0].account.acct;
  const { accounts } = await api.v2.search.list({ q: `@${acct}`, type: "accounts", resolve: true });
  assert.equal(accounts[0].id, statuses[0].account.id);
  assert.equal((await api.v1.accounts.lookup({ acct })).id, accounts[0].id);
  console.log("found", acct);
}

async function page(api, me) {
  const wanted = [];
  for (let i = 0; i < 7; i++)
    wanted.unshift((await api.v1.statuses.create({ status: `Number ${i}`, visibility: "public" })).id);
  const seen = [];
  for await (const posts of api.v1.timelines.home.list({ limit: 3 })) {
    seen.push(...posts.map((post) => post.id));
    if (seen.length >= 6) break;
  }
  assert.deepEqual(seen, wanted.slice(0, 6));
  const mine = [];
  for await (const posts of api.v1.accounts.$select(me.id).statuses.list({ limit: 4, excludeReplies: true }))
    mine.push(...posts);
  assert.ok(mine.length > 7 && new Set(mine.map((post) => post.id)).size === mine.length);
  const newer = await api.v1.timelines.public.list({ local: true, minId: wanted[4], limit: 2 });
  assert.deepEqual(newer.map((post) => post.id), wanted.slice(2, 4));
  assert.ok((await api.v1.timelines.tag.$select("garden").list()).length > 0);
  await api.v1.markers.create({ home: { lastReadId: wanted[0] } });
  assert.equal((await api.v1.markers.fetch({ timeline: ["home"] })).home.lastReadId, wanted[0]);
  console.log("paged");
}

async function leave({ api, app, token }, post) {
  assert.equal((await api.v1.statuses.$select(post.id).remove()).text, "Look again #garden");
  await refused(api.v1.statuses.$select(post.id).fetch(), 404);
  await oauth.revoke({ clientId: app.clientId, clientSecret: app.clientSecret, token: token.accessToken });
  await refused(api.v1.accounts.verifyCredentials(), 401);
  console.log("left");
}

const session = await logIn();
const { api, me } = session;
const friend = createRestAPIClient({ url, accessToken: friendsToken });
await lookAround(api);
const post = await write(api);
await ask(api, friend);
const other = await befriend(api, friend, me);
await talk(api, friend, me, other);
await quote(api, friend);
const list = await arrange(api, friend, other);
await collect(api, other);
await discover(api);
await listen(session, friend, list);
await find(api);
await page(api, me);
await leave(session, post);
