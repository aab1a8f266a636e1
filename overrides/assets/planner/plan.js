// @ts-check
/**
 * Takes a plan and a path such as `actions[0].milestones[1].due`; gives and sets what stands there. In a list whose
 * rows are known beforehand a row goes by its id: `policy.areas[#targets].standing`.
 */

/** @typedef {Record<string, any>} Plan plain JSON, shaped as planner/plan/ says; unknown fields stay */

export const SCHEMA = 1;

/** @param {string} kind @param {string} language @returns {Plan} */
export function newPlan(kind, language) {
  return { schema: SCHEMA, id: newId(), kind, title: null, language, created: today(), revision: 1 };
}

/** A plan of this schema, or nothing: older and stranger ones are read by Python. @param {string | null} text @returns {Plan | null} */
export function parsed(text) {
  try {
    const plan = JSON.parse(text ?? "null");
    return plan?.schema === SCHEMA && typeof plan.id === "string" ? plan : null;
  } catch {
    return null;
  }
}

/** Note that this revision leaves the planner. @param {Plan} plan */
export function share(plan) {
  plan.revision ??= 1;
  plan.shared = { revision: plan.revision, day: today() };
}

/** The first change after the plan was handed out begins a new revision. @param {Plan} plan */
export function revise(plan) {
  if (plan.shared?.revision && plan.shared.revision === plan.revision) plan.revision += 1;
}

/** An id nobody else has. `randomUUID` exists only on secure origins, and a copy may run without one. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The reader's own calendar day, ISO 8601. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
}

/** @type {Map<string, readonly (string | number)[]>} the form asks for the same paths again and again */
const known = new Map();

/** @param {string} path @returns {readonly (string | number)[]} */
export function parts(path) {
  let found = known.get(path);
  if (!found) known.set(path, (found = path.split(/[.[\]]+/).filter(Boolean).map((name) => (/^\d+$/.test(name) ? Number(name) : name))));
  return found;
}

/** @param {any} from @param {string} path */
export function get(from, path) {
  let found = from;
  for (const part of parts(path)) found = isId(part) ? row(found, part) : found?.[part];
  return found ?? null;
}

/** @param {string | number} part */
function isId(part) {
  return typeof part === "string" && part.startsWith("#");
}

/** @param {any} list @param {any} part */
function row(list, part) {
  return Array.isArray(list) ? list.find((one) => one?.id === part.slice(1)) : undefined;
}

/** The path with places instead of ids, as the planner's remarks write it. @param {any} plan @param {string} path */
export function placed(plan, path) {
  return path.replace(/^([\w.]+)\[#([^\]]+)\]/, (all, list, id) => {
    const at = (get(plan, list) ?? []).findIndex((/** @type {any} */ one) => one?.id === id);
    return at < 0 ? all : `${list}[${at}]`;
  });
}

/** @param {any} into @param {string} path @param {any} value */
export function set(into, path, value) {
  const names = parts(path).slice(0, -1);
  const last = /** @type {string | number} */ (parts(path).at(-1));
  let place = into;
  names.forEach((name, at) => {
    if (isId(name)) {
      if (!row(place, name)) place.push({ id: String(name).slice(1) });
      place = row(place, name);
      return;
    }
    const next = names[at + 1] ?? last;
    place[name] ??= typeof next === "number" || isId(next) ? [] : {};
    place = place[name];
  });
  place[last] = value;
}
