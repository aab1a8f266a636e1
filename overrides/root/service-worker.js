// @ts-check
/**
 * Takes the requests of the pages in this folder; gives what this build keeps on the device, else what the network says.
 *
 * A part (a language, the words of a language of documents, what all share) is kept whole or not at all: its list is
 * stored last, and counts only then. Every file is held against the hash in its list, so nothing of another build gets
 * in. The build writes BUILD and PARTS, the hash of each part's list, above this text. Why: docs/adr/0009.
 */

/** @type {any} */
const worker = self;
const ROOT = worker.registration.scope;
const OURS = `planner:${new URL(ROOT).pathname} offline `; // an address holds no space: no other copy's name begins so
const CACHE = OURS + BUILD;
const AT_ONCE = 6;
/** Rounds a page may be sent while a new version takes over. */
const ROUNDS = 20;

/**
 * A page that comes back at once. A `Refresh` header would not, where the address has a fragment. A request that comes
 * just when one worker gives way to the next may be lost with the old one, so the page asks again, each time later.
 */
const TURN = `<!doctype html><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>…</title>
<script>let pause = 1000; const again = () => { location.reload(); setTimeout(again, (pause *= 2)); }; again();</script>
<noscript><meta http-equiv="refresh" content="0"></noscript>`;

/** @type {Map<string, Promise<boolean>>} by part: whether it is kept, as far as asked */
const asked = new Map();
/** @type {Map<string, Promise<void>>} by part: its download under way */
const coming = new Map();
/** @type {Set<string>} tabs that show nothing but wait for a new version */
const waiting = new Set();

const listOf = (/** @type {string} */ part) => `${ROOT}offline/${part}.json`;
const found = (/** @type {string} */ address, cacheName = CACHE) => caches.match(address, { cacheName });

/** The files of a build that is kept already, by hash. @returns {Promise<{parts: Set<string>, files: Map<string, [string, string]>}>} */
async function earlier() {
  const parts = new Set();
  const files = new Map();
  for (const name of (await caches.keys()).filter((each) => each.startsWith(OURS))) {
    for (const part of Object.keys(PARTS)) {
      const list = await found(listOf(part), name);
      if (!list) continue;
      parts.add(part);
      for (const [path, hash] of Object.entries(await list.json())) files.set(hash, [ROOT + path, name]);
    }
  }
  return { parts, files };
}

/**
 * Fetch a file and hold it against its hash. What lies at an address that names its content the browser may have yet.
 * @param {string} address
 * @param {string} hash
 */
async function fetched(address, hash) {
  const named = /\/(assets|planner)\/(bundles\/)?[0-9a-f]{16}\//.test(address);
  /** @type {any} */
  const how = { cache: named ? "default" : "no-cache", priority: "low" };
  const response = await fetch(address, how);
  const bytes = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = [...digest].map((each) => each.toString(16).padStart(2, "0")).join("");
  if (!response.ok || !hex.startsWith(hash)) throw new Error(`not of this build: ${address}`);
  return response.redirected ? new Response(bytes, { headers: response.headers }) : response;
}

/** Keep a part of this build; what an earlier build or an attempt that was cut short has left is not fetched again. @param {string} part */
function keep(part) {
  const begun = coming.get(part) ?? download(part).finally(() => coming.delete(part));
  coming.set(part, begun);
  return begun;
}

