// Who lives on the server made with Fedify and what they have written.
import { generateCryptoKeyPair } from "@fedify/fedify";
import { Collection, Endpoints, Group, Note, Person, Question } from "@fedify/fedify/vocab";

let origin;
let count = 0;

// The kind of signatures that is made here.
export let scheme;

// By name: what kind of actor it is, its name as shown, its keys, its followers by id; aliases and where it went.
export const people = {};

// By id: posts, polls, authorizations of quotes, what was sent, and quotes that wait for an answer by their request.
export const written = new Map();
export const stamps = new Map();
export const sent = new Map();
export const quotes = new Map();

// What was sent to nobody's inbox, which goes no further.
export const NOWHERE = "/nowhere";
export const kept = [];

export async function makePeople(at, signatures) {
  origin = at;
  scheme = signatures;
  const kinds = { gerda: Person, gisela: Person, garden: Group };
  for (const [name, Kind] of Object.entries(kinds)) {
    const keys = await Promise.all(["RSASSA-PKCS1-v1_5", "Ed25519"].map((kind) => generateCryptoKeyPair(kind)));
    const shown = name[0].toUpperCase() + name.slice(1);
    people[name] = { Kind, shown, keys, followers: new Map(), aliases: [], successor: null };
  }
  people.gisela.aliases.push(new URL("/users/gerda", origin));
}

export const fresh = (kind) => new URL(`/${kind}/${++count}`, origin);

export async function actor(context, name) {
  const { Kind, shown, aliases, successor } = people[name];
  const keys = await context.getActorKeyPairs(name);
  return new Kind({
    id: context.getActorUri(name),
    preferredUsername: name,
    name: shown,
    url: new URL(`/@${name}`, origin),
    inbox: context.getInboxUri(name),
    outbox: context.getOutboxUri(name),
    followers: context.getFollowersUri(name),
    endpoints: new Endpoints({ sharedInbox: context.getInboxUri() }),
    publicKey: keys[0].cryptographicKey,
    assertionMethods: keys.map((key) => key.multikey),
    aliases,
    successor,
  });
}

// A poll with so many votes for each of its answers.
export const options = (votes) =>
  Object.entries(votes).map(
    ([name, totalItems]) => new Note({ name, replies: new Collection({ totalItems }) }),
  );

// A note with a name that answers one of the polls is a vote.
export function takeVote(note) {
  const poll = written.get(note?.replyTargetId?.href);
  if (!(note instanceof Note) || !(poll instanceof Question) || note.name == null) return;
  poll.votes[note.name.toString()]++;
}
