// @ts-check
/** Takes the page it stands in; tells the server when the planner has answered, counted from the start of the visit. */
{
  const STATES = {
    ready: 'action-planner[data-planner="ready"], html[data-ready]',
    failed: 'action-planner[data-planner="failed"], html[data-failed]',
    kept: 'action-planner[data-snapshot="kept"]',
  };
  const waiting = new Map(Object.entries(STATES));
  const watch = new MutationObserver(look);

  function look() {
    for (const [what, selector] of waiting) {
      if (!document.querySelector(selector)) continue;
      waiting.delete(what);
      fetch(`/bench/told?what=${what}&after=${performance.now()}`);
      // Firefox writes down what it keeps when its last window closes, and only then.
      if (what === "ready") fetch("/bench/over").then(() => window.close());
    }
  }

  watch.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-planner", "data-snapshot", "data-ready", "data-failed"],
  });
  look();
}
