// Keys only; every page works without this file.
(() => {
  "use strict";
  const hits = () => Array.from(document.querySelectorAll(".hit .words a"));
  const typing = (element) =>
    element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

  const move = (by) => {
    const all = hits();
    if (all.length === 0) {
      return;
    }
    const at = all.findIndex((hit) => hit.closest(".hit").contains(document.activeElement));
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    all[next].focus();
    all[next].closest(".hit").scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (typing(event.target)) {
      if (event.key === "Escape") {
        event.target.blur();
      }
      return;
    }
    if (event.key === "/") {
      const query = document.getElementById("q");
      if (query) {
        event.preventDefault();
        query.focus();
        query.select();
      }
    } else if (event.key === "j") {
      move(1);
    } else if (event.key === "k") {
      move(-1);
    }
  });

  // On a narrow screen the hits come first; the facets open when asked for.
  const fold = document.querySelector(".facets-fold");
  if (fold && window.matchMedia("(max-width: 52rem)").matches) {
    fold.removeAttribute("open");
  }
})();
