// @ts-check
/**
 * Takes a plan and what a link of the guide asks for (`?topic=wages&measure=…`); gives the plan with a finding on the
 * topic and the measure in it. What is there already is not added again, so reloading the page changes nothing.
 */
import { newId } from "./plan.js";

/** @param {import("./plan.js").Plan} plan @param {URLSearchParams} asked @returns {boolean} whether anything was added */
export function preset(plan, asked) {
  const [topic, measure] = [asked.get("topic"), asked.get("measure")];
  if (!topic || (!measure && plan.findings?.length)) return false;
  const findings = (plan.findings ??= []);
  let finding = findings.find((/** @type {any} */ one) => one.topic === topic);
  if (!finding) findings.push((finding = { id: newId(), topic }));
  else if (!measure) return false;
  if (measure && !plan.actions?.some((/** @type {any} */ one) => one.measure === measure)) {
    (plan.actions ??= []).push(action(measure, finding.id, asked));
  }
  return true;
}

/**
 * The library's words stay out of the plan; the owner and the dates are for those who make it.
 * @param {string} measure
 * @param {string} finding
 * @param {URLSearchParams} asked
 */
function action(measure, finding, asked) {
  const [side, nature] = [asked.get("side"), asked.get("nature")];
  return { id: newId(), findings: [finding], measure, text: null, side, nature, status: "proposed" };
}
