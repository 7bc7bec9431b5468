// Nothing is loaded before somebody asks for the form. Then it is mounted in the place of the page.
const main = document.getElementById("main"), { editor, yaml, version } = main.dataset;
const PREFERENCES = "sveltia-cms.prefs", WORDS = "sveltia-cms.locale"; // where Sveltia CMS looks for these

const stored = (name) => JSON.parse(localStorage.getItem(name) ?? "{}");
const store = (name, value) => localStorage.setItem(name, JSON.stringify(value));
const answered = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
};
const scripted = (address) => new Promise((resolve, reject) => {
  const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
  document.head.append(script);
});

// The words of its interface stand beside the page: where they are known already, Sveltia CMS asks nobody for them.
const speak = async ({ locale, words }) => {
  store(PREFERENCES, { ...stored(PREFERENCES), locale });
  if (words) store(WORDS, { ...await (await answered(words)).json(), _locale: locale, _version: version });
};
const begin = async ({ dataset }) => {
  window.CMS_MANUAL_INIT = true;
  const [config, { load, FAILSAFE_SCHEMA }] = await Promise.all([
    answered(dataset.config).then((answer) => answer.json()), import(new URL(yaml, location)), speak(dataset), scripted(editor)]);
  const read = (text) => load(text, { schema: FAILSAFE_SCHEMA });
  for (const { format, fields } of config.collections) {
    const file = fileFormat(fields, read);
    window.CMS.registerCustomFormat(format, file.extension, file);
  }
  main.remove();
  window.initCMS({ config });
};

const buttons = [...main.querySelectorAll("button")];
for (const button of buttons) button.addEventListener("click", async () => {
  for (const each of buttons) each.disabled = true;
  await begin(button);
});
// Somebody who signs in comes back to this page, in a window that the form has opened: they have gone on already.
if (window.opener && /[?&]code=/.test(location.search)) begin(buttons[0]);
