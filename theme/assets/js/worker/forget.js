// The portal keeps nothing on devices any more: what it kept goes, and so does this worker.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  const ours = (await caches.keys()).filter((name) => name.startsWith(site.stores));
  await Promise.allSettled(ours.map((name) => caches.delete(name)));
  await registration.unregister();
})()));
