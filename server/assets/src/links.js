// Links and buttons that copy, and buttons that send a form from the keyboard.

export async function copy(text, told) {
  await navigator.clipboard.writeText(text);
  const words = told.textContent;
  told.textContent = "Copied";
  setTimeout(() => (told.textContent = words), 1500);
}

export function copyLinks() {
  if (navigator.clipboard) {
    document.querySelectorAll("a[data-copy]").forEach((link) =>
      link.addEventListener("click", (event) => {
        event.preventDefault();
        copy(link.href, link);
      }),
    );
    document.querySelectorAll("[data-code]").forEach((block) => {
      const button = made("button", { type: "button", className: "quiet" }, "Copy");
      button.addEventListener("click", () => copy(block.textContent, button));
      block.before(button);
    });
  }
  document.querySelectorAll(".editor textarea").forEach((area) =>
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
    }),
  );
}

export function made(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

export function download(name, blob) {
  const link = made("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
