// A map whose members can be reached, with a pointer or with the arrow keys: made by map.js when it is first asked for.
const mapped = (image) => {
  const { explore } = image.dataset, frame = image.closest("div.map") ?? element("div", { class: "map" });
  const button = element("button", { type: "button", class: "explore" }, explore), said = element("p", { "aria-hidden": true });
  const heard = element("output"), row = element("div", { class: "exploring" }, button, said, heard); // a live region (role "status")
  if (!frame.isConnected) {
    image.replaceWith(frame);
    image.classList.remove("map");
    frame.append(image);
  }
  frame.append(row);
  let made = null;
  const open = () => made ??= import(MODULES.map).then((module) => module.default({ image, said, element, button }))
    .catch(() => { made = null; }); // a network may come back
  frame.addEventListener("pointerenter", open);
  button.addEventListener("click", async () => {
    heard.textContent = "";
    const enter = await open();
    if (enter) enter();
    else heard.textContent = WORDS[document.documentElement.lang].map;
  });
};
