// What the pages do beyond links and forms: highlight what was loaded, and keys for those who watch all day.
(function () {
  "use strict";

  const HIGHLIGHT_MAX = 200000; // beyond this the browser stutters, and nobody reads it by colour

  function highlight(within) {
    within.querySelectorAll("pre code[class^=language-]:not([data-highlighted])").forEach((code) => {
      if (code.textContent.length <= HIGHLIGHT_MAX) {
        hljs.highlightElement(code);
      }
    });
  }

  function move(step) {
    const stops = [...document.querySelectorAll("[data-stop]")];
    const at = stops.findIndex((stop) => stop.contains(document.activeElement));
    const next = stops[at < 0 ? (step > 0 ? 0 : stops.length - 1) : at + step];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "center" });
    }
  }

  function openPayloads() {
    const stop = document.activeElement.closest("[data-stop]");
    if (stop) {
      const payloads = [...stop.querySelectorAll("details")];
      const open = payloads.some((payload) => !payload.open);
      payloads.forEach((payload) => (payload.open = open));
    }
  }

  function find() {
    const box = document.querySelector(".find-form input") || document.querySelector("[data-search]");
    box.focus();
    box.select();
  }

  const keys = { "/": find, j: () => move(1), k: () => move(-1), o: openPayloads };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, textarea, select");
    const act = keys[event.key];
    if (act && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  });

  document.addEventListener("htmx:afterSwap", (event) => highlight(event.target));

  // Where somebody was on a page is not sent with the log-in: the browser keeps it over the redirect.
  const door = document.querySelector(".door-form");
  if (door) {
    door.action += window.location.hash;
  }
})();
