// Pictures: a closer look at maps and networks, neighbours brought out, and a copy as SVG or PNG to keep.
import { download, made } from "./links.js";

const SPACE = "http://www.w3.org/2000/svg";
const KEPT = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity", "font-family", "font-size",
  "font-weight", "text-anchor", "paint-order", "vector-effect", "stroke-linejoin", "display",
];
const SHARPNESS = 2; // pixels of a PNG for one of the screen

export function dress(figure) {
  const svg = figure.querySelector("svg");
  const tools = made("p", { className: "picture-tools" });
  const button = (text, act) => {
    const one = made("button", { type: "button", className: "quiet" }, text);
    one.addEventListener("click", act);
    tools.append(one);
    return one;
  };
  if (figure.dataset.kind === "map" || figure.dataset.kind === "network") movable(svg, button);
  if (figure.dataset.kind === "network") neighbours(svg);
  const name = (svg.getAttribute("aria-label") || "picture").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60);
  button("Save SVG", async () => download(`${name}.svg`, new Blob([await drawing(svg)], { type: "image/svg+xml" })));
  button("Save PNG", async () => download(`${name}.png`, await pixels(svg)));
  figure.append(tools);
}

function movable(svg, button) {
  const whole = svg.viewBox.baseVal;
  const { x, y, width, height } = whole;
  const zoom = (factor) => {
    const wide = Math.min(Math.max(whole.width * factor, width / 16), width);
    const high = (wide * height) / width;
    move(whole.x + (whole.width - wide) / 2, whole.y + (whole.height - high) / 2, wide, high);
  };
  const move = (left, top, wide, high) => {
    whole.width = wide;
    whole.height = high;
    whole.x = Math.min(Math.max(left, x), x + width - wide);
    whole.y = Math.min(Math.max(top, y), y + height - high);
    svg.style.setProperty("--zoom", wide / width);
  };
  button("Closer", () => zoom(0.7)).setAttribute("aria-label", "Closer: enlarge the picture");
  button("Further", () => zoom(1 / 0.7)).setAttribute("aria-label", "Further: the whole picture");
  let from = null;
  svg.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("a") && whole.width < width) from = { x: event.clientX, y: event.clientY, left: whole.x, top: whole.y };
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const unit = whole.width / svg.clientWidth;
    move(from.left - (event.clientX - from.x) * unit, from.top - (event.clientY - from.y) * unit, whole.width, whole.height);
  });
  ["pointerup", "pointerleave"].forEach((name) => svg.addEventListener(name, () => (from = null)));
}

function neighbours(svg) {
  const edges = [...svg.querySelectorAll("[data-ends]")];
  svg.querySelectorAll("[data-node]").forEach((node) => {
    const bring = () => {
      const near = new Set([node.dataset.node]);
      for (const edge of edges) {
        const ends = edge.dataset.ends.split(" ");
        const mine = ends.includes(node.dataset.node);
        edge.classList.toggle("near", mine);
        if (mine) ends.forEach((end) => near.add(end));
      }
      svg.querySelectorAll("[data-node]").forEach((other) => other.classList.toggle("far", !near.has(other.dataset.node)));
      svg.classList.add("chosen");
    };
    const leave = () => {
      svg.classList.remove("chosen");
      svg.querySelectorAll(".near, .far").forEach((each) => each.classList.remove("near", "far"));
    };
    node.addEventListener("pointerenter", bring);
    node.addEventListener("pointerleave", leave);
    node.addEventListener("focusin", bring);
    node.addEventListener("focusout", leave);
  });
}

// The picture by itself: styles written into it, the outlines it uses put into it.
async function drawing(svg) {
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, place) => {
    const style = getComputedStyle(originals[place]);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value && value !== "none" && value !== "normal") element.setAttribute(name, value);
    }
    if (style.fill === "none") element.setAttribute("fill", "none");
    element.removeAttribute("class");
    if (element.tagName === "a") element.setAttribute("href", new URL(element.getAttribute("href"), location).href);
  });
  await bringOutlines(copy);
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", SPACE);
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const paper = document.createElementNS(SPACE, "rect");
  const { x, y } = svg.viewBox.baseVal;
  Object.entries({ x, y, width, height, fill: getComputedStyle(svg.closest("figure")).backgroundColor }).forEach(([name, value]) =>
    paper.setAttribute(name, value),
  );
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

async function bringOutlines(copy) {
  const uses = [...copy.querySelectorAll("use")];
  if (!uses.length) return;
  const file = uses[0].getAttribute("href").split("#")[0];
  const world = new DOMParser().parseFromString(await (await fetch(file)).text(), "image/svg+xml");
  for (const use of uses) {
    const found = world.getElementById(use.getAttribute("href").split("#")[1]);
    if (!found) continue;
    const group = document.createElementNS(SPACE, "g");
    for (const { name, value } of use.attributes) if (name !== "href") group.setAttribute(name, value);
    const outline = document.importNode(found, true);
    outline.removeAttribute("id");
    outline.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
    group.append(outline);
    use.replaceWith(group);
  }
}

async function pixels(svg) {
  const text = await drawing(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const { width, height } = svg.viewBox.baseVal;
  const scale = Math.max(SHARPNESS, (svg.clientWidth * SHARPNESS) / width);
  const canvas = made("canvas", { width: width * scale, height: height * scale });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
