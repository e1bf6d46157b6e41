// A session with megalodon. Arguments: the server's address and a friend's token. Prints the address at which somebody
// must agree, reads the code that they get, then a line a step.
import assert from "node:assert/strict";
import { createInterface } from "node:readline/promises";
import megalodon from "megalodon";

const generator = megalodon.default ?? megalodon;
const [url, friendsToken] = process.argv.slice(2);
const scopes = ["read", "write", "follow"];

async function logIn() {
  const anonymous = generator("mastodon", url);
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

async function listen(api, friend) {
  const socket = await api.userStreaming();
  const connected = new Promise((done) => socket.on("connect", done));
  const update = new Promise((done) => socket.on("update", done));
  const notification = new Promise((done) => socket.on("notification", done));
  const gone = new Promise((done) => socket.on("delete", done));
  await connected;
  const post = (await friend.postStatus("@ada Are you listening?")).data;
  assert.equal((await update).id, post.id);
  assert.equal((await notification).type, "mention");
  await friend.deleteStatus(post.id);
  assert.equal(await gone, post.id);
  socket.stop();
  console.log("listened");
}

const { api, app, accessToken } = await logIn();
const friend = generator("mastodon", url, friendsToken);
await lookAround(api);
const post = await write(api);
await talk(api, friend, post);
await listen(api, friend);
await api.revokeToken(app.clientId ?? app.client_id, app.clientSecret ?? app.client_secret, accessToken);
await assert.rejects(api.verifyAccountCredentials());
console.log("left");
process.exit(0);
