// Suggestions while somebody types a name: a combobox as ARIA describes it, over what /search finds.
import { made } from "./links.js";

const WAIT = 120;
let boxes = 0;

export function suggest(input) {
  const goes = input.form?.matches(".find"); // the search box leads to the page; a blank takes the name
  const list = made("ul", { id: `suggestions-${++boxes}`, className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  const told = made("span", { className: "hidden" });
  told.setAttribute("role", "status");
  const holder = made("span", { className: "combobox" });
  input.replaceWith(holder);
  holder.append(input, list, told);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));

  let found = [];
  let at = -1;
  let timer;
  let asked = "";

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (place) => {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = place;
    const option = list.children[at];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };
  const take = (place) => {
    const one = found[place];
    close();
    if (goes && one.href) return location.assign(one.href);
    input.value = one.label;
    asked = one.label;
  };
  const show = (answers) => {
    const chosen = found[at]; // stays chosen where the longer text finds it too
    found = answers;
    list.replaceChildren(
      ...answers.map((one, place) => {
        const option = made("li", { id: `${list.id}-${place}` }, made("span", { className: "name" }, one.label));
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        const also = one.spelt && one.spelt !== one.label ? `${one.kind} · ${one.spelt}` : one.kind;
        option.append(" ", made("span", { className: "sort" }, also));
        if (one.words) option.append(made("span", { className: "words" }, one.words));
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => take(place));
        return option;
      }),
    );
    list.hidden = !answers.length;
    mark(chosen ? answers.findIndex((one) => one.href === chosen.href && one.label === chosen.label) : -1);
    input.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = answers.length ? `${answers.length} suggestions` : "No suggestions";
  };
  const ask = async () => {
    const text = input.value.trim();
    if (text === asked) return;
    asked = text;
    if (text.length < 2) return close();
    const query = new URLSearchParams({ q: text, kinds: input.dataset.suggest, format: "json" });
    const answer = await fetch(`/search?${query}`, { headers: { Accept: "application/json" } });
    if (answer.ok && asked === text) show(await answer.json());
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      mark((at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if (event.key === "Enter" && at >= 0) {
      take(at);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
  input.addEventListener("blur", close);
}
