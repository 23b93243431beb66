// Comfort for pages that work without it.
import { copyLinks } from "./links.js";
import { dress } from "./pictures.js";
import { suggest } from "./suggest.js";
import { furnish } from "./tables.js";

document.querySelectorAll("input[data-suggest]").forEach(suggest);
document.querySelectorAll("table.rows").forEach(furnish);
document.querySelectorAll("figure.chart").forEach(dress);
copyLinks();
