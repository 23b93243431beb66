// The query editor in place of the text area: colours, completion, the error at its place, the queries of before.
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { indentWithTab } from "@codemirror/commands";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import { sparql } from "codemirror-lang-sparql";
import { complete } from "./completion.js";
import { remember, showHistory } from "./history.js";

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.variableName, tags.local(tags.variableName)], color: "var(--warm)" },
  { tag: [tags.string, tags.literal], color: "var(--good)" },
  { tag: [tags.number, tags.bool], color: "var(--good)" },
  { tag: [tags.namespace, tags.propertyName, tags.url], color: "var(--link)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);

const look = EditorView.theme({
  "&": { backgroundColor: "var(--card)", color: "var(--ink)", fontSize: "0.92rem", border: "1px solid #8b8f98", borderRadius: "6px" },
  "&.cm-focused": { outline: "3px solid var(--warm)", outlineOffset: "2px" },
  ".cm-content, .cm-gutters": { fontFamily: "var(--mono)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--ink)", minHeight: "15rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--soft)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--shade)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--mark)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)" },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "6px" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-completionInfo": { maxWidth: "22rem", padding: "0.4rem 0.6rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--warm)" },
  ".cm-panels": { backgroundColor: "var(--paper)", color: "var(--ink)" },
});

function edit(area) {
  const holder = document.createElement("div");
  holder.className = "code-editor";
  area.after(holder);
  // In a shadow root the editor may bring style sheets of its own without the page's policy being loosened.
  const root = holder.attachShadow({ mode: "open" });
  const send = () => {
    area.form.requestSubmit();
    return true;
  };
  const label = area.labels[0];
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: area.value,
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: send }])),
        basicSetup,
        keymap.of([...completionKeymap, indentWithTab]),
        sparql(),
        autocompletion({ override: [complete], activateOnTyping: true }),
        lintGutter(),
        syntaxHighlighting(colours),
        look,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": `${label.textContent}. Escape, then Tab, leaves the editor` }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) area.value = update.state.doc.toString();
        }),
      ],
    }),
  });
  area.hidden = true;
  label.addEventListener("click", () => view.focus());
  area.form.addEventListener("submit", () => remember(area.value));
  markError(view, area);
  showHistory(area.form, (text) => {
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    view.focus();
  });
}

function markError(view, area) {
  const { line, column, message } = area.dataset;
  if (!message) return;
  const number = Math.min(Math.max(Number(line) || 1, 1), view.state.doc.lines);
  const row = view.state.doc.line(number);
  const from = Math.min(row.from + Math.max(Number(column) - 1 || 0, 0), row.to);
  const word = view.state.wordAt(from);
  const to = Math.max(word ? word.to : Math.min(from + 1, row.to), from);
  view.dispatch(setDiagnostics(view.state, [{ from: from === to ? row.from : from, to, severity: "error", message }]));
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
  view.focus();
}

document.querySelectorAll("textarea[data-editor]").forEach(edit);
