// What can be done on the server made with Fedify. Every action takes the context and a wish, in which "by" names the
// one who does it and "to" somebody elsewhere, and gives the id of what was made.
import { signRequest } from "@fedify/fedify/sig";
import {
  Accept, Activity, Announce, Create, Delete, Follow, InteractionPolicy, InteractionRule, Like, Mention, Move, Note,
  PUBLIC_COLLECTION, Question, QuoteAuthorization, QuoteRequest, Reject, Tombstone, Undo, Update,
} from "@fedify/fedify/vocab";
import { Temporal } from "@js-temporal/polyfill";
import { actor, fresh, kept, NOWHERE, options, people, quotes, scheme, sent, stamps, written } from "./fedify_world.mjs";

const AT_ONCE = 16;

async function find(context, by, address) {
  const documentLoader = await context.getDocumentLoader({ identifier: by });
  const found = await context.lookupObject(address, { documentLoader });
  if (found?.inboxId == null) throw new Error(`no actor at ${address}`);
  return found;
}

// Sends an activity to one actor, or with no "to" to the followers, and answers with its id.
async function send(context, { by, to }, activity) {
  if (to) await context.sendActivity({ identifier: by }, await find(context, by, to), activity);
  else await context.sendActivity({ identifier: by }, "followers", activity, { preferSharedInbox: true });
  sent.set(activity.id.href, activity);
  return activity.id.href;
}

const mention = (to) => (to ? [new Mention({ href: new URL(to), name: `@${to.split("/").at(-1)}` })] : []);

const addressed = (context, { by, to }) => ({
  tos: [PUBLIC_COLLECTION],
  ccs: [...(to ? [new URL(to)] : []), context.getFollowersUri(by)],
});

function note(context, { by, to, text, inReplyTo, id, object, anybodyQuotes = true }) {
  const made = new Note({
    id: id ? new URL(id) : fresh("notes"),
    published: id ? written.get(id).published : Temporal.Now.instant(),
    updated: id ? Temporal.Now.instant() : null,
    attribution: context.getActorUri(by),
    content: `<p>${text}</p>`,
    ...addressed(context, { by, to }),
    replyTarget: inReplyTo ? new URL(inReplyTo) : null,
    quote: object ? new URL(object) : null,
    tags: mention(to),
    interactionPolicy: new InteractionPolicy({
      canQuote: new InteractionRule({ automaticApproval: anybodyQuotes ? PUBLIC_COLLECTION : context.getActorUri(by) }),
    }),
  });
  written.set(made.id.href, made);
  return made;
}

const activity = (context, wish, kind, object, more = {}) => ({
  id: fresh(kind),
  actor: context.getActorUri(wish.by),
  ...addressed(context, wish),
  object,
  ...more,
});

const create = (context, wish, object) => new Create(activity(context, wish, "creates", object));
const update = (context, wish, object) => new Update(activity(context, wish, "updates", object));

function question(context, wish, votes, id) {
  const made = new Question({
    id: id ? new URL(id) : fresh("questions"),
    published: id ? written.get(id).published : Temporal.Now.instant(),
    attribution: context.getActorUri(wish.by),
    content: `<p>${wish.text}</p>`,
    ...addressed(context, wish),
    exclusiveOptions: options(votes),
    voters: Object.values(votes).reduce((all, one) => all + one, 0),
    endTime: Temporal.Now.instant().add({ hours: 1 }),
    tags: mention(wish.to),
  });
  made.votes = votes;
  written.set(made.id.href, made);
  return made;
}

// A Create as Fedify sends it, with the proof inside and without the linked-data signature; its post cannot be had.
async function proven(context, wish) {
  const object = note(context, wish);
  written.delete(object.id.href);
  const nobody = { id: new URL("/nobody", object.id), inboxId: new URL(NOWHERE, object.id) };
  await context.sendActivity({ identifier: wish.by }, nobody, create(context, wish, object));
  const { signature, ...json } = kept.pop();
  return [object.id.href, json];
}

