// The picture: vis-network draws nodes and lines, this adds names that do not pile up, rings, themes and fading.
"use strict";

const remit = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const stage = document.getElementById("picture");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const FONT = 12; // px on the screen, at every zoom
  const SEEN = 7; // px on the screen: a body whose mark is at least so large may show its name
  const FIRST = 24; // so many of the best connected may show theirs however small

  const about = new Map(data.nodes.map((node) => [node.id, node]));
  const ties = new Map(data.nodes.map((node) => [node.id, []]));
  for (const edge of data.edges) {
    ties.get(edge.from).push(edge);
    if (edge.to !== edge.from) ties.get(edge.to).push(edge);
  }
  const ranked = [...data.nodes].sort((a, b) => b.degree - a.degree || (a.name < b.name ? -1 : 1));
  const first = new Set(ranked.filter((node, rank) => node.degree && (rank < FIRST || node.ring)).map((node) => node.id));

  // Colours come from the style sheet, resolved by the browser (themes, forced colours, print).
  const probe = document.body.appendChild(document.createElement("span"));
  let colours = {};
  const readColours = () => {
    colours = {};
    for (const name of ["ground", "ink", "ink-quiet", "line-strong", "accent", ...Array.from({ length: 9 }, (_, number) => `area-${number}`)]) {
      probe.style.color = `var(--${name})`;
      colours[name] = getComputedStyle(probe).color;
    }
  };
  readColours();

  let held = null; // the ids in hand, all others are faded; null: nothing is
  let centre = null; // the body whose neighbourhood that is
  let thin = 1; // canvas units a px when all is in view: lines are thin there, and grow a little on approach
  const faded = (id) => held !== null && !held.has(id);

  const lookOf = (node) => {
    const colour = colours[`area-${node.area}`];
    const hollow = node.area === 0 || !node.current;
    return {
      id: node.id,
      color: { background: hollow ? colours.ground : colour, border: hollow ? colour : colours.ground },
      borderWidth: hollow ? 1.5 : 1,
      opacity: faded(node.id) ? 0.12 : 1,
    };
  };
  const lineOf = (edge) => {
    const near = centre !== null && (edge.from === centre || edge.to === centre);
    const away = faded(edge.from) || faded(edge.to);
    return {
      id: edge.id,
      color: { color: near ? colours.ink : colours["line-strong"], opacity: near ? 0.9 : away ? 0.06 : 0.5 },
      width: (near ? 1.5 : 0.8) * thin,
    };
  };

  const ringOf = (node) => node.size * (node.shape === "square" ? Math.SQRT2 : 1.1);

  const bare = ({ id, x, y, size, shape }) => ({ id, x, y, size, shape });
  const nodes = new vis.DataSet(data.nodes.map((node) => ({ ...bare(node), ...lookOf(node) })));
  const edges = new vis.DataSet(data.edges.map(({ id, from, to, dashes }) => ({ from, to, dashes, ...lineOf({ id, from, to }) })));
  const network = new vis.Network(stage, { nodes, edges }, data.options);

  const canvas = stage.querySelector("canvas");
  canvas.parentElement.setAttribute("role", "group");
  canvas.parentElement.setAttribute("aria-label", "Picture: arrow keys move it, plus and minus zoom");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", "A network of organisations. The list beside it holds the same.");

  // ---- names: the well connected first, the rest on approach; none upon another ----
  const widths = new Map();
  let placed = [];
  let placedFor = "";

  function place(context, scale) {
    context.font = `${FONT}px system-ui, sans-serif`;
    const at = network.getPositions();
    const taken = new Map(); // rectangles on the screen by square of 80 px
    const squares = (box) => {
      const keys = [];
      for (let i = Math.floor(box[0] / 80); i <= Math.floor(box[2] / 80); i++) {
        for (let j = Math.floor(box[1] / 80); j <= Math.floor(box[3] / 80); j++) keys.push(`${i},${j}`);
      }
      return keys;
    };
    const hits = (box) => {
      let weight = 0;
      for (const key of squares(box)) {
        for (const other of taken.get(key) ?? []) {
          if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) weight += other[4];
        }
      }
      return weight;
    };
    const take = (box) => {
      for (const key of squares(box)) taken.has(key) ? taken.get(key).push(box) : taken.set(key, [box]);
    };
    const reach = (node) => ringOf(node) * scale + (node.ring || node.id === centre ? 5 : 2);
    const mine = (node) => (held === null ? node.size * scale >= SEEN || first.has(node.id) : held.has(node.id));
    // nor does it reach farther out than the frame that holds all of them (see frame)
    const sides = data.nodes.filter((node) => !faded(node.id)).map((node) => at[node.id].x * scale);
    const [left, right] = [Math.min(...sides) - 50, Math.max(...sides) + 50];
    for (const node of data.nodes) {
      const [x, y, r] = [at[node.id].x * scale, at[node.id].y * scale, node.size * scale];
      // a name may lie over a small mark, at a price, never over a large one
      if (!faded(node.id)) take([x - r, y - r, x + r, y + r, r >= SEEN || node.ring ? 100 : 1]);
    }
    const before = (node) => (node.id === centre ? 0 : node.ring ? 1 : 2);
    const order = [...ranked].sort((a, b) => before(a) - before(b));
    placed = [];
    for (const node of order) {
      if (!mine(node)) continue;
      if (!widths.has(node.label)) widths.set(node.label, context.measureText(node.label).width);
      const [half, r] = [widths.get(node.label) / 2 + 2, reach(node)];
      const [x, y] = [at[node.id].x * scale, at[node.id].y * scale];
      const high = FONT * 1.25;
      let best = null;
      const [near, far] = [r + high / 2, r + high * 1.5];
      const beside = [[0, near], [0, -near], [r + half, 0], [-r - half, 0]];
      // what is ringed must be named: it may also stand at a corner, or a little farther off
      const corners = [[half, near], [-half, near], [half, -near], [-half, -near], [0, far], [0, -far], [half, far], [half, -far]];
      for (const [dx, dy] of node.ring ? [...beside, ...corners] : beside) {
        const box = [x + dx - half, y + dy - high / 2, x + dx + half, y + dy + high / 2, 100];
        const price = hits(box) + (box[0] < left || box[2] > right ? 100 : 0);
        if (best === null || price < best.price) best = { price, box, x: (x + dx) / scale, y: (y + dy) / scale };
      }
      if (best.price >= 100 && node.id !== centre) continue;
      take(best.box);
      placed.push({ node, x: best.x, y: best.y, box: best.box });
    }
  }

  network.on("afterDrawing", (context) => {
    const scale = network.getScale();
    for (const node of data.nodes) {
      if (!node.ring && node.id !== centre) continue;
      const { x, y } = network.getPosition(node.id);
      context.globalAlpha = faded(node.id) ? 0.12 : 1;
      context.lineWidth = (node.id === centre ? 2.5 : 1.5) / scale;
      context.strokeStyle = node.id === centre ? colours.accent : colours.ink;
      context.beginPath();
      context.arc(x, y, ringOf(node) + 3 / scale, 0, 2 * Math.PI);
      context.stroke();
    }
    context.globalAlpha = 1;
    const now = `${scale.toFixed(4)} ${centre} ${held?.size}`;
    if (now !== placedFor || data.options.physics.enabled) place(context, scale);
    placedFor = now;
    context.font = `${FONT / scale}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5 / scale;
    context.strokeStyle = colours.ground;
    context.fillStyle = colours.ink;
    for (const { node, x, y } of placed) {
      context.strokeText(node.label, x, y);
      context.fillText(node.label, x, y);
    }
    if (data.apart !== null && held === null) {
      context.fillStyle = colours["ink-quiet"];
      context.textAlign = "left";
      context.fillText("No link recorded", data.apart[0], data.apart[1] - 6 / scale);
    }
  });

  // ---- what is in hand ----
  // Only what looks different is handed over: every update costs, and most of a picture stays as it was.
  const last = new Map();
  function refresh() {
    const changed = (list) => list.filter((look) => {
      const now = JSON.stringify(look);
      return last.get(look.id) !== now && last.set(look.id, now);
    });
    nodes.update(changed(data.nodes.map(lookOf)));
    edges.update(changed(data.edges.map(lineOf)));
    network.redraw();
  }
  let shown = "";
  function hold(ids, middle = null) {
    const key = ids === null ? "" : `${middle} ${[...ids].join(" ")}`;
    if (key === shown) return;
    shown = key;
    held = ids;
    centre = middle;
    placedFor = "";
    refresh();
  }
  const around = (id) => new Set([id, ...ties.get(id).flatMap((edge) => [edge.from, edge.to])]);

  function repaint() {
    readColours();
    placedFor = "";
    refresh();
  }
  for (const theme of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(theme).addEventListener("change", repaint);
  addEventListener("beforeprint", () => { root.classList.add("paper"); repaint(); });
  addEventListener("afterprint", () => { root.classList.remove("paper"); repaint(); });

  // ---- moving ----
  const animation = still ? false : { duration: 300, easingFunction: "easeInOutQuad" };
  // All of some nodes in view, with room at the sides for their names.
  function frame(ids, closest, moving = animation) {
    const spots = [...ids].map((id) => ({ ...network.getPosition(id), r: about.get(id).size }));
    const [left, right] = [Math.min(...spots.map(({ x, r }) => x - r)), Math.max(...spots.map(({ x, r }) => x + r))];
    const [top, bottom] = [Math.min(...spots.map(({ y, r }) => y - r)), Math.max(...spots.map(({ y, r }) => y + r))];
    const room = [stage.clientWidth - Math.min(120, stage.clientWidth / 8), stage.clientHeight - 60];
    const scale = Math.min(closest, room[0] / (right - left), room[1] / (bottom - top));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: moving });
  }
  const whole = (moving) => data.nodes.length && frame(about.keys(), 1.6, moving);
  const zoom = (factor) => network.moveTo({ scale: Math.min(8, Math.max(0.05, network.getScale() * factor)), animation });
  const look = (ids) => frame(ids, 1.2);
  document.getElementById("nearer").addEventListener("click", () => zoom(1.5));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.5));
  document.getElementById("whole").addEventListener("click", () => whole());
  whole(false);
  thin = Math.min(1.8, 1 / network.getScale());
  refresh();

  const names = () => placed.map(({ box }) => box.slice(0, 4));
  return { data, about, ties, network, hold, around, look, names, colours: () => colours };
})();
