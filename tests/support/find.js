// Finds what a person would call by a role and a name. Arguments: role and name.
// Leaves the element or null in `found`. An exact name wins over one that only begins with the words or contains them,
// because keys are printed on many buttons.
const [role, name] = arguments;
const kinds = {
  button: "button, summary, input[type=button], input[type=submit], [role=button], [role=tab], [role=menuitem]",
  link: "a[href], [role=link]",
  heading: "h1, h2, h3, h4, [role=heading]",
  field: "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=textbox], [role=spinbutton], [role=combobox]",
  option: "input[type=checkbox], input[type=radio], option, [role=radio], [role=checkbox], [role=switch], [role=option]",
  dialog: "dialog[open], [role=dialog], [role=alertdialog]",
  row: "tr, [role=row], [role=listitem], li",
  region: "section, nav, main, [role=region], [role=group], [role=status], [role=alert]",
};
// Spaces between Chinese and figures are typography, those between cells are layout.
const tidy = (text) => (text ?? "").replace(/\s+/g, "");
const byId = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join("");
const nameOf = (element) =>
  tidy(
    (element.hasAttribute("aria-labelledby") && byId(element.getAttribute("aria-labelledby"))) ||
      element.getAttribute("aria-label") ||
      (element.labels?.length && [...element.labels].map((label) => label.textContent).join("")) ||
      (role === "field" ? "" : element.innerText) ||
      element.getAttribute("title") ||
      element.getAttribute("placeholder"),
  );
const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
const named = [...document.querySelectorAll(kinds[role] ?? role)].filter((element) => shown(element)).map((element) => [element, nameOf(element)]);
const wanted = tidy(name);
const [found] =
  named.find(([, is]) => is === wanted) ?? named.find(([, is]) => is.startsWith(wanted)) ?? named.find(([, is]) => is.includes(wanted)) ?? [null];
