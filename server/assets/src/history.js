// The queries somebody sent before, kept in the browser and nowhere else.
import { made } from "./links.js";

const PLACE = "summitry.queries";
const MOST = 40;

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(PLACE)) ?? [];
  } catch {
    return [];
  }
};

export function remember(text) {
  const kept = read().filter((one) => one.text !== text);
  localStorage.setItem(PLACE, JSON.stringify([{ text, when: new Date().toISOString() }, ...kept].slice(0, MOST)));
}

const short = (text) => text.replace(/^\s*(PREFIX|BASE)\b[^\n]*\n/gim, "").replace(/\s+/g, " ").trim().slice(0, 110);

export function showHistory(form, take) {
  const kept = read();
  if (!kept.length) return;
  const list = made("ul", { className: "history" });
  for (const one of kept) {
    const button = made("button", { type: "button", className: "quiet" }, short(one.text) || "(only prefixes)");
    button.addEventListener("click", () => take(one.text));
    list.append(made("li", {}, button, " ", made("small", {}, new Date(one.when).toLocaleString())));
  }
  const clear = made("button", { type: "button", className: "quiet" }, "Forget them");
  const box = made("details", { className: "history-box" }, made("summary", {}, "Queries of before"), list, clear);
  clear.addEventListener("click", () => {
    localStorage.removeItem(PLACE);
    box.remove();
  });
  form.after(box);
}
