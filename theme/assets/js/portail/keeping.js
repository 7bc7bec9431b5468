// What is read can be read again without network: the worker keeps the page, and of a guide the steps that it leads to,
// with the few pages that go with every guide. Nothing of it is asked for before the page is there and the device idle,
// or busy for too long.
const keeping = async () => {
  const { serviceWorker: workers, connection } = navigator, isNew = !workers?.controller;
  const steps = connection?.saveData ? null : document.querySelector(".ahead .choose");
  try {
    await workers?.register(new URL("../sw.js", import.meta.url));
    (await workers?.ready)?.active.postMessage([isNew && location.pathname, steps?.pathname]);
  } catch {} // a browser that keeps nothing
};
addEventListener("load", () => self.requestIdleCallback?.(keeping, { timeout: 5000 }) ?? setTimeout(keeping));
