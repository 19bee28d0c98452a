// A mark that is pointed at or focused shows its card beside it, and lights its sentence and the card itself.
(() => {
  "use strict";
  const peek = document.getElementById("peek");
  if (!peek) return;
  let shown = null;

  const card = (mark) => document.getElementById(`f-${mark.dataset.card}`);

  function light(mark, on) {
    const name = mark.dataset.card;
    for (const one of document.querySelectorAll(`[data-of~="${CSS.escape(name)}"]`)) one.classList.toggle("lit", on);
    if (shown) card(mark)?.classList.toggle("lit", on);
  }

  function place(mark) {
    const box = mark.getClientRects()[0];
    const wide = document.documentElement.clientWidth;
    peek.style.left = `${Math.max(8, Math.min(box.left, wide - peek.offsetWidth - 8)) + scrollX}px`;
    const below = box.bottom + 8;
    const fits = below + peek.offsetHeight < innerHeight || box.top < peek.offsetHeight;
    peek.style.top = `${(fits ? below : box.top - peek.offsetHeight - 8) + scrollY}px`;
  }

  function show(mark) {
    hide();
    const from = card(mark);
    if (!from) return;
    shown = mark;
    peek.replaceChildren(...[...from.childNodes].filter((one) => !one.matches?.(".cardfoot")).map((one) => one.cloneNode(true)));
    for (const one of peek.querySelectorAll("[id]")) one.removeAttribute("id");
    for (const one of peek.querySelectorAll("a")) one.replaceWith(...one.childNodes);
    peek.hidden = false;
    mark.setAttribute("aria-describedby", "peek");
    light(mark, true);
    place(mark);
  }

  function hide() {
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    light(shown, false);
    shown = null;
    peek.hidden = true;
  }

  const marked = (event) => event.target.closest?.(".article [data-card]");
  // What has the focus keeps its card: a page that scrolls under a resting mouse tells of a pointer that left, too.
  document.addEventListener("mouseover", (event) => {
    const mark = marked(event);
    if (mark) show(mark);
    else if (shown !== document.activeElement) hide();
  });
  document.addEventListener("focusin", (event) => { const mark = marked(event); if (mark) show(mark); else hide(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // A card that is focused lights its words, and brings them into view where they lie beside it.
  const words = (at) => document.getElementById(at.id.replace("f-", "w-"));
  document.addEventListener("focusin", (event) => {
    for (const one of document.querySelectorAll(".article .lit")) if (!shown) one.classList.remove("lit");
    const at = event.target.closest?.(".card");
    if (!at || !words(at)) return;
    light(words(at), true);
    if (matchMedia("(min-width: 901px)").matches) words(at).scrollIntoView({ block: "nearest" });
  });

  function open() {
    const there = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    there?.closest("details")?.setAttribute("open", "");
    there?.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", open);
  open();
})();
