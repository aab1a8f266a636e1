// @ts-check
/** Takes a plan and a path such as `actions[0].milestones[1].due`; gives and sets what stands there. */

/** @typedef {Record<string, any>} Plan plain JSON, shaped as planner/plan.py says; unknown fields stay */

export const SCHEMA = 1;

/** @param {string} kind @param {string} language @returns {Plan} */
export function newPlan(kind, language) {
  return { schema: SCHEMA, id: newId(), kind, title: null, language, created: today(), revision: 1 };
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

/** @param {string} path @returns {(string | number)[]} */
export function parts(path) {
  return [...path.matchAll(/([^.[\]]+)/g)].map(([name]) => (/^\d+$/.test(name) ? Number(name) : name));
}

/** @param {any} from @param {string} path */
export function get(from, path) {
  let found = from;
  for (const part of parts(path)) found = found?.[part];
  return found ?? null;
}

/** @param {any} into @param {string} path @param {any} value */
export function set(into, path, value) {
  const names = parts(path);
  const last = /** @type {string | number} */ (names.pop());
  let place = into;
  names.forEach((name, at) => {
    place[name] ??= typeof (names[at + 1] ?? last) === "number" ? [] : {};
    place = place[name];
  });
  place[last] = value;
}
