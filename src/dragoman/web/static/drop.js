// Files and folders that are dropped are sent as the form would send them, folders with the paths within them.
(() => {
  "use strict";
  const form = document.getElementById("drop");
  const zone = document.getElementById("zone");
  if (!form || !zone) return;

  async function* under(entry, path) {
    if (entry.isFile) {
      yield [await new Promise((found, failed) => entry.file(found, failed)), path + entry.name];
    } else {
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((found, failed) => reader.readEntries(found, failed));
        if (!some.length) return;
        for (const one of some) if (!one.name.startsWith(".")) yield* under(one, `${path}${entry.name}/`);
      }
    }
  }

  async function send(data) {
    zone.querySelector("p").textContent = "Sending…";
    const answer = await fetch(form.action, { method: "POST", body: data });
    if (answer.ok) location.assign(new URL(answer.url).pathname === "/" ? "/" : answer.url);
    else zone.querySelector("p").textContent = "That could not be read in; choose the files below instead.";
  }

  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry && one.webkitGetAsEntry());
    const files = [...event.dataTransfer.files];
    const data = new FormData();
    for (const [at, entry] of entries.entries()) {
      if (entry) for await (const [file, name] of under(entry, "")) data.append("files", file, name);
      else if (files[at]) data.append("files", files[at], files[at].name);
    }
    if (data.has("files")) await send(data);
  });
  form.addEventListener("submit", (event) => {
    const folder = form.querySelector("[webkitdirectory]");
    if (!folder.files.length) return; // a form sends no paths of a folder's files: send them ourselves
    event.preventDefault();
    const data = new FormData();
    for (const one of folder.files) data.append("files", one, one.webkitRelativePath || one.name);
    send(data);
  });
})();
