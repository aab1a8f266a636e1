// @ts-check
/** Takes the form and the advice; says in the summary of each row what it is about, how severe or how late. */
import { h, longDate } from "./dom.js";
import { get } from "./plan.js";
import { listPath, placeOf, rowsOf } from "./rows.js";

/** Where the advice on the rows of a list stands. */
export const ADVICE = /** @type {Record<string, string>} */ ({
  findings: "findings",
  "chain.risks": "risks",
  signals: "signals",
  escalation: "steps",
  "programme.follow_ups": "opened",
  reviews: "reviews",
});

/** @param {string} text */
export function short(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 70 ? `${line.slice(0, 69).trimEnd()}…` : line;
}

/** A level by its word and its shape, not by colour alone. @param {string | null} level @param {string} title */
export function badge(level, title) {
  return h("span", { class: `pl-badge pl-badge--${level ?? "unrated"}` }, title);
}

/** What Python says of a row. @param {any} advice @param {string} list @param {number} index */
export function adviceOn(advice, list, index) {
  return (advice[ADVICE[list]] ?? []).find((/** @type {any} */ one) => one.index === index);
}

/** What a record is about, in a line. @param {string} list @param {any} record @param {any} texts by field @param {any} config */
function about(list, record, texts, config) {
  const { terms, language } = config;
  const text = record.text || texts("text") || "";
  const topic = terms.topics[record.topic] ?? record.topic;
  const dated = (/** @type {string} */ word) => [word, longDate(record.date, language)].filter(Boolean).join(", ");
  switch (list) {
    case "chain.risks":
      return [record.product, text || topic].filter(Boolean).join(": ");
    case "programme.follow_ups":
      return record.supplier;
    case "escalation":
      return dated(terms.ladder[record.step] ?? record.step);
    case "reviews":
      return dated(terms.review_types[record.type] ?? record.type);
    default:
      return text || topic;
  }
}

/** @param {any} found @param {any} strings */
function state(found, strings) {
  if (!found) return null;
  if (found.light) return badge(found.light, found.light_title);
  if (found.late) return badge("late", strings.figures.late);
  if ("level" in found) return badge(found.level, found.level ? found.title : strings.level.unrated);
  return null;
}

/** Name one row. @param {import("./form.js").Form} form @param {any} $row @param {any} advice @param {any} config */
export function nameRow(form, $row, advice, config) {
  const $list = $row.parentElement;
  const [list, index] = [listPath($list), placeOf($row)];
  name(form, $row, `${list}[${index}]`, list, get(form.plan, `${list}[${index}]`) ?? {}, adviceOn(advice, list, index), config);
}

/** @param {import("./form.js").Form} form @param {any} $row @param {string} path @param {string} list @param {any} record @param {any} found @param {any} config */
function name(form, $row, path, list, record, found, config) {
  const $about = $row.querySelector(":scope > summary > [data-row-about]");
  if (!$about) return;
  const text = short(about(list, record, (/** @type {string} */ field) => form.texts[`${path}.${field}`], config) ?? "");
  const told = JSON.stringify([text, found?.number, found?.level, found?.light, found?.late]);
  if ($about.dataset.told === told) return;
  $about.dataset.told = told;
  const $state = state(found, config.strings);
  const $number = found?.number ? h("span", { class: "pl-number" }, found.number) : null;
  const parts = [text || config.strings.rows.untitled, $number && " ", $number, $state && " ", $state].filter(Boolean);
  $about.replaceChildren(...parts);
}

/** Say on a folded list how many rows it holds. @param {any} $form @param {any} strings */
export function countRows($form, strings) {
  for (const $list of $form.querySelectorAll("details[data-group] > [data-list]")) {
    const $told = $list.parentElement.querySelector(":scope > summary > .pl-optional");
    const count = rowsOf($list).length;
    const text = `(${count || strings.page.optional})`;
    if ($told && $told.textContent !== text) $told.textContent = text;
  }
}

/** Name all rows. @param {import("./form.js").Form} form @param {any} advice @param {any} config */
export function* nameRows(form, advice, config) {
  for (const $list of form.$form.querySelectorAll("[data-list]:has(> template[data-body])")) {
    const list = listPath($list);
    const records = get(form.plan, list) ?? [];
    const told = new Map((advice[ADVICE[list]] ?? []).map((/** @type {any} */ one) => [one.index, one]));
    for (const [at, $row] of rowsOf($list).entries()) {
      name(form, $row, `${list}[${at}]`, list, records[at] ?? {}, told.get(at), config);
      yield;
    }
  }
}
