// Beside the picture: the list in step with it, what is known of the body in hand, and what a pointer rests on.
"use strict";

(() => {
  const { data, about, ties, network, hold, around, look } = remit;
  const find = document.getElementById("find");
  const list = document.getElementById("list");
  const count = document.getElementById("count");
  const details = document.getElementById("details");
  const tip = document.getElementById("tip");
  const areas = [...document.querySelectorAll("button.area")];
  const items = [...list.querySelectorAll("button")];
  const item = new Map(items.map((button) => [button.value, button]));
  const BRIEF = 4; // roles in the tip at most; the details hold them all
  let chosen = null;

  // Names are data: they only ever become text nodes.
  function element(name, text, ...children) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  }
  function quiet(text) {
    const made = element("span", text);
    made.className = "quiet";
    return made;
  }
  const joined = (...parts) => parts.filter(Boolean).join(" · ");

  const roleItem = (role) => element("li", role.what, quiet(joined(role.how, role.when, role.known)));
  const roleHead = (node) => {
    if (node.roles.length === 0) return "No current role recorded";
    return node.roles.length === 1 ? "One current role recorded" : `${node.roles.length} current roles recorded`;
  };

  // ---- the tip ----
  function nodeTip(node, brief) {
    const parts = [element("strong", node.name), element("p", joined(node.kind, node.when, node.areas))];
    parts.push(element("p", roleHead(node)));
    if (brief) parts.push(element("ul", "", ...node.roles.slice(0, brief).map(roleItem)));
    if (node.roles.length > brief) parts.push(element("p", `${brief ? "and " : ""}${node.roles.length - brief} more: choose it to see them`));
    return parts;
  }
  function edgeTip(edge) {
    return [element("ul", "", ...edge.ties.map((tie) => {
      const words = `${about.get(tie.from).name} ${tie.relation} ${about.get(tie.to).name}`;
      return element("li", words, quiet(joined(tie.when, tie.known)));
    }))];
  }
  // As many roles as there is room for.
  function showTip(partsFor, pointer) {
    const { clientWidth: wide, clientHeight: high } = tip.parentElement;
    tip.hidden = false;
    for (let brief = BRIEF; brief >= 0; brief--) {
      tip.replaceChildren(...partsFor(brief));
      if (tip.offsetHeight < high - 16) break;
    }
    // beside the pointer, so that what it rests on stays in sight; where both sides are too narrow, below or above it
    const fits = { right: pointer.x + 16 + tip.offsetWidth < wide, left: tip.offsetWidth + 16 < pointer.x };
    const beside = fits.right ? pointer.x + 16 : fits.left ? pointer.x - tip.offsetWidth - 16 : null;
    const below = pointer.y + 16 + tip.offsetHeight < high;
    const left = beside ?? wide - tip.offsetWidth - 8;
    const top = beside !== null ? Math.min(pointer.y + 8, high - tip.offsetHeight - 8) : below ? pointer.y + 16 : pointer.y - tip.offsetHeight - 12;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${Math.max(8, top)}px`;
  }
  let waiting = 0;
  function leave() {
    clearTimeout(waiting);
    tip.hidden = true;
    if (chosen === null) holdArea();
  }
  network.on("hoverNode", ({ node, pointer }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      showTip((brief) => nodeTip(about.get(node), Math.min(brief, about.get(node).roles.length)), pointer.DOM);
      if (chosen === null) hold(around(node), node);
    }, 120);
  });
  network.on("hoverEdge", ({ edge, pointer }) => {
    clearTimeout(waiting);
    const found = data.edges.find((one) => one.id === edge);
    waiting = setTimeout(() => showTip(() => edgeTip(found), pointer.DOM), 200);
  });
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, leave);

  // ---- the body in hand ----
  function tieItem(tie, id) {
    const out = tie.from === id;
    const other = about.get(out ? tie.to : tie.from);
    const button = element("button", other.name);
    button.type = "button";
    button.className = "tie";
    button.addEventListener("click", () => choose(other.id, true));
    return element("li", `${out ? tie.relation : tie.inverse} `, button, quiet(joined(tie.when, tie.known)));
  }
  function describe(node) {
    const close = element("button", "Let go");
    close.type = "button";
    close.addEventListener("click", () => { release(); find.focus(); });
    const top = element("div", "", element("h2", node.name), close);
    top.className = "top";
    const parts = [top, element("p", joined(node.kind, node.when, node.areas))];
    if (node.url) {
      const page = element("a", "Its page");
      page.href = node.url;
      parts.push(element("p", "", page));
    }
    const links = ties.get(node.id).flatMap((edge) => edge.ties);
    parts.push(element("h3", links.length ? `Linked to (${links.length})` : "No link recorded"));
    if (links.length) parts.push(element("ul", "", ...links.map((tie) => tieItem(tie, node.id))));
    parts.push(element("h3", roleHead(node)));
    if (node.roles.length) parts.push(element("ul", "", ...node.roles.map(roleItem)));
    details.replaceChildren(...parts);
    details.hidden = false;
    details.scrollTop = 0;
  }
  function choose(id, moving, ids = around(id)) {
    chosen = id;
    tip.hidden = true;
    describe(about.get(id));
    for (const button of items) button.removeAttribute("aria-current");
    item.get(id).setAttribute("aria-current", "true");
    item.get(id).scrollIntoView({ block: "nearest" });
    hold(ids, id);
    if (moving) {
      look(ids);
      details.focus({ preventScroll: true });
      // where the list stands beneath the picture: back to the picture, with what is known right under it
      if (innerWidth <= 760) document.querySelector(".stage").scrollIntoView();
    }
  }
  function release() {
    chosen = null;
    details.hidden = true;
    for (const button of items) button.removeAttribute("aria-current");
    network.unselectAll();
    holdArea();
  }
  network.on("click", ({ nodes }) => (nodes.length ? choose(nodes[0], false) : release()));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (chosen !== null || !tip.hidden)) { tip.hidden = true; release(); }
  });

  // ---- the areas of the legend ----
  function holdArea() {
    const pressed = areas.find((button) => button.getAttribute("aria-pressed") === "true");
    if (!pressed) return hold(null);
    const number = Number(pressed.value);
    return hold(new Set(data.nodes.filter((node) => node.lane === number).map((node) => node.id)));
  }
  for (const button of areas) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      for (const other of areas) other.setAttribute("aria-pressed", String(other === button && on));
      release();
    });
  }

  // ---- the list ----
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const searched = new Map(data.nodes.map((node) => [node.id, plain(`${node.name} ${node.label} ${node.others}`)]));
  const visible = () => items.filter((button) => !button.parentElement.hidden);
  function onlyStop(button) {
    for (const other of items) other.tabIndex = other === button ? 0 : -1;
  }
  find.addEventListener("input", () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    for (const button of items) {
      button.parentElement.hidden = !words.every((word) => searched.get(button.value).includes(word));
    }
    const found = visible();
    if (found.length) onlyStop(found[0]);
    count.textContent = found.length === 1 ? "1 organisation" : `${found.length} organisations`;
  });
  find.addEventListener("keydown", (event) => {
    const first = visible()[0];
    if (!first || (event.key !== "ArrowDown" && event.key !== "Enter")) return;
    event.preventDefault();
    event.key === "Enter" ? choose(first.value, true) : first.focus();
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const shown = visible();
    const to = shown.indexOf(document.activeElement) + step;
    if (to < 0 && step === -1) find.focus();
    else shown[Math.min(Math.max(to, 0), shown.length - 1)]?.focus();
  });
  list.addEventListener("focusin", (event) => {
    onlyStop(event.target);
    if (chosen === null) hold(around(event.target.value), event.target.value);
  });
  list.addEventListener("focusout", () => { if (chosen === null) holdArea(); });
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) choose(button.value, true);
  });

  // ---- where to begin: the body that the address or the page names ----
  const addressed = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
  };
  const named = addressed();
  if (about.has(named)) {
    choose(named, false);
    look(around(named));
  } else if (data.centre !== null) {
    choose(data.centre, false, new Set(about.keys()));
  }
})();
