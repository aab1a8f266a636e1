// @ts-check
/**
 * Takes addresses; gives a worker in which the planner begins.
 *
 * It begins as a blob so that it lives under the page's content security policy, header or not; and so that what a start
 * needs is on its way before the worker's first module has come.
 */

/** What a start needs at once, whether an earlier one was kept or not. */
const FIRST = ["pyodide.asm.wasm", "stdlib.zip.txt", "planner.zip.txt"];
/** How long the page is left alone before its start is kept, in milliseconds. */
const CALM = 1500;

/** @param {Omit<import("./protocol.js").Addresses, "calm">} given */
export function spawn(given) {
  const addresses = { ...given, calm: CALM };
  const source = `
    const asked = new Map(${JSON.stringify(FIRST.map((name) => given.runtime[name]))}.map((address) => [address, fetch(address)]));
    for (const early of asked.values()) early.catch(() => undefined);
    import(${JSON.stringify(given.worker)}).then(({ begin }) => begin(${JSON.stringify(addresses)}, asked)).catch(reportError);
  `;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return { worker: new Worker(url, { type: "module", name: "planner" }), url };
}
