// @ts-check
/**
 * Takes the checklists of a page; gives them boxes to tick and a button that copies them with their ticks, for a mail or
 * a note. Nothing is kept: whoever leaves the page starts anew. Without this script they are lists with empty boxes.
 */

/** Makes every checklist on the page one that can be ticked. */
export function checklists() {
  const words = document.getElementById("fs-site")?.dataset ?? {};
  for (const [number, $list] of [...document.querySelectorAll(".fs-checklist")].entries()) {
    const $items = [...$list.querySelectorAll(":scope > ul > li")];
    const $boxes = $items.map(($item, index) => tickable($item, `check-${number + 1}-${index + 1}`));
    $list.setAttribute("data-live", "");
    $list.append(buttons($items, $boxes, words));
  }
}

/** @param {Element} $item @param {string} id */
function tickable($item, id) {
  const $box = document.createElement("input");
  const $label = document.createElement("label");
  Object.assign($box, { type: "checkbox", id });
  $label.htmlFor = id;
  $label.append(...$item.childNodes);
  $item.append($box, " ", $label);
  return $box;
}

/** @param {Element[]} $items @param {HTMLInputElement[]} $boxes @param {DOMStringMap} words */
function buttons($items, $boxes, words) {
  const $row = document.createElement("div");
  const $said = document.createElement("span");
  $row.className = "fs-checklist__do";
  $said.setAttribute("role", "status");
  const line = (/** @type {Element} */ $item, /** @type {number} */ index) =>
    `${$boxes[index].checked ? "☑" : "☐"} ${$item.textContent?.trim().replace(/\s+/g, " ")}`;
  if (navigator.clipboard) { // browsers give it to pages served safely
    $row.append(button(words.copy, async () => {
      await navigator.clipboard.writeText(`${$items.map(line).join("\n")}\n`);
      $said.textContent = words.copied ?? "";
    }));
  }
  $row.append(button(words.clear, () => {
    for (const $box of $boxes) $box.checked = false;
    $said.textContent = "";
  }), $said);
  return $row;
}

/** @param {string | undefined} name @param {() => void} act */
function button(name, act) {
  const $button = document.createElement("button");
  $button.type = "button";
  $button.textContent = name ?? "";
  $button.addEventListener("click", act);
  return $button;
}
