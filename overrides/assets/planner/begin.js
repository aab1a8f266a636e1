// @ts-check
/**
 * Takes the addresses the build left in the tag this stands in; gives workers in which the planner begins, and at a repeat
 * visit one at once, while the browser still reads the page. It stands in the page itself: a module would come too late.
 */
{
  const { dataset } = /** @type {HTMLElement} */ (document.currentScript);
  const root = new URL(`${dataset.root}`.replace(/\/?$/, "/"), document.baseURI).href;
  const files = Object.entries(JSON.parse(`${dataset.files}`)).map(([name, path]) => [name, root + path]);
  const runtime = Object.fromEntries(files);
  const base = new URL(root).pathname;

  /** @type {import("./protocol.js").Addresses} */
  const addresses = {
    root,
    base,
    runtime,
    bundle: `${root}${dataset.bundle}`,
    worker: new URL(`${dataset.worker}`, document.baseURI).href,
    store: `planner:${base} start`, // one for each copy of the site
    key: `${new URL(".", runtime["pyodide.js"]).href}memory?${`${dataset.bundle}`.split("/").slice(-2).join("/")}`, // named by content
    calm: 1500,
    copied: false,
    fresh: false,
  };

  /**
   * The first lines of the worker, which know nothing of this page but what they are given: what a start needs is on its
   * way before the worker's first module has come.
   * @param {import("./protocol.js").Addresses} given
   */
  const born = (given) => {
    const { runtime } = given;
    const wasm = async () => {
      const address = runtime["pyodide.asm.wasm"];
      // Chromium, which alone says so much of itself, keeps beside its own copy what it has compiled. WebKit's own copy is
      // often gone, Firefox's comes by the busy page: they look first for the copy that serves without network.
      const near = [() => caches.match(address), () => fetch(address, { cache: "only-if-cached", mode: "same-origin" })];
      if ("userAgentData" in navigator) near.reverse();
      for (const look of given.copied ? near : []) {
        const response = await look().catch(() => undefined);
        if (response?.ok) return response;
      }
      return fetch(address);
    };
    const compile = async (/** @type {Promise<Response>} */ coming) => {
      const response = await coming;
      const typed = response.headers.get("Content-Type")?.startsWith("application/wasm"); // not every host says so
      if (response.ok) return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
      throw new Error(`${response.status} ${response.url}`);
    };
    const look = async () => (given.fresh ? undefined : (await caches.open(given.store)).match(given.key));
    const found = look().catch(() => undefined); // nothing can be kept here
    const read = async () => {
      const response = await found;
      return response && { made: response.headers, bytes: await response.arrayBuffer() };
    };
    const kept = read().catch(() => undefined); // it went while it was read
    const modules = Promise.all([import(runtime["pyodide.js"]), import(runtime["pyodide.asm.js"])]);
    const compiled = compile(wasm());
    const start = found.then((there) => (there ? undefined : compile(fetch(runtime["pyodide.start.wasm"]))));
    for (const early of [compiled, start, modules]) early.catch(() => undefined); // told where it is awaited
    import(given.worker).then(({ begin }) => begin(given, { compiled, start, modules, kept }), reportError);
  };

  /** The worker begins as a blob so that it lives under the page's content security policy, header or not. */
  const spawn = (fresh = false) => {
    const copied = Boolean(navigator.serviceWorker?.controller);
    const source = `(${born})(${JSON.stringify({ ...addresses, copied, fresh })})`;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(url, { type: "module", name: "planner" });
    /** @type {any[]} what it has said before somebody listens */
    const said = [];
    worker.onmessage = ({ data }) => said.push(data);
    worker.onerror = () => said.push({ id: 0, ok: false, error: { code: "crashed", where: null, sentence: null, places: [] } });
    return { worker, url, said };
  };

  // A first start keeps every core and the line busy: it waits until the form is there to type in. A repeated one is short.
  const first = navigator.serviceWorker?.controller ? spawn() : null;
  Object.assign(globalThis, { planner: { addresses, spawn, first } });
}
