// A session with megalodon. Arguments: the server's address, a friend's token and a picture. Prints the address at which
// somebody must agree, reads the code that they get, then a line a step.
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline/promises";
import megalodon from "megalodon";

const generator = megalodon.default ?? megalodon;
const [url, friendsToken, picture] = process.argv.slice(2);
const scopes = ["read", "write", "follow", "push"];

async function logIn() {
  const dialect = await megalodon.detector(url);
  assert.equal(dialect, "mastodon");
  const anonymous = generator(dialect, url);
  const app = await anonymous.registerApp("Session", { scopes });
  console.log(`agree ${app.url}`);
  const input = createInterface({ input: process.stdin });
  const code = await input[Symbol.asyncIterator]().next().then((line) => line.value);
  input.close();
  const token = await anonymous.fetchAccessToken(app.clientId ?? app.client_id, app.clientSecret ?? app.client_secret, code);
  const accessToken = token.accessToken ?? token.access_token;
  const api = generator("mastodon", url, accessToken);
  const me = (await api.verifyAccountCredentials()).data;
  console.log("logged in as", me.acct);
  return { api, me, app, accessToken };
}

async function lookAround(api) {
  const instance = (await api.getInstance()).data;
  assert.ok(instance.urls.streaming_api.startsWith("ws"));
  assert.ok(Array.isArray((await api.getInstanceCustomEmojis()).data));
  assert.ok(Array.isArray((await api.getInstancePeers()).data));
  assert.equal((await api.getInstanceActivity()).data.length, 12);
  assert.ok(Array.isArray((await api.getInstanceTrends(5)).data));
  assert.ok(Array.isArray((await api.getInstanceAnnouncements()).data));
  assert.ok(Array.isArray((await api.getInstanceDirectory({ local: true, order: "new" })).data));
  assert.equal((await api.getPreferences()).data["posting:default:visibility"], "public");
  assert.ok(Array.isArray((await api.getHomeTimeline()).data));
  assert.ok(Array.isArray((await api.getLocalTimeline({ limit: 5 })).data));
  console.log("looked around");
}

async function write(api) {
  const post = (await api.postStatus("From a desktop", { visibility: "public", spoiler_text: "Hello" })).data;
  assert.equal(post.spoiler_text, "Hello");
  const poll = (await api.postStatus("Which?", { poll: { options: ["One", "Two"], expires_in: 3600 } })).data;
  assert.equal(poll.poll.options.length, 2);
  assert.equal((await api.editStatus(post.id, { status: "From a large desktop" })).data.id, post.id);
  assert.ok((await api.getStatus(post.id)).data.content.includes("large"));
  console.log("posted");
  return post;
}

async function show(api) {
  const file = (await api.uploadMedia(createReadStream(picture), { description: "A leaf" })).data;
  assert.ok((await api.getMedia(file.id)).data.url);
  assert.equal((await api.updateMedia(file.id, { description: "A green leaf" })).data.description, "A green leaf");
  const post = (await api.postStatus("Look #garden", { media_ids: [file.id], sensitive: true })).data;
  assert.equal(post.media_attachments[0].description, "A green leaf");
  assert.equal((await api.getStatusSource(post.id)).data.text, "Look #garden");
  assert.equal((await api.pinStatus(post.id)).data.pinned, true);
  assert.equal((await api.getAccountStatuses(post.account.id, { pinned: true })).data[0].id, post.id);
  assert.equal((await api.unpinStatus(post.id)).data.pinned, false);
  assert.equal((await api.getTagTimeline("garden", { local: true })).data[0].id, post.id);
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const waiting = (await api.postStatus("Later", { scheduled_at: at })).data;
  const later = new Date(Date.now() + 7_200_000).toISOString();
  assert.equal((await api.scheduleStatus(waiting.id, later)).data.scheduled_at, later);
  assert.equal((await api.getScheduledStatuses()).data.length, 1);
  await api.cancelScheduledStatus(waiting.id);
  assert.equal((await api.getScheduledStatuses()).data.length, 0);
  console.log("shown");
}

