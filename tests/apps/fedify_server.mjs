// A server of one person, gerda, made with Fedify. Arguments: its port, and the signatures it makes and insists on:
// rfc9421 or draft-cavage-http-signatures-12. GET /control lists what came in, and how what went out was signed and
// answered; DELETE forgets both; POST makes gerda do something and answers with the id of what she did. It prints
// "ready" when it listens.
import { createServer } from "node:http";
import { createFederation, generateCryptoKeyPair, MemoryKvStore } from "@fedify/fedify";
import {
  Accept, Activity, Announce, Create, Delete, Endpoints, Follow, Like, Mention, Note, Person, PUBLIC_COLLECTION, Tombstone,
  Undo, Update,
} from "@fedify/fedify/vocab";
import { Temporal } from "@js-temporal/polyfill";

const [port, scheme] = process.argv.slice(2);
const origin = `http://fedify.localhost:${port}`;
const gerda = "gerda";
let displayName = "Gerda";
let count = 0;
const received = [];
const deliveries = [];
const notes = new Map();
const sent = new Map();

const federation = createFederation({
  kv: new MemoryKvStore(),
  origin,
  firstKnock: scheme,
  allowPrivateAddress: true,
});
const keyPairs = await Promise.all(["RSASSA-PKCS1-v1_5", "Ed25519"].map((kind) => generateCryptoKeyPair(kind)));

const person = async (context) => {
  const keys = await context.getActorKeyPairs(gerda);
  return new Person({
    id: context.getActorUri(gerda),
    preferredUsername: gerda,
    name: displayName,
    url: new URL("/@gerda", origin),
    inbox: context.getInboxUri(gerda),
    outbox: context.getOutboxUri(gerda),
    followers: context.getFollowersUri(gerda),
    endpoints: new Endpoints({ sharedInbox: context.getInboxUri() }),
    publicKey: keys[0].cryptographicKey,
    assertionMethods: keys.map((key) => key.multikey),
  });
};

federation
  .setActorDispatcher("/users/{identifier}", (context, name) => (name === gerda ? person(context) : null))
  .setKeyPairsDispatcher((_, name) => (name === gerda ? keyPairs : []));
federation.setFollowersDispatcher("/users/{identifier}/followers", () => ({ items: [] }));
federation.setOutboxDispatcher("/users/{identifier}/outbox", () => ({ items: [] }));
federation.setObjectDispatcher(Note, "/notes/{number}", (_, { number }) => notes.get(`${origin}/notes/${number}`) ?? null);

federation.setInboxListeners("/users/{identifier}/inbox", "/inbox").on(Activity, async (context, activity) => {
  const json = await activity.toJsonLd({ format: "compact", contextLoader: context.contextLoader });
  received.push({ type: activity.constructor.name, scheme: context.data, json });
  if (activity instanceof Follow) {
    const accept = new Accept({ id: fresh("accepts"), actor: context.getActorUri(gerda), object: activity });
    await context.sendActivity({ identifier: gerda }, await activity.getActor(context), accept);
  }
});

const fresh = (kind) => new URL(`/${kind}/${++count}`, origin);

// Sends an activity of gerda's to one actor and answers with its id.
async function send(context, to, activity) {
  const documentLoader = await context.getDocumentLoader({ identifier: gerda });
  const recipient = await context.lookupObject(to, { documentLoader });
  if (recipient?.inboxId == null) throw new Error(`no actor at ${to}`);
  await context.sendActivity({ identifier: gerda }, recipient, activity);
  sent.set(activity.id.href, activity);
  return activity.id.href;
}

function note(context, { to, text, inReplyTo, id }) {
  const made = new Note({
    id: id ? new URL(id) : fresh("notes"),
    published: id ? notes.get(id).published : Temporal.Now.instant(),
    updated: id ? Temporal.Now.instant() : null,
    attribution: context.getActorUri(gerda),
    content: `<p>${text}</p>`,
    to: PUBLIC_COLLECTION,
    ccs: [new URL(to), context.getFollowersUri(gerda)],
    replyTarget: inReplyTo ? new URL(inReplyTo) : null,
    tags: [new Mention({ href: new URL(to), name: `@${to.split("/").at(-1)}` })],
  });
  notes.set(made.id.href, made);
  return made;
}

const addressed = (context, kind, to, object, more = {}) => ({
  id: fresh(kind),
  actor: context.getActorUri(gerda),
  tos: [PUBLIC_COLLECTION],
  ccs: [new URL(to)],
  object,
  ...more,
});

const actions = {
  follow: (context, { to }) =>
    send(context, to, new Follow({ id: fresh("follows"), actor: context.getActorUri(gerda), object: new URL(to) })),
  async post(context, wish) {
    const object = note(context, wish);
    await send(context, wish.to, new Create(addressed(context, "creates", wish.to, object)));
    return object.id.href;
  },
  edit: (context, wish) => send(context, wish.to, new Update(addressed(context, "updates", wish.to, note(context, wish)))),
  remove(context, { to, id }) {
    notes.delete(id);
    return send(context, to, new Delete(addressed(context, "deletes", to, new Tombstone({ id: new URL(id) }))));
  },
  like: (context, { to, object }) => send(context, to, new Like(addressed(context, "likes", to, new URL(object)))),
  boost: (context, { to, object }) => send(context, to, new Announce(addressed(context, "boosts", to, new URL(object)))),
  undo: (context, { to, id }) => send(context, to, new Undo(addressed(context, "undos", to, sent.get(id)))),
  async rename(context, { to, text }) {
    displayName = text;
    return send(context, to, new Update(addressed(context, "updates", to, await person(context))));
  },
};

async function control(method, body) {
  if (method === "GET") return { received, deliveries };
  if (method === "DELETE") return [received.splice(0), deliveries.splice(0)];
  const wish = JSON.parse(body);
  return { id: await actions[wish.action](federation.createContext(new URL(origin), "control"), wish) };
}

function schemeOf(headers) {
  if (headers["signature-input"]) return "rfc9421";
  return headers.signature ? "draft-cavage-http-signatures-12" : "none";
}

// Fedify tries its other kind of signature when the first is refused, and says nothing of it.
const plainFetch = globalThis.fetch;
globalThis.fetch = async (request, options) => {
  const reply = await plainFetch(request, options);
  if (request.method === "POST")
    deliveries.push({ scheme: schemeOf(Object.fromEntries(request.headers)), status: reply.status });
  return reply;
};

async function answer(request, body) {
  if (request.url === "/control") return Response.json(await control(request.method, body));
  const used = schemeOf(request.headers);
  if (request.method === "POST" && used !== scheme) return new Response("Another signature, please", { status: 401 });
  const given = new Request(origin + request.url, {
    method: request.method,
    headers: request.headers,
    body: request.method === "POST" ? body : undefined,
  });
  return federation.fetch(given, { contextData: used });
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const reply = await answer(request, Buffer.concat(chunks)).catch((error) => {
    console.log(error);
    return new Response(String(error), { status: 500 });
  });
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  response.end(Buffer.from(await reply.arrayBuffer()));
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
