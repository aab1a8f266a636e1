// @ts-check
/**
 * Takes a plan and what a link of the guide asks for (`?topic=wages&measure=…`); gives the plan with a finding on the
 * topic and the measure in it. What is there already is not added again, so reloading the page changes nothing.
 */
import { newId } from "./plan.js";

const ASKED = ["topic", "measure", "side", "nature"];

/** What the link says. @param {string} name */
export function asked(name) {
  return new URLSearchParams(location.search).get(name);
}

/** @param {import("./plan.js").Plan} plan @returns {boolean} whether anything was added */
export function preset(plan) {
  const [topic, measure] = [asked("topic"), asked("measure")];
  if (!topic || (!measure && plan.findings?.length)) return false;
  const findings = (plan.findings ??= []);
  const there = findings.find((/** @type {any} */ one) => one.topic === topic);
  const finding = there ?? { id: newId(), topic };
  if (!there) findings.push(finding);
  if (!measure || plan.actions?.some((/** @type {any} */ one) => one.measure === measure)) return !there;
  (plan.actions ??= []).push(action(measure, finding.id));
  return true;
}

/** The plan has been changed since: what the link asked for is the reader's own now, and a reload does not ask again. */
export function given() {
  const address = new URL(location.href);
  if (!ASKED.some((name) => address.searchParams.has(name))) return;
  for (const name of ASKED) address.searchParams.delete(name);
  history.replaceState(history.state, "", address);
}

/**
 * The library's words stay out of the plan; the owner and the dates are for those who make it.
 * @param {string} measure
 * @param {string} finding
 */
function action(measure, finding) {
  const [side, nature] = [asked("side"), asked("nature")];
  return { id: newId(), findings: [finding], measure, text: null, side, nature, status: "proposed" };
}
