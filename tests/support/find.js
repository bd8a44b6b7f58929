// Finds what a person would call by a role and a name. Arguments: role, name. Returns the element or null.
// An exact name wins over one that only contains the words, because keys are printed on many buttons.
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
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const byId = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" ");
const nameOf = (element) =>
  tidy(
    (element.hasAttribute("aria-labelledby") && byId(element.getAttribute("aria-labelledby"))) ||
      element.getAttribute("aria-label") ||
      (element.labels?.length && [...element.labels].map((label) => label.textContent).join(" ")) ||
      (role === "field" ? "" : element.innerText) ||
      element.getAttribute("title") ||
      element.getAttribute("placeholder"),
  );
const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
const named = [...document.querySelectorAll(kinds[role] ?? role)].filter(shown).map((element) => [element, nameOf(element)]);
const wanted = tidy(name);
return (named.find(([, is]) => is === wanted) ?? named.find(([, is]) => is.includes(wanted)) ?? [null])[0];
