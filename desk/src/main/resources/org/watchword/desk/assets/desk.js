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

// The histogram as a brush: drag over bars, or hold Shift on the last of them. Without this, each bar is a link, and the form takes any dates.
(() => {
  "use strict";
  const chart = document.querySelector(".histogram svg");
  if (!chart) {
    return;
  }
  const bars = Array.from(chart.querySelectorAll("a[data-step]"));
  const step = (element) => (element instanceof Element ? element.closest("a[data-step]") : null);
  let first = null;
  let last = null;

  const paint = () => {
    const ends = [bars.indexOf(first), bars.indexOf(last)].sort((a, b) => a - b);
    bars.forEach((bar, i) => bar.classList.toggle("brushed", first !== null && i >= ends[0] && i <= ends[1]));
  };
  const go = (from, to) => {
    const search = new URLSearchParams(window.location.search);
    const ends = [from, to].sort();
    search.set("from", ends[0]);
    search.set("to", ends[1]);
    search.delete("after");
    window.location.search = search.toString();
  };

  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    const bar = step(event.target);
    if (bar && event.button === 0 && !event.shiftKey) {
      first = bar;
      last = bar;
    }
  });
  chart.addEventListener("pointermove", (event) => {
    const bar = first && step(document.elementFromPoint(event.clientX, event.clientY));
    if (bar && bar !== last) {
      last = bar;
      paint();
    }
  });
  document.addEventListener("pointerup", () => {
    const from = first;
    const to = last;
    first = null;
    if (from && to && from !== to) {
      go(from.dataset.step, to.dataset.step);
    }
    paint();
  });
  chart.addEventListener("click", (event) => {
    const bar = step(event.target);
    const begun = new URLSearchParams(window.location.search).get("from");
    if (bar && event.shiftKey && begun) {
      event.preventDefault();
      go(begun, bar.dataset.step);
    }
  });
})();
