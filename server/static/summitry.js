// Adds comfort to pages that work without it: suggestions while typing, sortable tables, copied links.
"use strict";

const later = (wait, work) => {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), wait);
  };
};

// Suggestions: names of entities for any input with data-suggest; its value narrows the kinds.
document.querySelectorAll("input[data-suggest]").forEach((input, number) => {
  const list = document.createElement("datalist");
  list.id = `suggestions-${number}`;
  input.after(list);
  input.setAttribute("list", list.id);
  let asked = "";
  input.addEventListener(
    "input",
    later(160, async () => {
      const text = input.value.trim();
      if (text.length < 2 || text === asked) return;
      asked = text;
      const query = new URLSearchParams({ q: text, kinds: input.dataset.suggest, format: "json" });
      const answer = await fetch(`/search?${query}`, { headers: { Accept: "application/json" } });
      if (!answer.ok || asked !== text) return;
      const options = (await answer.json()).map((found) => {
        const option = document.createElement("option");
        option.value = found.label;
        option.label = found.kind;
        return option;
      });
      list.replaceChildren(...options);
    }),
  );
});

// Tables: a click on a heading sorts, another click turns the order.
const value = (row, column) => {
  const cell = row.cells[column];
  const text = (cell.querySelector("time")?.dateTime ?? cell.textContent).trim();
  const number = Number(text.replace(/,/g, ""));
  return text !== "" && !Number.isNaN(number) ? number : text;
};
const compare = (a, b) =>
  typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1;

document.querySelectorAll("table.rows").forEach((table) => {
  table.querySelectorAll("thead th").forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
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
  });
});

// Links marked data-copy go to the clipboard, where the browser allows it.
document.querySelectorAll("a[data-copy]").forEach((link) => {
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard) return;
    event.preventDefault();
    await navigator.clipboard.writeText(link.href);
    const text = link.textContent;
    link.textContent = "Copied";
    setTimeout(() => (link.textContent = text), 1500);
  });
});

// Ctrl+Enter sends a query.
document.querySelectorAll(".editor textarea").forEach((area) => {
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
  });
});
