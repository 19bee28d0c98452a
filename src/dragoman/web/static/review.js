// A form that a key opened is ready to be typed in; without this file it is opened, and reached by Tab.
(() => {
  "use strict";
  for (const details of document.querySelectorAll("details.form")) {
    details.addEventListener("toggle", () => {
      if (!details.open) return;
      for (const other of details.parentElement.querySelectorAll("details.form[open]")) if (other !== details) other.open = false;
      details.querySelector("form :is(select, input:not([type=hidden]))")?.focus();
    });
  }
})();
