// Tables: a click on a heading sorts, words narrow the rows, a button copies what is shown.
import { copy, made } from "./links.js";

const FILTERED = 8; // rows from which a filter helps

const value = (row, column) => {
  const cell = row.cells[column];
  const text = (cell.querySelector("time")?.dateTime ?? cell.querySelector("summary")?.textContent ?? cell.textContent).trim();
  const number = Number(/^-?[\d,]+(\.\d+)?( article|$)/.test(text) ? text.replace(/,| articles?/g, "") : text);
  return text !== "" && !Number.isNaN(number) ? number : text;
};
const compare = (a, b) => {
  if (typeof a === typeof b) return typeof a === "string" ? a.localeCompare(b) : a - b;
  return typeof a === "number" ? -1 : 1;
};
const shown = (cell) => (cell.querySelector("summary") ?? cell).textContent.trim().replace(/\s+/g, " ");

export function furnish(table) {
  table.querySelectorAll("thead th").forEach((heading, column) => sortable(table, heading, column));
  const body = table.tBodies[0];
  if (!body || body.rows.length < FILTERED) return;
  const field = made("input", { type: "search", placeholder: "Filter these rows" });
  field.setAttribute("aria-label", "Filter these rows");
  const count = made("span", { className: "count" });
  count.setAttribute("role", "status");
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const row of body.rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      left += !row.hidden;
    }
    count.textContent = words.length ? `${left} of ${body.rows.length}` : "";
  });
  const tools = made("p", { className: "filter" }, field, count);
  if (navigator.clipboard) {
    const button = made("button", { type: "button", className: "quiet" }, "Copy table");
    button.addEventListener("click", () => {
      const rows = [table.tHead.rows[0], ...[...body.rows].filter((row) => !row.hidden)];
      copy(rows.map((row) => [...row.cells].map(shown).join("\t")).join("\n"), button);
    });
    tools.append(button);
  }
  table.closest(".scroll").before(tools);
}

function sortable(table, heading, column) {
  const button = made("button", { type: "button" }, ...heading.childNodes);
  heading.append(button);
  button.addEventListener("click", () => {
    const down = heading.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].sort(
      (a, b) => compare(value(a, column), value(b, column)) * (down ? -1 : 1),
    );
    table.tBodies[0].append(...rows);
  });
}