/** @param {string} part */
async function download(part) {
  if (await found(listOf(part))) return;
  const cache = await caches.open(CACHE);
  const list = await fetched(listOf(part), PARTS[part]);
  const todo = Object.entries(await list.clone().json());
  const { files } = await earlier();
  const next = async () => {
    for (let one = todo.pop(); one; one = todo.pop()) {
      const address = ROOT + one[0];
      if (await cache.match(address)) continue;
      const old = files.get(one[1]);
      await cache.put(address, (old && (await found(...old))) || (await fetched(address, one[1])));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  await cache.put(listOf(part), list);
  asked.delete(part);
}

/** Keep several; where there is no room for them, leave none of what was begun. @param {Iterable<string>} parts */
async function keepAll(parts) {
  const begins = !(await caches.has(CACHE));
  try {
    await Promise.all([...parts].map(keep));
  } catch (error) {
    if (begins && /** @type {Error} */ (error).name === "QuotaExceededError") await caches.delete(CACHE);
    throw error;
  }
}

/** Words that a page has used join what is kept; alone they would be left of what the reader has just deleted. @param {string[]} parts */
async function keepAsked(parts) {
  if (!parts.includes("shared") && !(await found(listOf("shared")))) throw new Error("nothing is kept");
  await keepAll(parts);
}

/**
 * A new build keeps what was kept of the old, whole or not at all. Until then the old one stays; but where there is no
 * room for both, the new one begins with nothing kept rather than never: whoever is online reads what holds today.
 */
async function renew() {
  try {
    await keepAll((await earlier()).parts);
  } catch (error) {
    if (/** @type {Error} */ (error).name !== "QuotaExceededError") throw error;
  }
}

async function removeOlder() {
  const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** What is kept at an address. @param {string} address @returns {Promise<Response | undefined>} */
async function kept(address) {
  const path = address.slice(ROOT.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$/, "$1");
  const part = path.match(/^planner\/bundles\/\w+\/(.+)\.json$/)?.[1];
  return (await has(part ? `words.${part}` : partOf(path))) ? found(ROOT + path) : undefined;
}

/** @param {string} path */
function partOf(path) {
  const [folder] = path.split("/");
  return folder in PARTS ? folder : "shared";
}

/** @param {string} part @returns {Promise<boolean>} */
function has(part) {
  const known = asked.get(part) ?? found(listOf(part)).then(Boolean, () => false);
  asked.set(part, known);
  return known;
}

/** A file that is opened or downloaded comes as a navigation too. @param {string} address */
function isPage(address) {
  return /(\/|\.html)$/.test(new URL(address).pathname);
}

/** @param {any} event */
async function page(event) {
  const { request } = event;
  const turn = isPage(request.url) && (await turned(event.resultingClientId));
  if (turn) return turn;
  const response = await kept(request.url);
  if (response) return response;
  try {
    return await fetch(request);
  } catch (error) {
    const [address] = request.url.split(/[?#]/);
    if (await kept(`${address}/`)) return Response.redirect(`${address}/`);
    return (await notKept(request.url)) ?? Promise.reject(error);
  }
}

/**
 * A new version waits until no page of the old is open. Going from page to page in the only tab never gets there, for
 * the old page leaves when the new one arrives. So that one first gets an empty page, which comes back at once. If it
 * is then the only one left, the new version takes over; else another tab is open, and everything stays as it is.
 * @param {string} tab
 */
async function turned(tab) {
  const newer = worker.registration.waiting;
  if (!newer || waiting.size > ROUNDS) return null;
  const pages = (await worker.clients.matchAll({ type: "window" })).filter((/** @type {any} */ one) => one.frameType === "top-level");
  if (pages.length > 1) return null;
  if (pages.every((/** @type {any} */ one) => waiting.has(one.id))) newer.postMessage("take over");
  waiting.add(tab);
  return new Response(TURN, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** Without network: a page that says so, in the language asked for and in those that are kept. @param {string} address */
async function notKept(address) {
  const response = await kept(`${ROOT}offline/`);
  if (!response) return undefined;
  const parts = [];
  for (const part of Object.keys(PARTS)) if (await has(part)) parts.push(part);
  const text = (await response.text()).replaceAll("{root}", new URL(ROOT).pathname).replaceAll("{kept}", parts.join(" "))
    .replaceAll("{asked}", partOf(address.slice(ROOT.length)));
  return new Response(text, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** @param {Request} request */
async function file(request) {
  return (await kept(request.url)) ?? fetch(request);
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(renew()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(removeOlder()));
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") return worker.skipWaiting();
  const parts = event.data.keep.filter((/** @type {string} */ part) => part in PARTS);
  const tell = (/** @type {boolean} */ done) => event.ports[0].postMessage(done);
  event.waitUntil(keepAsked(parts).then(() => tell(true), () => tell(false)));
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  if (request.url.endsWith("/pyodide.asm.wasm")) return; // the browser keeps what it has compiled of it beside its own copy only
  event.respondWith(request.mode === "navigate" ? page(event) : file(request));
});