async function arrange(api, friend, post) {
  const bob = (await friend.verifyAccountCredentials()).data;
  assert.equal((await api.pinAccount(bob.id)).data.endorsed, true);
  assert.equal((await api.getEndorsements()).data[0].id, bob.id);
  const list = (await api.createList("Choir")).data;
  await api.addAccountsToList(list.id, [bob.id]);
  assert.equal((await api.getAccountsInList(list.id)).data[0].id, bob.id);
  assert.equal((await api.getAccountLists(bob.id)).data[0].id, list.id);
  const filter = (await api.createFilter("spoilers", ["home"], { whole_word: true })).data;
  assert.equal((await api.getFilters()).data[0].phrase, "spoilers");
  await api.deleteFilter(filter.id);
  assert.equal((await api.followTag("music")).data.following, true);
  assert.equal((await api.getFollowedTags()).data[0].name, "music");
  const featured = (await api.createFeaturedTag("garden")).data;
  assert.equal((await api.getFeaturedTags()).data[0].id, featured.id);
  assert.equal((await api.bookmarkStatus(post.id)).data.bookmarked, true);
  assert.equal((await api.getBookmarks()).data[0].id, post.id);
  await api.saveMarkers({ home: { last_read_id: post.id } });
  assert.equal((await api.getMarkers(["home"])).data.home.last_read_id, post.id);
  assert.equal((await api.search("#garden", { type: "hashtags" })).data.hashtags[0].name, "garden");
  assert.equal((await api.lookupAccount("bob")).data.id, bob.id);
  assert.equal((await api.muteAccount(bob.id, true)).data.muting, true);
  assert.equal((await api.unmuteAccount(bob.id)).data.muting, false);
  await api.blockDomain("spam.example");
  assert.deepEqual((await api.getDomainBlocks()).data, ["spam.example"]);
  await api.unblockDomain("spam.example");
  console.log("arranged");
  return list;
}

async function react(accessToken, friend, post) {
  const api = generator("pleroma", url, accessToken);
  const instance = (await api.getInstance()).data;
  assert.ok(instance.configuration.statuses.max_characters >= 500 && instance.configuration.polls.max_options >= 4);
  assert.equal((await api.createEmojiReaction(post.id, "🍵")).data.emoji_reactions[0].name, "🍵");
  const [reaction] = (await api.getEmojiReactions(post.id)).data;
  assert.ok(reaction.count === 1 && reaction.me && reaction.accounts[0].acct === "ada");
  assert.deepEqual((await api.deleteEmojiReaction(post.id, "🍵")).data.emoji_reactions, []);
  const bob = (await friend.verifyAccountCredentials()).data;
  assert.equal((await api.subscribeAccount(bob.id)).data.notifying, true);
  assert.equal((await api.unsubscribeAccount(bob.id)).data.notifying, false);
  console.log("reacted");
}

async function talk(api, friend, post) {
  assert.equal((await friend.favouriteStatus(post.id)).data.favourited, true);
  assert.equal((await friend.reblogStatus(post.id)).data.reblog.id, post.id);
  const told = (await api.getNotifications({ limit: 5 })).data.map((one) => one.type);
  assert.deepEqual(told.sort(), ["favourite", "reblog"]);
  const bob = (await friend.verifyAccountCredentials()).data;
  assert.equal((await api.followAccount(bob.id)).data.following, true);
  assert.equal((await api.getRelationships([bob.id])).data[0].following, true);
  console.log("talked");
}

const hear = (socket, event) => new Promise((done) => socket.on(event, done));

async function open(opening) {
  const socket = await opening;
  await hear(socket, "connect");
  return socket;
}

async function listen(api, friend, list) {
  const socket = await open(api.userStreaming());
  const [update, notification, gone] = ["update", "notification", "delete"].map((event) => hear(socket, event));
  const post = (await friend.postStatus("@ada Are you listening?")).data;
  assert.equal((await update).id, post.id);
  assert.equal((await notification).type, "mention");
  const others = await Promise.all([api.tagStreaming("choir"), api.listStreaming(list.id), api.localStreaming()].map(open));
  const everywhere = others.map((other) => hear(other, "update"));
  const letters = await open(api.directStreaming());
  const letter = hear(letters, "conversation");
  const song = (await friend.postStatus("Tonight at eight #choir")).data;
  for (const heard of await Promise.all(everywhere)) assert.equal(heard.id, song.id);
  await friend.postStatus("@ada Only you", { visibility: "direct" });
  assert.equal((await letter).last_status.account.acct, "bob");
  await friend.deleteStatus(post.id);
  assert.equal(await gone, post.id);
  for (const one of [socket, letters, ...others]) one.stop();
  console.log("listened");
}

const { api, app, accessToken } = await logIn();
const friend = generator("mastodon", url, friendsToken);
await lookAround(api);
const post = await write(api);
await show(api);
await talk(api, friend, post);
const list = await arrange(api, friend, post);
await react(accessToken, friend, post);
await listen(api, friend, list);
await api.revokeToken(app.clientId ?? app.client_id, app.clientSecret ?? app.client_secret, accessToken);
await assert.rejects(api.verifyAccountCredentials());
console.log("left");
process.exit(0);
