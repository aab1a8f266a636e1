// @ts-check
/**
 * Takes what the build laid beside the page: the templates of the form; gives the content of one that is asked for. Most
 * are for what nobody opens, so each is made when it is first needed. It is markup of this build, no text of a plan.
 */

/** @type {string[]} by the number a template in the page has */
let laid = [];

/** Have them come, however often that takes: without them nothing can be added. @param {() => void} failed is told each time */
export async function arrived(failed) {
  const { href } = /** @type {HTMLLinkElement} */ (document.getElementById("planner-templates"));
  for (let pause = 1000; ; pause *= 2) {
    try {
      const response = await fetch(href);
      if (!response.ok) throw new Error(`${response.status} ${href}`);
      laid = await response.json();
      return;
    } catch {
      failed();
      await new Promise((resolve) => (setTimeout(resolve, pause), addEventListener("online", resolve, { once: true })));
    }
  }
}

/** What is in a template, in the page or beside it. @param {any} $template @returns {DocumentFragment} */
export function content($template) {
  const { apart } = $template.dataset;
  if (apart !== undefined) {
    $template.content.append(...new DOMParser().parseFromString(`<body>${laid[apart]}`, "text/html").body.childNodes);
    delete $template.dataset.apart;
  }
  return $template.content;
}
