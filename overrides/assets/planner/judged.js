// @ts-check
/** Takes what Python says of one finding; gives its severity with the reasons, the first hours, its topic, its causes. */
import { h, listed, say } from "./dom.js";
import { badge } from "./names.js";

/** @param {any} found @param {any} config */
export function judged(found, config) {
  const words = config.strings.level;
  return h(
    "div",
    { class: "pl-advice", "data-advice": true },
    h("p", {}, h("strong", {}, words.title, ": "), badge(found.level, found.title)),
    ...listed(words.why, found.why),
    ...listed(words.asked, found.asked),
  );
}

/** What comes before the plan. @param {any} told @param {any} config */
export function urgent(told, config) {
  const words = config.strings["first-hours"];
  const hours = (/** @type {string} */ within) => within.replace(/\D/g, "");
  const steps = (told.steps ?? []).map((/** @type {any} */ one) => {
    const within = say(words.within, { count: hours(one.within) });
    return h("li", {}, h("strong", {}, `${within}: `), one.text);
  });
  return h(
    "section",
    { class: "pl-urgent", "aria-label": told.title },
    h("p", { class: "pl-title" }, told.title),
    h("p", {}, told.intro),
    h("ol", {}, ...steps),
    ...listed(words.topic, told.first),
    ...listed(words.avoid, told.avoid),
  );
}

/** @param {any} found @param {any} record @param {any} config */
export function aboutTopic(found, record, config) {
  const words = config.strings["about-topic"];
  const topic = config.terms.topics[record.topic] ?? "";
  const guide = found.guide?.path ? `${config.root}${config.language}/${found.guide.path.replace(/\/?$/, "/")}` : null;
  return h(
    "details",
    { class: "pl-more" },
    h("summary", {}, say(words.title, { topic })),
    h("p", {}, found.about),
    ...listed(config.strings["first-hours"].avoid, found.avoid),
    found.references?.length > 0 && h("p", { class: "pl-basis" }, `${words.references}: ${found.references.join(", ")}`),
    guide && h("p", {}, h("a", { href: guide, target: "_blank", rel: "noopener" }, words.guide)),
  );
}

/** Offer the causes typical for the topic first, then the buyer's own, then the others. @param {any} $select @param {any[]} causes @param {any} config */
export function orderCauses($select, causes, config) {
  const order = JSON.stringify(causes.map((one) => one.id));
  if (($select.dataset.order ?? "[]") === order || $select === document.activeElement) return;
  $select.dataset.order = order;
  const words = config.strings.causes;
  const { value } = $select;
  const options = new Map([...$select.options].map(($one) => [$one.value, $one]));
  const own = causes.filter((one) => one.origin === "buyer").map((one) => one.id);
  const typical = causes.filter((one) => one.origin !== "buyer").map((one) => one.id);
  const others = [...options.keys()].filter((id) => id && !own.includes(id) && !typical.includes(id));
  const group = (/** @type {string} */ label, /** @type {string[]} */ ids) =>
    ids.length > 0 ? [h("optgroup", { label }, ...ids.map((id) => options.get(id) ?? new Option(id, id)))] : [];
  $select.replaceChildren(/** @type {any} */ (options.get("")), ...group(words.typical, typical), ...group(words.own, own), ...group(words.others, others));
  $select.value = value;
}
