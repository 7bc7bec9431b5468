// The journey: a date of arrival gives real dates and reminders; ticks stay on this device, and nowhere else.

const KEY = "portail:journey";
const form = document.querySelector("form.arrival"), steps = [...document.querySelectorAll(".step")];
const date = form.querySelector("[type=date]"), status = form.querySelector("[role=status]");
const { by, before, saved, erased, refused, calendar, locale, first } = form.dataset;
const box = (step) => step.querySelector("[type=checkbox]");

// A device may refuse to keep anything: the page then works until it is left.
let kept = { done: [] };
const read = () => {
  try {
    kept = { done: [], ...JSON.parse(localStorage.getItem(KEY)) };
  } catch { /* nothing was kept, or nothing that can be read */ }
};
const keep = (change, said) => {
  kept = { ...kept, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
    status.textContent = said;
  } catch {
    status.textContent = refused;
  }
};

const dayOf = (step) => {
  const [year, month, day] = kept.arrival.split("-").map(Number);
  return new Date(year, month - 1, day + Number(step.dataset.day));
};
const iso = (day) => [day.getFullYear(), day.getMonth() + 1, day.getDate()]
  .map((part) => String(part).padStart(2, "0")).join("-");
const dates = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const written = (day) => dates.formatToParts(day) // no Intl says "1er mai"; some write a comma after the day of the week
  .map(({ type, value }) => type === "day" && value === "1" ? first : value === ", " ? " " : value).join("");
const show = () => {
  for (const step of steps) {
    box(step).checked = kept.done.includes(step.id);
    step.querySelector("time")?.remove();
    if (kept.arrival) {
      const time = document.createElement("time"), day = dayOf(step);
      time.dateTime = iso(day);
      time.textContent = (step.dataset.day < 0 ? before : by).replace("{date}", written(day));
      step.querySelector(".when").append(" ", time);
    }
  }
  date.value = kept.arrival ?? "";
  form.querySelector(".remind").disabled = !kept.arrival;
};

// RFC 5545: lines of at most 75 octets (§3.1), text escaped (§3.3.11), days without hours (§3.3.4).
const fold = (line) => {
  const parts = [""];
  let octets = 0;
  for (const character of line) {
    const length = new TextEncoder().encode(character).length;
    if (octets + length > 74) {
      parts.push("");
      octets = 0;
    }
    parts[parts.length - 1] += character;
    octets += length;
  }
  return parts.join("\r\n ");
};
const escaped = (text) => text.replace(/\\/g, "\\\\").replace(/([;,])/g, "\\$1").replace(/\s*\n\s*/g, "\\n");
const event = (step) => {
  const title = escaped(step.querySelector("label").textContent.trim()), address = new URL(`#${step.id}`, location.href).href;
  return [
    "BEGIN:VEVENT",
    `UID:${step.id}@${location.host}`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${iso(dayOf(step)).replaceAll("-", "")}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${escaped(step.querySelector(".what").textContent.trim())}`,
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${title}`, "TRIGGER:-PT15H", "END:VALARM",
    "END:VEVENT",
  ];
};
const reminders = () => {
  const todo = steps.filter((step) => !box(step).checked && !step.hidden);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Portail//Journey//EN", ...todo.flatMap(event), "END:VCALENDAR"];
  const file = new Blob([lines.map(fold).join("\r\n"), "\r\n"], { type: "text/calendar" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: calendar });
  link.click();
  URL.revokeObjectURL(link.href);
};

date.addEventListener("change", () => {
  keep({ arrival: date.value || undefined }, saved);
  show();
});
for (const step of steps) {
  box(step).addEventListener("change", () =>
    keep({ done: box(step).checked ? [...kept.done, step.id] : kept.done.filter((id) => id !== step.id) }, saved));
}
form.querySelector(".remind").addEventListener("click", reminders);
form.querySelector(".erase").addEventListener("click", () => {
  kept = { done: [] };
  try {
    localStorage.removeItem(KEY);
  } catch { /* nothing was kept */ }
  show();
  status.textContent = erased;
});
form.hidden = false;
// Also after a browser has put its own memory of the form back, or the whole page from its history.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) read();
  show();
});
read();
show();
