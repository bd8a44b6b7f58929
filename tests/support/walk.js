// What a hand without a mouse does next on its way to `found`: it is there ("here"), it goes on with an arrow key inside a group of
// choices ("arrow") or with Tab ("tab"). Null while there is nothing to go to.
if (!found || found.matches(":disabled")) return null;
const held = document.activeElement;
if (held === found) return "here";
return found.type === "radio" && held?.type === "radio" && held.name === found.name ? "arrow" : "tab";
