// What is read can be read again without network: the worker keeps the page, and of a guide the steps that it leads to.
addEventListener("load", async () => {
  const { serviceWorker: workers, connection } = navigator, isNew = !workers?.controller;
  const steps = connection?.saveData ? null : document.querySelector(".ahead .choose");
  try {
    await workers?.register(new URL("../sw.js", import.meta.url));
    (await workers?.ready)?.active.postMessage([isNew && location.pathname, steps?.pathname]);
  } catch {} // a browser that keeps nothing
});
