// The journey: a date of arrival gives real dates and reminders; ticks stay on this device, and nowhere else.

const form = document.querySelector("form.arrival"), steps = [...document.querySelectorAll(".step")];
const date = form.querySelector("[type=date]"), status = form.querySelector("[role=status]");
const paper = document.querySelector("[data-arrived]"); // the form itself is not printed
const { base, by, before, saved, dated, erased, refused, unfit, late, moved, none, calendar, locale, first } = form.dataset;
const KEY = `portail:journey:${base}`; // several portals may share one host
const box = (step) => step.querySelector("[type=checkbox]");

const day = (written, after = 0) => {
  const [year, month, date] = written.split("-").map(Number);
  return new Date(year, month - 1, date + after);
};
const iso = (day) => [String(day.getFullYear()).padStart(4, "0"), ...[day.getMonth() + 1, day.getDate()]
  .map((part) => String(part).padStart(2, "0"))].join("-");
const isDay = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && iso(day(text)) === text;

// Others write here too: what has not this shape counts for nothing.
const shaped = ({ done, arrival }) => ({
  done: Array.isArray(done) && done.every((id) => typeof id === "string") ? done : [],
  arrival: isDay(arrival) ? arrival : undefined,
});
// A device may refuse to keep anything: the page then works until it is left.
let kept = shaped({}), refuses = false;
const read = () => {
  if (refuses) return;
  try {
    kept = shaped(JSON.parse(localStorage.getItem(KEY)) ?? {});
  } catch { // nothing that can be read
    kept = shaped({});
  }
};
// Another tab may have kept something since: a change is made to what is there now.
const keep = (change) => {
  read();
  kept = { ...kept, ...change(kept) };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
    refuses = false;
  } catch {
    refuses = true;
  }
  status.textContent = refuses ? refused : saved;
};
// What was kept is heard first; who sees the page sees it there.
const tell = (said) => {
  if (!refuses) status.prepend(Object.assign(document.createElement("span"), { className: "sr", textContent: `${said} ` }));
};

const today = (after = 0) => iso(day(iso(new Date()), after));
const dayOf = (step) => day(kept.arrival, Number(step.dataset.day));
const dates = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const written = (day) => dates.formatToParts(day) // no Intl says "1er mai"; some write a comma after the day of the week
  .map(({ type, value }) => type === "day" && value === "1" ? first : value === ", " ? " " : value).join("");
const count = () => {
  const mine = steps.filter((step) => !step.hidden), line = form.querySelector(".count");
  line.textContent = line.dataset.count.replace("{count}", mine.filter((step) => box(step).checked).length).replace("{total}", mine.length);
  form.querySelector(".late").hidden = !mine.some((step) => step.querySelector(".when strong")); // said once, above the list
};
let shown = ""; // in the field, by this script
const show = () => {
  for (const step of steps) {
    box(step).checked = kept.done.includes(step.id);
    step.querySelectorAll(".when > *").forEach((said) => said.remove());
    if (kept.arrival) {
      const time = document.createElement("time"), due = dayOf(step);
      time.dateTime = iso(due);
      time.textContent = (step.dataset.day < 0 ? before : by).replace("{date}", written(due));
      step.querySelector(".when").append(" ", time);
      if (time.dateTime < today() && !box(step).checked)
        time.after(Object.assign(document.createElement("strong"), { textContent: late }));
    }
  }
  if (document.activeElement !== date || date.value === shown && !date.validity.badInput) // what is being typed stays
    date.value = shown = kept.arrival ?? "";
  form.querySelector(".remind").disabled = !kept.arrival;
  paper.textContent = kept.arrival ? paper.dataset.arrived.replace("{date}", written(day(kept.arrival))) : "";
  count();
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
// RFC 5546 §2.1.4: of two revisions the higher SEQUENCE counts, then the later DTSTAMP. Minutes since 1970 need no
// counter on the device, which could be erased.
const event = (step) => {
  const due = iso(dayOf(step)), on = due < today() ? today(1) : due; // what is late is most urgent
  const title = escaped(step.querySelector("label").textContent.trim()), address = new URL(`#${step.id}`, location.href).href;
  return [
    "BEGIN:VEVENT",
    `UID:${step.id}@${[location.host, ...base.split("/").filter(Boolean)].join(".")}`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `SEQUENCE:${Math.floor(Date.now() / 60_000)}`,
    `DTSTART;VALUE=DATE:${on.replaceAll("-", "")}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${escaped(step.querySelector(".what").textContent.trim())}`,
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${title}`,
    `TRIGGER:${on <= today(1) ? "PT9H" : "-PT15H"}`, "END:VALARM", // at nine the day before, or the same day
    "END:VEVENT",
  ];
};
const reminders = () => {
  const todo = steps.filter((step) => !step.hidden && !box(step).checked);
  const past = todo.filter((step) => iso(dayOf(step)) < today()).length;
  status.textContent = !todo.length ? none : past ? moved.replace("{count}", past) : "";
  if (!todo.length) return;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Portail//Journey//EN", ...todo.flatMap(event), "END:VCALENDAR"];
  const file = new Blob([lines.map(fold).join("\r\n"), "\r\n"], { type: "text/calendar" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: calendar });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it later
};

// A date is heard of at each key: "2" typed for 2027 is the year 2. Only a day that can be one of arrival is kept.
const now = new Date(), inYears = (count) => new Date(now.getFullYear() + count, now.getMonth(), now.getDate());
const limits = [inYears(-1), inYears(3)];
[date.min, date.max] = limits.map(iso);
const take = () => {
  if (!date.validity.valid || date.value === shown) return;
  shown = date.value;
  keep(() => ({ arrival: shown || undefined }));
  show();
  if (kept.arrival) tell(dated.replace("{date}", written(day(kept.arrival))));
};
date.addEventListener("change", take);
date.addEventListener("blur", () => {
  take(); // a field emptied part by part says nothing of the last one
  if (date.validity.valid || date.value && date.value === shown) return;
  status.textContent = unfit.replace("{from}", written(limits[0])).replace("{to}", written(limits[1]));
});
form.addEventListener("submit", (event) => event.preventDefault()); // Enter in the field
for (const step of steps) {
  box(step).addEventListener("change", () => {
    keep(({ done }) => ({ done: [...done.filter((id) => id !== step.id), ...box(step).checked ? [step.id] : []] }));
    show();
    tell(form.querySelector(".count").textContent);
  });
}
form.querySelector(".remind").addEventListener("click", reminders);
form.querySelector(".erase").addEventListener("click", () => {
  kept = shaped({});
  date.value = ""; // also what was typed in part
  try {
    localStorage.removeItem(KEY);
  } catch { /* nothing was kept */ }
  show();
  status.textContent = erased;
});
addEventListener("storage", ({ key }) => {
  if (key !== KEY && key !== null) return;
  read();
  show();
});
document.addEventListener("filtered", count); // others are shown than a moment ago
form.hidden = false;
// Also after a browser has put its own memory of the form back, or the whole page from its history.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) read();
  show();
});
read();
show();
