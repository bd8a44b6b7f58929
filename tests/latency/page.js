// Watches the page from inside and keeps what it saw: moments in milliseconds since 1970, so that the two windows can be compared.
const seen = { keys: [], drawn: [], changed: [], painted: [] };
window.seen = seen;
const now = () => performance.timeOrigin + performance.now();
// After the frame: what stands in the page when the frame begins has then been laid out and painted.
const afterThisFrame = (done) =>
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(now());
    channel.port2.postMessage(null);
  });
Object.assign(window, { now, afterThisFrame });
window.press = (surface, key) => {
  const code = key === "1" ? "Digit1" : key;
  surface.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
};
// What a key changes at the desk: the marks set, and the row that is next. Cheap to ask, so that the asking is not what is measured.
const rows = () => `${document.querySelectorAll("td .mark").length} ${document.querySelector("tr[aria-current=true]")?.rowIndex}`;
window.addEventListener(
  "keydown",
  (event) => {
    const at = performance.timeOrigin + event.timeStamp;
    const before = rows();
    seen.keys.push({ key: event.key, at });
    afterThisFrame((drawn) => seen.drawn.push({ key: event.key, took: drawn - at, changed: rows() !== before }));
  },
  true,
);
let waiting = false;
new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  afterThisFrame((drawn) => {
    waiting = false;
    seen.painted.push(drawn);
  });
}).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
// The program says so as soon as the journal holds the entry.
const internals = window.__TAURI_INTERNALS__;
const handler = internals.transformCallback(() => seen.changed.push(now()));
internals.invoke("plugin:event|listen", { event: "session-changed", target: { kind: "Any" }, handler });
return true;
