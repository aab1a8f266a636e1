// @ts-check
/**
 * Takes the planner once it is ready; has the service worker keep it, its language and the words it used, and says when
 * all of it works without network. Whatever fails here leaves the planner as it is. Who saves data stores nothing.
 */
import { readConfig } from "./connect.js";
import { h } from "./dom.js";

const config = readConfig();
const words = config.strings.offline;
const $planner = /** @type {HTMLElement} */ (document.querySelector("action-planner"));
const $said = /** @type {HTMLElement} */ (document.querySelector("[data-offline]"));

/** @param {(string | Node)[]} sentences */
function say(...sentences) {
  $said.replaceChildren(...sentences);
}

/** Settles when the planner is there and has nothing else to do. */
function idle() {
  const rest = (/** @type {(value?: any) => void} */ done) =>
    "requestIdleCallback" in window ? requestIdleCallback(done) : setTimeout(done, 1000);
  return new Promise((done) => {
    const look = () => $planner.dataset.planner === "ready" && (watch.disconnect(), rest(done));
    const watch = new MutationObserver(look);
    watch.observe($planner, { attributeFilter: ["data-planner"] });
    look();
  });
}

/** @param {ServiceWorker} worker @param {string[]} parts @returns {Promise<boolean>} */
function keep(worker, parts) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ keep: parts }, [port2]);
  });
}

/** The words of other languages of documents are kept once they have been used. @param {ServiceWorker} worker */
function keepUsedWords(worker) {
  const named = new Map(Object.entries(config.bundles).map(([language, path]) => [config.root + path, `words.${language}`]));
  const watch = new PerformanceObserver((list) => {
    const parts = list.getEntries().map(({ name }) => named.get(name)).filter((part) => part !== undefined);
    if (parts.length) keep(worker, parts);
  });
  watch.observe({ type: "resource", buffered: true });
}

/** @param {ServiceWorkerRegistration} registration */
function tellOfUpdates(registration) {
  const tell = () => registration.waiting && say(words.update);
  const watch = () => registration.installing?.addEventListener("statechange", tell);
  registration.addEventListener("updatefound", watch);
  watch(); // one may be on its way already
  tell();
}

async function begin() {
  await idle();
  if (/** @type {any} */ (navigator).connection?.saveData) return;
  const { serviceWorker } = navigator;
  if (!serviceWorker) return; // no secure address, or a private window
  await serviceWorker.register(`${config.root}service-worker.js`, { scope: config.root, updateViaCache: "none" });
  const registration = await serviceWorker.ready;
  const worker = /** @type {ServiceWorker} */ (registration.active);
  if (await keep(worker, ["shared", config.language, `words.${config.language}`])) {
    say(words.kept, " ", h("a", { href: new URL("../about/privacy/#delete", location.href).href }, words.about));
    keepUsedWords(worker);
  }
  tellOfUpdates(registration);
}

begin().catch(() => undefined); // storage is forbidden: the site works with the network
