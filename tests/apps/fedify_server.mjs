// A server made with Fedify: gerda, her new account gisela, and a group, the garden. Arguments: its port, and the
// signatures it makes and insists on: rfc9421 or draft-cavage-http-signatures-12. GET /control lists what came in, and
// how what went out was signed and answered; DELETE forgets both; POST makes somebody, gerda unless another is named, do
// something and answers with the id of what they did, or says what holds inside the latest of a type. It prints "ready"
// when it listens.
import { createServer } from "node:http";
import { createFederation, MemoryKvStore } from "@fedify/fedify";
import { verifyJsonLd, verifyObject } from "@fedify/fedify/sig";
import { Accept, Activity, Create, Follow, Note, Question, QuoteAuthorization, QuoteRequest, Undo } from "@fedify/fedify/vocab";
import { actions, answerQuote, approveQuote } from "./fedify_actions.mjs";
import { actor, fresh, kept, makePeople, NOWHERE, people, quotes, stamps, takeVote, written } from "./fedify_world.mjs";

const [port, scheme] = process.argv.slice(2);
const origin = `http://fedify.localhost:${port}`;
const received = [];
const deliveries = [];

const SCHEMES = ["rfc9421", "draft-cavage-http-signatures-12"];
const withKeys = (firstKnock) => {
  const one = createFederation({ kv: new MemoryKvStore(), origin, firstKnock, allowPrivateAddress: true });
  one
    .setActorDispatcher("/users/{identifier}", (context, name) => (people[name] ? actor(context, name) : null))
    .setKeyPairsDispatcher((_, name) => people[name]?.keys ?? []);
  return one;
};
const federation = withKeys(scheme);
// Signs the other way, and does nothing else.
const second = withKeys(SCHEMES.find((one) => one !== scheme));
await makePeople(origin, scheme);

federation.setFollowersDispatcher("/users/{identifier}/followers", (_, name) => ({
  items: [...people[name].followers.values()],
}));
federation.setOutboxDispatcher("/users/{identifier}/outbox", () => ({ items: [] }));
const stored = (kind, known) => (_, { number }) => known.get(`${origin}/${kind}/${number}`) ?? null;
federation.setObjectDispatcher(Note, "/notes/{number}", stored("notes", written));
federation.setObjectDispatcher(Question, "/questions/{number}", stored("questions", written));
federation.setObjectDispatcher(QuoteAuthorization, "/stamps/{number}", stored("stamps", stamps));

const listening = federation.setInboxListeners("/users/{identifier}/inbox", "/inbox");
listening.on(Activity, async (context, activity) => {
  const json = await activity.toJsonLd({ format: "compact", contextLoader: context.contextLoader });
  received.push({ type: activity.constructor.name, ...context.data, json });
  if (activity instanceof Follow) await letIn(context, activity);
  else if (activity instanceof Undo) await letGo(context, await activity.getObject(context));
  else if (activity instanceof QuoteRequest) await answerQuote(context, activity);
  else if (activity instanceof Accept && quotes.has(activity.objectId?.href)) await approveQuote(context, activity);
  else if (activity instanceof Create) takeVote(await activity.getObject(context));
});

listening.onError((_, error) => console.log(error));

// Whether the proof (FEP-8b32) and the linked-data signature hold, each on its own, that the latest of a type carries.
async function inside({ documentLoader, contextLoader }, type) {
  const body = JSON.parse(received.findLast((one) => one.type === type).body);
  const loaders = { documentLoader, contextLoader };
  const { signature, ...unsigned } = body;
  return {
    proof: body.proof ? (await verifyObject(Activity, unsigned, loaders)) !== null : false,
    signature: signature ? await verifyJsonLd(body, loaders) : false,
  };
}

async function letIn(context, follow) {
  const name = context.parseUri(follow.objectId).identifier;
  const follower = await follow.getActor(context);
  people[name].followers.set(follower.id.href, follower);
  const accept = new Accept({ id: fresh("accepts"), actor: follow.objectId, object: follow });
  await context.sendActivity({ identifier: name }, follower, accept);
}

async function letGo(context, undone) {
  if (!(undone instanceof Follow)) return;
  people[context.parseUri(undone.objectId).identifier].followers.delete(undone.actorId.href);
}

async function control(method, body) {
  if (method === "GET") return { received, deliveries };
  if (method === "DELETE") return [received.splice(0), deliveries.splice(0)];
  const { action, by = "gerda", ...wish } = JSON.parse(body);
  const context = federation.createContext(new URL(origin), {});
  if (action === "inside") return inside(context, wish.type);
  return { id: await actions[action](context, { by, ...wish }, second.createContext(new URL(origin), {})) };
}

function schemeOf(headers) {
  if (headers["signature-input"]) return "rfc9421";
  return headers.signature ? "draft-cavage-http-signatures-12" : "none";
}

// Fedify tries its other kind of signature when the first is refused, and says nothing of it.
const plainFetch = globalThis.fetch;
globalThis.fetch = async (request, options) => {
  if (request.method === "POST" && new URL(request.url).pathname === NOWHERE) {
    kept.push(await request.json());
    return new Response(null, { status: 202 });
  }
  const reply = await plainFetch(request, options);
  if (request.method === "POST")
    deliveries.push({
      scheme: schemeOf(Object.fromEntries(request.headers)),
      status: reply.status,
      path: new URL(request.url).pathname,
    });
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
  return federation.fetch(given, { contextData: { scheme: used, path: request.url, body: body.toString() } });
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const reply = await answer(request, Buffer.concat(chunks)).catch((error) => {
    console.log(error);
    return new Response(String(error.stack), { status: 500 });
  });
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  response.end(Buffer.from(await reply.arrayBuffer()));
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
