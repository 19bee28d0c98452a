// Counts what is ticked, leaves empty fields out of the address, and prints. Without this file the forms work as well.
(() => {
  "use strict";
  const form = document.getElementById("choose");
  const told = document.getElementById("ticked");
  if (form && told) {
    const count = () => { told.textContent = `${new Set([...form.querySelectorAll("[name=event]:checked")].map((one) => one.value)).size} chosen`; };
    form.addEventListener("change", count);
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
    });
    count();
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
