// What may stand where the cursor is: prefixes, words of SPARQL, terms of the ontology, names of things.

const WORDS =
  "SELECT CONSTRUCT ASK DESCRIBE WHERE FILTER OPTIONAL UNION MINUS GRAPH BIND VALUES SERVICE DISTINCT REDUCED LIMIT OFFSET HAVING EXISTS COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG DATATYPE BOUND IRI STRSTARTS CONTAINS LCASE UCASE REGEX YEAR MONTH DAY NOW COALESCE IF PREFIX BASE FROM NAMED UNDEF IN NOT".split(" ");
const PHRASES = ["ORDER BY", "GROUP BY", "FILTER NOT EXISTS"];

let vocabulary;
const terms = async () => (vocabulary ??= await (await fetch("/terms.json")).json());

export async function complete(context) {
  const known = await terms();
  const angled = context.matchBefore(/<[^<>\s"]*/);
  if (angled) return named(angled.text.slice(1), angled.from);
  const header = context.matchBefore(/prefix\s+[\w-]*/i);
  if (header) {
    const from = header.to - /[\w-]*$/.exec(header.text)[0].length;
    return { from, options: known.prefixes.map(([name, iri]) => ({ label: `${name}: <${iri}>`, type: "namespace" })) };
  }
  if (context.matchBefore(/[?$]\w*/)) return variables(context);
  const word = context.matchBefore(/[\p{L}_][\p{L}\w.-]*(:[\w-]*)?/u);
  if (!word || (word.text.length < 2 && !context.explicit)) return null;
  const options = known.terms.map((term) => ({
    label: term.name,
    detail: term.label,
    type: term.kind === "class" ? "class" : "property",
    info: term.definition || undefined,
    boost: term.name.startsWith("sy:") ? 1 : 0,
    apply: (view, completion, from, to) => write(view, term.name, from, to, known.prefixes),
  }));
  const written = options.flatMap((option) => {
    const local = option.label.split(":")[1];
    return local ? [option, { ...option, label: local, displayLabel: option.label }] : [option];
  });
  options.splice(0, options.length, ...(word.text.includes(":") ? options : written));
  for (const each of WORDS.concat(PHRASES)) options.push({ label: each, type: "keyword" });
  if (/^\p{Lu}/u.test(word.text) && word.text.length > 2 && !word.text.includes(":") && !WORDS.includes(word.text)) {
    const found = await named(word.text, word.from);
    options.push(...found.options);
  }
  return { from: word.from, options, validFor: /^[\p{L}\w.:-]*$/u };
}

// Things by their names; what is written is their IRI.
async function named(text, from) {
  if (text.length < 2) return { from, options: [] };
  const answer = await fetch(`/search?${new URLSearchParams({ q: text, format: "json", kinds: "" })}`);
  const found = answer.ok ? await answer.json() : [];
  const options = found
    .filter((one) => one.kind !== "article")
    .map((one) => ({ label: one.label, detail: one.kind, type: "constant", apply: `<${one.iri}>`, boost: -1 }));
  return { from, options, filter: false };
}

function variables(context) {
  const word = context.matchBefore(/[?$]\w*/);
  const text = context.state.doc.toString();
  const names = new Set(text.match(/[?$]\w+/g) ?? []);
  names.delete(word.text);
  return { from: word.from, options: [...names].map((label) => ({ label, type: "variable" })), validFor: /^[?$]\w*$/ };
}

// The term, and its prefix at the top of the query where that was missing.
function write(view, name, from, to, prefixes) {
  const prefix = name.split(":")[0];
  const iri = new Map(prefixes).get(prefix);
  const missing = iri && !new RegExp(`prefix\\s+${prefix}\\s*:`, "i").test(view.state.doc.toString());
  const changes = [{ from, to, insert: name }];
  const line = missing ? `PREFIX ${prefix}: <${iri}>\n` : "";
  if (line) changes.unshift({ from: 0, insert: line });
  view.dispatch({ changes, selection: { anchor: from + line.length + name.length }, userEvent: "input.complete" });
}
