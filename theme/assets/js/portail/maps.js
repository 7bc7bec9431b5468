// A map whose members can be reached, with a pointer or with the arrow keys: made by map.js when it is first asked for.
const mapped = (image) => {
  const { explore } = image.dataset, frame = image.closest("div.map") ?? element("div", { class: "map" });
  const button = element("button", { type: "button", class: "explore" }, explore), said = element("p", { "aria-hidden": true });
  const row = element("div", { class: "exploring" }, button, said);
  if (!frame.isConnected) {
    image.replaceWith(frame);
    image.classList.remove("map");
    frame.append(image);
  }
  frame.append(row);
  let made;
  const open = () => made ??= import(MODULES.map).then((module) => module.default({ image, said, element, button }))
    .catch(() => { row.remove(); }); // the list says the same
  frame.addEventListener("pointerenter", open);
  button.addEventListener("click", async () => (await open())?.());
};
