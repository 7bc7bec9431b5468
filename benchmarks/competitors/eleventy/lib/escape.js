const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

/** A text as HTML prints it. */
export const e = (text) => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (found) => ENTITIES[found]) : text);

/** What `print` makes of a value that says something; nothing of one that does not. */
export const given = (value, print) => (value ? print(value) : "");

/** What `print` makes of each value. */
export const each = (values, print) => (values ? values.map(print).join("\n") : "");
