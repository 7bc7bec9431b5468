// The drawing of a map, set into the page, with a link on each member. One tab stop: arrow keys lead from a member to
// the nearest in their direction, and from every member to every other. A list on the page says the same.
const SVG = "http://www.w3.org/2000/svg";
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LEAST = 1; // unit of the drawing: less is no direction

const drawn = (tag, attributes, ...children) => {
  const made = document.createElementNS(SVG, tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
};
const file = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const text = (await answer.text()).replace(/<style>.*?<\/style>/s, ""); // the page's policy refuses it, and its own serves
  return new DOMParser().parseFromString(text, "image/svg+xml");
};
// The nearest in a direction, at most 63° off it; what lies aside counts twice.
const nearest = (members, from, [right, down]) => {
  let best = null, least = Infinity;
  for (const member of members) {
    const dx = member.x - from.x, dy = member.y - from.y, along = dx * right + dy * down;
    const aside = Math.abs(dx * down - dy * right), far = along + 2 * aside;
    if (along > LEAST && aside <= 2 * along && far < least) [best, least] = [member, far];
  }
  return best;
};
const reached = (ways, start) => {
  const found = new Set([start]);
  for (const one of found) for (const key in ways.get(one)) found.add(ways.get(one)[key]);
  return found;
};
// By member and arrow key, where it leads. Nearest ones alone leave out a member that is nobody's nearest: it is set
// between two of those that reach each other, where the detour is least.
export const arrows = (members) => {
  const ways = new Map(members.map((from) => [from, Object.fromEntries(Object.entries(DIRECTIONS)
    .map(([key, direction]) => [key, nearest(members, from, direction)]).filter(([, to]) => to))]));
  const apart = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);
  for (;;) {
    const all = new Map(members.map((one) => [one, reached(ways, one)]));
    const cores = members.map((one) => new Set([...all.get(one)].filter((other) => all.get(other).has(one))));
    const core = cores.reduce((one, other) => other.size > one.size ? other : one, new Set());
    const left = members.find((one) => !core.has(one));
    let best = null, least = Infinity;
    if (left) for (const from of core) for (const key in ways.get(from)) {
      const to = ways.get(from)[key], [right, down] = DIRECTIONS[key];
      if (!core.has(to)) continue;
      const astray = (left.x - from.x) * right + (left.y - from.y) * down > 0 ? 0 : 1e4;
      const far = apart(from, left) + apart(left, to) - apart(from, to) + astray;
      if (far < least) [best, least] = [{ from, key, to }, far];
    }
    if (!best) return ways;
    ways.get(best.from)[best.key] = left;
    ways.get(left)[best.key] = best.to;
  }
};

// Makes the image a drawing; the answer moves the focus into it.
export default async ({ image, said, element, button }) => {
  const { lang } = document.documentElement, [address, marked = ""] = image.src.split("#");
  const map = await file(address), { guides, keys, touch } = JSON.parse(map.querySelector("metadata").textContent)[lang];
  const ring = drawn("path", { class: "ring" }), help = element("p", { class: "small keys", id: `keys-${marked || "map"}` }, keys);
  const members = [...map.querySelectorAll("path[data-slug]")].map((path) => {
    const name = path.getAttribute(`data-name-${lang}`) ?? path.dataset.name, here = path.id === marked;
    const shape = drawn("path", { d: path.getAttribute("d") });
    const link = drawn("a", { href: `${guides}${path.dataset.slug}/`, "aria-label": name, tabindex: -1, ...here && { "aria-current": true } }, shape);
    return { name, here, shape, link };
  });
  const over = [...map.querySelectorAll(marked === "bare" ? ".borders" : ".borders, .names")].map((part) => document.importNode(part, true));
  for (const part of over) part.removeAttribute("id");
  const root = map.documentElement, drawing = drawn("svg", {
    class: "drawing", viewBox: root.getAttribute("viewBox"), width: root.getAttribute("width"), height: root.getAttribute("height"),
    role: "group", "aria-label": image.alt, "aria-describedby": help.id,
  }, ...["edge", "gaps"].map((line) => drawn("path", { class: line, d: members.map(({ shape }) => shape.getAttribute("d")).join("") })),
    drawn("g", { class: "land" }, ...members.map(({ link }) => link)), ...over, ring);

  let ways, stop = members.find(({ here }) => here) ?? members[0], touched = null;
  const say = (member) => {
    said.replaceChildren(...member ? [element("a", { href: member.link.getAttribute("href"), tabindex: -1 }, member.name)] : []);
    ring.setAttribute("d", member ? member.shape.getAttribute("d") : "");
  };
  const move = (member) => {
    stop.link.setAttribute("tabindex", -1);
    stop = member;
    stop.link.setAttribute("tabindex", 0);
  };
  const focused = () => members.find(({ link }) => link === document.activeElement);
  stop.link.setAttribute("tabindex", 0);
  for (const member of members) {
    const { link } = member;
    link.addEventListener("focus", () => { move(member); say(member); });
    link.addEventListener("blur", () => say(null));
    link.addEventListener("pointerenter", () => say(member));
    link.addEventListener("click", (event) => { // a finger first sees what it has found; it goes there the second time
      if (event.pointerType !== "touch" || touched === member) return;
      event.preventDefault();
      touched = member;
      say(member);
    });
  }
  drawing.addEventListener("pointerleave", ({ pointerType }) => { if (pointerType !== "touch") say(focused()); });
  drawing.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return button.focus();
    if (!DIRECTIONS[event.key]) return;
    event.preventDefault();
    (ways ??= arrows(members)).get(stop)[event.key]?.link.focus();
  });
  image.replaceWith(drawing);
  button.parentElement.after(help, element("p", { class: "small by-touch" }, touch));
  for (const member of members) {
    const { x, y, width, height } = member.shape.getBBox();
    Object.assign(member, { x: x + width / 2, y: y + height / 2 });
  }
  return () => stop.link.focus();
};
