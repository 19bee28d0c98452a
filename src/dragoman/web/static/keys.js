// The keyboard: j and k walk what carries the class "item"; a letter presses the button of the item that has it as
// data-key; / goes to the search field, ? opens the help. Without this file everything can be reached by Tab.
(() => {
  "use strict";
  const items = () => [...document.querySelectorAll(".item")].filter((one) => one.offsetParent !== null || one.getClientRects().length);
  let here = null;

  const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

  function go(to) {
    if (!to) return;
    if (here) here.classList.remove("here");
    here = to;
    here.classList.add("here");
    const focus = here.matches("a, button, [tabindex]") ? here : here.querySelector("a.open") || here.querySelector("a, button") || here;
    focus.focus({ preventScroll: true });
    here.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const every = items();
    const focused = document.activeElement && document.activeElement.closest(".item");
    const at = every.indexOf(focused || here);
    go(every[at < 0 ? (by > 0 ? 0 : every.length - 1) : Math.min(Math.max(at + by, 0), every.length - 1)]);
  }

  function press(key) {
    const focused = document.activeElement && document.activeElement.closest(".item");
    const within = focused || here;
    const button = (within && within.querySelector(`[data-key="${key}"]`))
      || document.querySelector(`.page-actions [data-key="${key}"]`);
    if (button) button.click();
    return Boolean(button);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target) || event.target.closest("dialog[open]")) return;
    const help = document.getElementById("help");
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") help.showModal();
    else if (event.key === "/") {
      const field = document.querySelector("[data-search]");
      if (!field) { location.href = "/timeline#words"; return; }
      field.closest("details")?.setAttribute("open", "");
      field.focus();
      field.select();
    } else if (!(/^[a-z]$/.test(event.key) && press(event.key))) return;
    event.preventDefault();
  });

  document.addEventListener("DOMContentLoaded", () => {
    const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (named && named.matches(".item")) go(named);
    else if (named && named.matches("[data-search]")) named.focus();
  });
})();
