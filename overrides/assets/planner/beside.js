// @ts-check
/** Takes the advice; shows it beside the questions it belongs to, in the rows that have been opened. */
import { h, listed, longDate, say } from "./dom.js";
import { aboutTopic, judged, orderCauses, urgent } from "./judged.js";
import { ADVICE, adviceOn, badge } from "./names.js";
import { get } from "./plan.js";
import { listPath, placeOf, rowPath } from "./rows.js";

/** Fill a place, or empty it; what has not changed keeps the reader's place. @param {any} $place @param {any} told @param {() => any[]} make */
function put($place, told, make) {
  if (!$place) return;
  const text = JSON.stringify(told ?? null);
  if ($place.dataset.told === text) return;
  $place.dataset.told = text;
  const open = $place.querySelector("details")?.open;
  const $parts = told ? make().filter(Boolean) : [];
  $place.hidden = !$parts.length;
  $place.replaceChildren(...$parts);
  if (open) for (const $fold of $place.querySelectorAll("details")) $fold.open = true;
}

/** Show the advice in all rows that are whole. @param {import("./form.js").Form} form @param {any} advice @param {any} config */
export function* showBeside(form, advice, config) {
  for (const $row of form.$form.querySelectorAll("[data-row][data-whole]")) {
    besideRow(form, $row, advice, config);
    yield;
  }
  const weigh = advice.weigh;
  put(form.$form.querySelector('[data-beside="weigh"]'), weigh, () => [
    h("div", { class: "pl-warning" }, h("p", {}, weigh.intro), ...listed(weigh.title, weigh.questions)),
  ]);
}

/** @param {import("./form.js").Form} form @param {any} $row @param {any} advice @param {any} config */
export function besideRow(form, $row, advice, config) {
  const name = listPath($row.parentElement);
  const record = get(form.plan, rowPath($row)) ?? {};
  const at = (/** @type {string} */ id) => $row.querySelector(`[data-beside="${id}"]`);
  if (name === "actions") {
    put(at("row"), record.due_changes?.length ? record.due_changes : null, () => moved(record.due_changes, config));
    return smart($row, advice.smart ?? [], config);
  }
  if (!(name in ADVICE)) return;
  const found = adviceOn(advice, name, placeOf($row));
  if (name === "findings") return finding($row, at, found, record, advice, config);
  const make = { "chain.risks": risk, signals: signal, escalation: step, "programme.follow_ups": opened, reviews: review }[name];
  const competition = record.step === "joint-leverage" ? advice.competition : null;
  const told = name === "reviews" ? record.changes : found;
  put(at("row"), told && [told, competition], () => /** @type {any} */ (make)(told, config, competition));
  const left = (found?.to_do ?? []).map((/** @type {any} */ one) => one.title);
  put(at("closing"), left.length ? left : null, () => [h("div", { class: "pl-advice" }, ...listed(config.strings.lights["to-do"], left))]);
}

/** @param {any} $row @param {(id: string) => any} at @param {any} found @param {any} record @param {any} advice @param {any} config */
function finding($row, at, found, record, advice, config) {
  put(at("row"), found?.about ? [found.about, found.avoid, found.references, found.guide] : null, () => [aboutTopic(found, record, config)]);
  const level = found?.level ? [found.level, found.why, found.asked, found.urgent] : null;
  put(at("severity"), level, () => [found.urgent && urgent(found.urgent, config), judged(found, config)]);
  const together = (record.leverage?.means ?? []).length > 0 ? advice.competition : null;
  put(at("involvement"), together, () => [h("p", { class: "pl-warning" }, together)]);
  put(at("causes"), found?.example, () => [h("p", { class: "pl-note" }, found.example)]);
  for (const $select of $row.querySelectorAll('[data-list="root_causes"] [data-path="id"]')) orderCauses($select, found?.causes ?? [], config);
}

