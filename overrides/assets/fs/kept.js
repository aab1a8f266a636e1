// @ts-check
/**
 * Takes the place for it on the privacy page; shows what this copy of the site keeps in this browser, and deletes it.
 * Another copy on the same origin has other names, and is left alone.
 */

const $place = /** @type {HTMLElement} */ (document.querySelector("[data-fs-kept]"));
const words = JSON.parse($place.dataset.fsKept ?? "");
const root = new URL($place.dataset.root ?? "", location.href);
const name = `planner:${root.pathname}`; // an address holds no space: what follows one is ours
const $list = document.createElement("ul");
const $said = document.createElement("p");
let turn = Promise.resolve();
const $show = button(words.show, show);
const $delete = button(words.delete, remove);

/**
 * Its acts take turns: a list begun before the deletion must not come after it.
 * @param {string} word @param {() => Promise<void>} act
 */
function button(word, act) {
  const $button = document.createElement("button");
  Object.assign($button, { type: "button", className: "fs-button fs-button--quiet", textContent: word });
  $button.addEventListener("click", () => {
    turn = turn.then(act).catch(() => void ($said.textContent = words.blocked));
  });
  return $button;
}

/** The keys of this copy in localStorage, with their words. @returns {[string, string][]} */
function keys() {
  const known = { [name]: words.plan, [`${root.pathname}scheme`]: words.colours };
  return Object.entries(known).filter(([key]) => localStorage.getItem(key) !== null);
}

async function stores() {
  return "caches" in window ? (await caches.keys()).filter((store) => store.startsWith(`${name} `)) : [];
}

/** How large a store is, and which languages are whole in it. @param {string} store */
async function measured(store) {
  const cache = await caches.open(store);
  let bytes = 0;
  const languages = [];
  for (const request of await cache.keys()) {
    bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
    const part = request.url.slice(root.href.length).match(/^offline\/(.+)\.json$/)?.[1];
    if (part && words.languages[part]) languages.push(words.languages[part]);
  }
  return { bytes, languages };
}

/** A number as the page's language writes it. @param {number} bytes */
function size(bytes) {
  const number = (bytes / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
  return words.size.replace("{size}", number);
}

async function lines() {
  const kept = keys().map(([, word]) => word);
  const copy = { bytes: 0, languages: /** @type {string[]} */ ([]) };
  let start = 0;
  for (const store of await stores()) {
    const { bytes, languages } = await measured(store);
    if (!store.startsWith(`${name} offline `)) start += bytes;
    else copy.bytes += bytes, copy.languages.push(...languages);
  }
  const languages = [...new Set(copy.languages)].sort().join(", ") || "–";
  if (copy.bytes) kept.push(`${words.copy.replace("{languages}", languages)} (${size(copy.bytes)})`);
  if (start) kept.push(`${words.start} (${size(start)})`);
  return kept;
}

async function show() {
  const kept = await lines();
  $list.replaceChildren(...kept.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  $delete.hidden = !kept.length;
  $said.textContent = kept.length ? "" : words.nothing;
}

async function remove() {
  for (const [key] of keys()) localStorage.removeItem(key);
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (registration.scope === root.href) await registration.unregister();
  }
  await Promise.all((await stores()).map((store) => caches.delete(store)));
  await show();
  $said.textContent = words.deleted;
  $show.focus();
}

$said.setAttribute("role", "status");
$delete.hidden = true;
$place.append($show, $list, $delete, $said);
