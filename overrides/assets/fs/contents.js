// @ts-check
/** Takes the contents beside the text; marks in them where the reader is, and keeps that mark in view. */

/** A heading has been reached when it stands in this upper part of the screen. */
const REACHED = 0.2;

/** Follows the reader down the page. */
export function follow() {
  const $links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".fs-toc a")]);
  const places = $links.flatMap(($link) => {
    const $heading = document.getElementById(decodeURIComponent($link.hash.slice(1)));
    return $heading ? [{ $link, $heading }] : [];
  });
  /** @type {HTMLAnchorElement | undefined} */
  let $marked;
  const watcher = new IntersectionObserver(() => {
    const line = innerHeight * REACHED;
    const $now = places.filter(({ $heading }) => $heading.getBoundingClientRect().top <= line).at(-1)?.$link;
    if ($now === $marked) return;
    $marked?.classList.remove("md-nav__link--active");
    $now?.classList.add("md-nav__link--active");
    $marked = $now;
    const $scroll = $now?.closest(".md-sidebar__scrollwrap");
    if ($now && $scroll) $scroll.scrollTo({ top: $now.offsetTop - $scroll.clientHeight / 2 });
  }, { rootMargin: `0px 0px -${100 - REACHED * 100}% 0px` });
  for (const { $heading } of places) watcher.observe($heading);
}