/** @param {any} found @param {any} config */
function risk(found, config) {
  const actions = found.actions?.length ? `${config.strings.areas.actions}: ${found.actions.join(", ")}` : "";
  return actions ? [h("p", { class: "pl-note" }, actions)] : [];
}

/** @param {any} found @param {any} config */
function signal(found, config) {
  const words = config.strings.signals;
  const $late = found.late && badge("late", words.late);
  const due = found.answer_text && h("p", {}, say(words.due, { date: found.answer_text }), " ", $late);
  return [
    found.protect && h("p", { class: "pl-warning" }, found.protect),
    h("div", { class: "pl-advice" }, due, ...listed(words.asked, found.asked)),
  ];
}

/** @param {any} found @param {any} config @param {string | null} competition */
function step(found, config, competition) {
  const words = config.strings.ladder;
  const told = ["fits", "do", "mind"].filter((id) => found[id]).flatMap((id) => [h("dt", {}, words[id]), h("dd", {}, found[id])]);
  return [
    told.length > 0 && h("dl", { class: "pl-advice" }, ...told),
    found.basis && h("p", { class: "pl-warning" }, words.basis),
    competition && h("p", { class: "pl-warning" }, competition),
  ];
}

/** @param {any} found @param {any} config */
function opened(found, config) {
  const late = (found.deviations ?? []).filter((/** @type {any} */ one) => one.late).map((/** @type {any} */ one) => one.number);
  const { lights, figures } = config.strings;
  const told = late.length > 0 && ` ${figures.late}: ${late.join(", ")}`;
  return [h("p", { class: "pl-advice" }, `${lights.title}: `, badge(found.light, found.light_title), told)];
}

/** What had changed when a follow-up was recorded. @param {any[]} changes @param {any} config */
function review(changes, config) {
  const words = config.strings.reviews;
  if (!changes.length) return [];
  const value = (/** @type {any} */ one) => (one === null || one === undefined || one === "" ? words.nothing : String(one));
  const was = (/** @type {any} */ one) => (one.old === null || one.old === undefined ? "" : `${value(one.old)} → `);
  const lines = changes.map((one) => h("li", {}, h("strong", {}, one.path), `: ${was(one)}${value(one.new)}`));
  return [h("details", { class: "pl-more" }, h("summary", {}, words.changes), h("ul", {}, ...lines))];
}

/** What was agreed before stays visible. @param {any[]} changes @param {any} config */
function moved(changes, config) {
  const day = (/** @type {any} */ iso) => longDate(iso, config.language) || config.strings.reviews.nothing;
  const lines = changes.map((one) => `${day(one.old)} → ${day(one.new)}${one.reason ? ` (${one.reason})` : ""}`);
  return [h("div", { class: "pl-advice" }, ...listed(config.strings.reviews.moved, lines))];
}

/** In the order of the word; the configuration keeps none. */
const SMART = ["specific", "measurable", "attainable", "realistic", "time-bound"];

/** Beside each figure: which letters of SMART it meets. @param {any} $row @param {any[]} all @param {any} config */
function smart($row, all, config) {
  const words = config.strings.smart;
  for (const $indicator of $row.querySelectorAll('[data-list="indicators"] > [data-row]')) {
    const found = all.find((one) => one.path === rowPath($indicator));
    put($indicator.querySelector('[data-beside="smart"]'), found, () => {
      const lacking = new Map(found.lacks.map((/** @type {any} */ one) => [one.id, one.text]));
      const letters = SMART.map((id) => {
        const name = words.letters[id];
        const text = lacking.get(id);
        const state = lacking.has(id) ? words["not-met"] : words["is-met"];
        return h("li", { class: `pl-letter pl-letter--${lacking.has(id) ? "lacks" : "met"}` }, h("strong", {}, name), `: ${text ?? state}`);
      });
      const $told = lacking.size ? h("ul", { class: "pl-letters" }, ...letters) : h("p", {}, words.met);
      return [h("div", { class: "pl-advice" }, h("p", {}, h("strong", {}, words.title)), $told)];
    });
  }
}
