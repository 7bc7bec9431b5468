// What is read is read on in another language.
const aimed = (nav) => {
  const aim = () => nav.querySelectorAll("a").forEach((link) => { link.hash = location.hash; });
  aim();
  addEventListener("hashchange", aim);
  nav.addEventListener("click", aim); // an address may also change without a word
};
