// @ts-check
/** Takes one page that the search has found, with its sections; gives its entry in the list, as the theme draws it. */

/**
 * @typedef {{location: string, title: string, text: string, score: number, terms: Record<string, boolean>}} Section
 *   title and text are HTML of the index, with `<mark>` around what was looked for
 */

/** What may stand in a text; of everything else only the words are shown. */
const KEPT = new Set(["MARK", "P", "UL", "OL", "LI", "DL", "DT", "DD", "CODE", "PRE", "EM", "STRONG"]);

/** @param {Section[]} sections of one page, best first @param {URL} base @param {DOMStringMap} words @returns {HTMLLIElement} */
export function entry(sections, base, words) {
  const best = sections[0].score;
  const [whole] = sections.filter(({ location }) => !location.includes("#"));
  const parts = sections.filter((one) => one !== whole);
  const good = parts.filter(({ score }) => score >= best);
  const rest = parts.slice(good.length);
  const show = (/** @type {Section} */ one, /** @type {boolean} */ isPage, text = true) => link(one, base, words, isPage, text);
  return made("li", "md-search-result__item",
    ...(whole ? [show(whole, true, !good.length)] : []),
    ...good.map((one) => show(one, false)),
    ...(rest.length ? [more(rest.map((one) => show(one, false)), words)] : []));
}

/** @param {HTMLElement[]} $links @param {DOMStringMap} words */
function more($links, words) {
  const told = $links.length === 1 ? words.moreOne : words.moreOther?.replace("#", String($links.length));
  return made("details", "md-search-result__more", made("summary", "", made("div", "", told ?? "")), ...$links);
}

/** @param {Section} section @param {URL} base @param {DOMStringMap} words @param {boolean} isPage @param {boolean} withText */
function link(section, base, words, isPage, withText) {
  const missing = Object.keys(section.terms).filter((term) => !section.terms[term]);
  const $missing = missing.flatMap((term) => [" ", made("del", "", term)]);
  const $article = made("article", "md-search-result__article md-typeset",
    ...(isPage ? [made("div", "md-search-result__icon md-icon")] : []),
    made(isPage ? "h1" : "h2", "", ...read(section.title)),
    ...(withText ? read(section.text) : []),
    ...(withText && missing.length ? [made("p", "md-search-result__terms", `${words.missing}:`, ...$missing)] : []));
  const $link = made("a", "md-search-result__link", $article);
  $article.dataset.mdScore = section.score.toFixed(2);
  $link.href = new URL(section.location, base).href;
  return $link;
}

/** Words and marks of the index's HTML, made anew. @param {string} html @returns {(Node | string)[]} */
function read(html) {
  /** @type {($node: Node) => (Node | string)[]} */
  const copy = ($node) => {
    if ($node.nodeType === Node.TEXT_NODE) return [$node.textContent ?? ""];
    const $inside = [...$node.childNodes].flatMap(copy);
    return KEPT.has($node.nodeName) ? [made(/** @type {any} */ ($node.nodeName), "", ...$inside)] : $inside;
  };
  return copy(new DOMParser().parseFromString(html, "text/html").body);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} classes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function made(tag, classes, ...children) {
  const $made = document.createElement(tag);
  if (classes) $made.className = classes;
  $made.append(...children);
  return $made;
}
