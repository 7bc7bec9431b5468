// What is read can be read again without network: the worker keeps the page, and of a guide the steps that it leads to.
addEventListener("load", async () => {
  const workers = navigator.serviceWorker, isNew = !workers?.controller, steps = document.querySelector(".ahead .choose");
  try {
    await workers?.register(new URL("../sw.js", import.meta.url));
    (await workers?.ready)?.active.postMessage([isNew && location.pathname, steps?.pathname].filter(Boolean));
  } catch {} // a browser that keeps nothing
});