export const actions = {
  follow: (context, wish) =>
    send(context, wish, new Follow({ id: fresh("follows"), actor: context.getActorUri(wish.by), object: new URL(wish.to) })),
  async post(context, wish) {
    const object = note(context, wish);
    await send(context, wish, create(context, wish, object));
    return object.id.href;
  },
  edit: (context, wish) => send(context, wish, update(context, wish, note(context, wish))),
  remove(context, wish) {
    written.delete(wish.id);
    return send(context, wish, new Delete(activity(context, wish, "deletes", new Tombstone({ id: new URL(wish.id) }))));
  },
  like: (context, wish) => send(context, wish, new Like(activity(context, wish, "likes", new URL(wish.object)))),
  boost: (context, wish) => send(context, wish, new Announce(activity(context, wish, "boosts", new URL(wish.object)))),
  // What a group does with an activity of its people: it goes inside the announcement.
  pass: (context, wish) => send(context, wish, new Announce(activity(context, wish, "boosts", sent.get(wish.id)))),
  undo: (context, wish) => send(context, wish, new Undo(activity(context, wish, "undos", sent.get(wish.id)))),
  async rename(context, wish) {
    people[wish.by].shown = wish.text;
    return send(context, wish, update(context, wish, await actor(context, wish.by)));
  },
  // Writes something that stays on its server, for a group there to announce.
  async write(context, wish) {
    const object = note(context, wish);
    sent.set(object.id.href, create(context, wish, object));
    return object.id.href;
  },
  // Signed one way and the other in turn.
  async burst(context, wish, second) {
    const all = Array.from({ length: Number(wish.count) }, (_, i) => create(context, wish, note(context, { ...wish, text: `Number ${i}` })));
    const queue = [...all, ...all.slice(0, Number(wish.again))];
    const target = await find(context, wish.by, wish.to);
    const signers = [context, second];
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift())
        await signers[queue.length % 2].sendActivity({ identifier: wish.by }, target, next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return all.at(-1).id.href;
  },
  // Somebody else hands on what gerda wrote, which cannot be had from her server; with "text" it was changed on the way.
  async handOn(context, { by, to, said, text }) {
    const [id, json] = await proven(context, { by: "gerda", text: said });
    if (text) json.object.content = `<p>${text}</p>`;
    const [rsa] = await context.getActorKeyPairs(by);
    const inbox = (await find(context, by, to)).inboxId;
    const request = new Request(inbox, {
      method: "POST",
      headers: { "content-type": "application/activity+json" },
      body: JSON.stringify(json),
    });
    await fetch(await signRequest(request, rsa.privateKey, rsa.keyId, { spec: scheme }));
    return id;
  },
  async quote(context, wish) {
    const quoting = note(context, wish);
    const request = new QuoteRequest({
      id: fresh("requests"),
      actor: context.getActorUri(wish.by),
      to: new URL(wish.to),
      object: new URL(wish.object),
      instrument: quoting,
    });
    quotes.set(request.id.href, { wish, quoting });
    await send(context, wish, request);
    await send(context, wish, create(context, wish, quoting));
    return quoting.id.href;
  },
  async unstamp(context, wish) {
    stamps.delete(wish.id);
    return send(context, wish, new Delete(activity(context, wish, "deletes", new URL(wish.id))));
  },
  async ask(context, wish) {
    const object = question(context, wish, Object.fromEntries(wish.answers.split(",").map((one) => [one, 0])));
    await send(context, wish, create(context, wish, object));
    return object.id.href;
  },
  tally: (context, wish) =>
    send(context, wish, update(context, wish, question(context, wish, written.get(wish.id).votes, wish.id))),
  vote(context, wish) {
    const to = new URL(wish.to);
    const author = context.getActorUri(wish.by);
    const made = { id: fresh("votes"), attribution: author, name: wish.text, replyTarget: new URL(wish.object), to };
    return send(context, wish, new Create({ id: fresh("creates"), actor: author, to, object: new Note(made) }));
  },
  async move(context, { by, target }) {
    people[by].successor = context.getActorUri(target);
    const wish = { by };
    await send(context, wish, update(context, wish, await actor(context, by)));
    const from = context.getActorUri(by);
    return send(context, wish, new Move(activity(context, wish, "moves", from, { target: people[by].successor })));
  },
};

// Says yes to a request to quote where the post lets anybody quote it, and no elsewhere.
export async function answerQuote(context, request) {
  const quoted = written.get(request.objectId.href);
  const by = context.parseUri(quoted.attributionId).identifier;
  const [allowed] = quoted.interactionPolicy.canQuote.automaticApprovals;
  const anybody = allowed.href === PUBLIC_COLLECTION.href;
  const stamp = new QuoteAuthorization({
    id: fresh("stamps"),
    attribution: quoted.attributionId,
    interactingObject: request.instrumentId,
    interactionTarget: quoted.id,
  });
  if (anybody) stamps.set(stamp.id.href, stamp);
  const Kind = anybody ? Accept : Reject;
  const reply = { id: fresh("answers"), actor: quoted.attributionId, object: request, result: anybody ? stamp.id : null };
  await context.sendActivity({ identifier: by }, await request.getActor(context), new Kind(reply));
}

// What was asked for has been allowed: the quote is published again with the authorization.
export async function approveQuote(context, accept) {
  const { wish, quoting } = quotes.get(accept.objectId.href);
  const approved = quoting.clone({ quoteAuthorization: accept.resultId, updated: Temporal.Now.instant() });
  written.set(approved.id.href, approved);
  await send(context, wish, update(context, wish, approved));
}
