// How the form reads a file of the portal and writes it back: the lines of what was changed, and no other.
const SOURCE = "portail-source"; // a field that nobody sees: the file as it was read
const HEAD = /^(?:\s*\n)?---[ \t]*\n(?:([^]*?)\n)?---[ \t]*(?:\n([^]*))?$/; // as the portal reads it: empty lines may come first
const KEY = /^(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*:(?:\s|$)/;
const WORD = /^(?:true|false|[a-z][a-z0-9]*(?:-[a-z0-9]+)*|\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)$/;
const NOT_A_WORD = /^(?:yes|no|on|off|y|n|null)$/;
const LONGEST_LINE = 100;

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isAbsent = (value) => value === undefined || value === null || value === ""
  || (typeof value === "object" && Object.values(value).every(isAbsent));
const sorted = (value) => isRecord(value)
  ? Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]))
  : Array.isArray(value) ? value.map(sorted) : value;
const isSame = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

// A value as its field has it, whoever wrote it: every scalar of a file is a text; a label may be one plain text, which is
// then its first language's; what is empty is not there.
const shaped = (value, { widget, fields, field, multiple } = {}) => {
  if (isAbsent(value)) return undefined;
  if (widget === "list" || multiple) {
    const item = fields ? { widget: "object", fields } : field;
    return [value].flat().map((each) => shaped(each, item)).filter((each) => !isAbsent(each));
  }
  if (widget === "object") {
    const record = isRecord(value) ? value : { [fields[0].name]: value };
    const each = Object.entries(record).map(([name, one]) => [name, shaped(one, fields.find((its) => its.name === name))]);
    return Object.fromEntries(each.filter(([, one]) => !isAbsent(one)));
  }
  if (widget === "text") return value.replace(/\s*\n\s*/g, " "); // a sentence, however long
  if (widget === "number" && !Number.isNaN(Number(value))) return Number(value);
  return widget === "boolean" ? String(value) === "true" : value;
};

// The lines of a front matter, key by key; comments belong to the key below them.
const cut = (head) => {
  const parts = [], waiting = [];
  for (const line of head ? head.split("\n") : []) {
    const found = KEY.exec(line);
    if (found) parts.push({ name: found[1] ?? found[2] ?? found[3], above: waiting.splice(0), lines: [line] });
    else if (/^\s*(?:#|$)/.test(line) || !parts.length) waiting.push(line);
    else parts.at(-1).lines.push(...waiting.splice(0), line);
  }
  return { parts, below: waiting };
};

// As the files of the portal are written by hand: words, days and numbers as they are, sentences in quotes.
const scalar = (value) => typeof value !== "string" || (WORD.test(value) && !NOT_A_WORD.test(value))
  ? String(value) : JSON.stringify(value);
const onOneLine = (value) => {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (!isRecord(value)) return scalar(value);
  return `{${Object.entries(value).map(([name, one]) => `${name}: ${onOneLine(one)}`).join(", ")}}`;
};
const written = (name, value) => {
  const line = `${name}: ${onOneLine(value)}`;
  if (Array.isArray(value) && (value.some(isRecord) || line.length > LONGEST_LINE))
    return [`${name}:`, ...value.map((each) => `  - ${onOneLine(each)}`)];
  if (isRecord(value) && line.length > LONGEST_LINE)
    return [`${name}:`, ...Object.entries(value).map(([key, one]) => `  ${key}: ${onOneLine(one)}`)];
  return [line];
};

// The part of a new key comes after those that the form has before it.
const put = (parts, name, lines, names) => {
  const part = parts.find((each) => each.name === name);
  if (part) part.lines = lines;
  else {
    const before = names.slice(0, names.indexOf(name));
    const at = parts.findLastIndex((each) => before.includes(each.name));
    parts.splice(at + 1, 0, { name, above: [], lines });
  }
};

// `fields` as the configuration has them; `load` reads YAML, every scalar as a text. A file without text has no front
// matter either: it is all YAML.
const fileFormat = (fields, load) => {
  const hasText = fields.some(({ name }) => name === "body");
  const heads = fields.filter(({ name }) => name !== "body");
  const names = heads.map(({ name }) => name);

  const opened = (source) => {
    const text = source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
    if (!hasText) return { head: text.trimEnd(), body: "" };
    const found = HEAD.exec(text);
    if (!found) throw new Error(`portail: no front matter between two lines of --- in the file that begins “${text.slice(0, 60)}”`);
    const [, head = "", body = ""] = found;
    return { head, body };
  };
  const valuesOf = (head) => {
    const found = (head && load(head)) || {};
    return Object.fromEntries(heads.filter(({ name }) => name in found).map((field) => [field.name, shaped(found[field.name], field)]));
  };
  const fromFile = (text) => {
    const { head, body } = opened(text);
    return { ...valuesOf(head), ...(hasText ? { body: body.trim() } : {}), [SOURCE]: text };
  };
  const isLeftOut = (value, { default: usual }) => isAbsent(value) || value === false || isSame(value, usual);
  const toFile = (content) => {
    const source = content[SOURCE] ?? (hasText ? "---\n---\n" : "");
    const { head, body } = opened(source), before = valuesOf(head);
    const { parts, below } = cut(head), wanted = {};
    for (const field of heads) {
      const { name } = field, value = shaped(content[name], field), was = before[name];
      wanted[name] = value;
      if (isSame(value, was) || (isAbsent(was) && isLeftOut(value, field))) wanted[name] = was;
      else put(parts, name, isAbsent(value) ? [] : written(name, value), names);
    }
    const now = [...parts.flatMap(({ above, lines }) => [...above, ...lines]), ...below].join("\n");
    if (!isSame(valuesOf(now), wanted)) throw new Error("portail: what was written would be read as something else");
    const said = (content.body ?? "").trim(); // the form leaves out a text that was emptied
    const text = said === body.trim() ? body : /^\n*/.exec(body)[0] + said;
    const whole = hasText ? `---\n${now}${now && "\n"}---\n${text}`.trimEnd() : now;
    return `${whole}\n`.replaceAll("\n", /\r\n?/.exec(source)?.[0] ?? "\n");
  };
  return { extension: hasText ? "md" : "yml", fromFile, toFile };
};
