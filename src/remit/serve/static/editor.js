// Asks the endpoint and shows its answer. Whatever comes from the data is set as text, never as markup.
"use strict";

const byId = (id) => document.getElementById(id);
const editor = byId("editor"), query = byId("query"), told = byId("told"), answer = byId("answer");
const RESULTS = "application/sparql-results+json", MOST = 1000;
let running = null;

function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

function shown(term) {
  if (term === undefined) return document.createTextNode("");
  if (term.type === "uri") {
    const link = element("a", term.value);
    // the address of our own page about it; the IRI itself is only a parameter
    link.href = editor.dataset.page + "?iri=" + encodeURIComponent(term.value);
    return link;
  }
  const text = term.type === "bnode" ? "_:" + term.value : term.value;
  return document.createTextNode(text + (term["xml:lang"] ? " @" + term["xml:lang"] : ""));
}

function table(result) {
  const made = element("table"), head = element("thead"), body = element("tbody"), names = element("tr");
  for (const name of result.head.vars) {
    const cell = element("th", name);
    cell.scope = "col";
    names.append(cell);
  }
  head.append(names);
  for (const row of result.results.bindings.slice(0, MOST)) {
    const line = element("tr");
    for (const name of result.head.vars) {
      const cell = element("td");
      cell.append(shown(row[name]));
      line.append(cell);
    }
    body.append(line);
  }
  made.append(head, body);
  return made;
}

function ask(accept, signal) {
  const body = new URLSearchParams({ query: query.value });
  return fetch(editor.dataset.endpoint, { method: "POST", body, headers: { Accept: accept }, signal });
}

async function run() {
  if (running) running.abort();
  const mine = (running = new AbortController());
  byId("stop").disabled = false;
  told.textContent = "Asking …";
  const begun = performance.now();
  try {
    const response = await ask(RESULTS + ", text/turtle", mine.signal);
    const kind = response.headers.get("content-type") || "";
    const text = await response.text();
    const spent = ((performance.now() - begun) / 1000).toFixed(2) + " s";
    answer.replaceChildren();
    if (!response.ok) {
      told.textContent = text.trim();
    } else if (!kind.startsWith(RESULTS)) {
      answer.append(element("pre", text));
      told.textContent = "A graph, in " + spent + ".";
    } else {
      const result = JSON.parse(text);
      if ("boolean" in result) {
        told.textContent = (result.boolean ? "Yes" : "No") + ", in " + spent + ".";
      } else {
        const rows = result.results.bindings.length;
        answer.append(table(result));
        told.textContent = rows + (rows === 1 ? " row" : " rows") + ", in " + spent + "."
          + (rows > MOST ? " The first " + MOST + " are shown; Save gives all." : "");
      }
    }
  } catch (error) {
    if (mine === running) told.textContent = mine.signal.aborted ? "Stopped." : "The server does not answer.";
  } finally {
    if (mine === running) {
      running = null;
      byId("stop").disabled = true;
    }
  }
}

async function save() {
  const accept = byId("form").value;
  const response = await ask(accept);
  if (!response.ok) {
    told.textContent = (await response.text()).trim();
    return;
  }
  const link = element("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = "answer." + ({ "text/csv": "csv", "text/turtle": "ttl" }[accept] || "json");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function offer() {
  const response = await fetch(editor.dataset.questions);
  if (!response.ok) return;
  const questions = await response.json(), list = byId("question");
  let group = null;
  for (const question of questions) {
    if (!group || group.label !== question.folder) {
      group = element("optgroup");
      group.label = question.folder;
      list.append(group);
    }
    const choice = element("option", question.title);
    choice.value = question.text;
    group.append(choice);
  }
}

byId("run").addEventListener("click", run);
byId("stop").addEventListener("click", () => running && running.abort());
byId("save").addEventListener("click", save);
byId("question").addEventListener("change", (event) => {
  if (event.target.value) query.value = event.target.value;
});
query.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
const given = new URLSearchParams(location.hash.slice(1)).get("query");
if (given) query.value = given;
offer();
