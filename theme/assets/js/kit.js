// A button after each field copies its text. Without script, or where copying is not allowed, the reader selects it.

const copying = (field, { copy, copied, refused }) => {
  const button = document.createElement("button"), status = document.createElement("p"), row = document.createElement("div");
  Object.assign(button, { type: "button", textContent: copy });
  const [label] = field.labels;
  label.id ||= `${field.id}-label`;
  button.setAttribute("aria-describedby", label.id);
  status.setAttribute("role", "status");
  row.className = "copying";
  row.append(button, status);
  field.after(row);
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = copied;
    } catch { // not allowed, or not on a page without https: it is selected, and the reader copies it
      field.select();
      status.textContent = refused;
    }
  });
};

for (const kit of document.querySelectorAll("[data-copy]")) {
  for (const field of kit.querySelectorAll(".copied textarea")) copying(field, kit.dataset);
}
