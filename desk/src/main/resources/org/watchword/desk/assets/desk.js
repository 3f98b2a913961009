// Keys only; every page works without this file.
(() => {
  "use strict";
  const hits = () => Array.from(document.querySelectorAll(".hit .words a, .hit .headline a"));
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

  // The queue: 1 to 4 decide on the statement in hand, without leaving the page.
  const queue = document.querySelector(".queue");
  const cards = queue ? Array.from(queue.querySelectorAll(".card")) : [];

  const current = () => cards.find((card) => card.contains(document.activeElement));

  const turn = (by) => {
    const at = cards.indexOf(current());
    const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by;
    if (next >= 0 && next < cards.length) {
      cards[next].focus();
      cards[next].scrollIntoView({ block: "nearest" });
    }
  };

  const onward = (from) => {
    const rest = cards.slice(cards.indexOf(from) + 1).concat(cards.slice(0, cards.indexOf(from)));
    const open = rest.find((card) => !card.classList.contains("is-decided"));
    if (open) {
      open.focus();
      open.scrollIntoView({ block: "nearest" });
    } else {
      window.location.assign(queue.dataset.next);
    }
  };

  const tell = (card, words) => {
    card.querySelector(".decided").textContent = words;
  };

  const decide = async (card, button) => {
    if (card.getAttribute("aria-busy") === "true") {
      return;
    }
    const form = card.querySelector("form");
    const fields = new URLSearchParams(new FormData(form));
    fields.set("verdict", button.value);
    if (button.value === "reject" && !fields.get("reason").trim()) {
      form.elements.reason.focus();
      tell(card, "To reject needs a reason: type it, or choose one, and press Enter.");
      return;
    }
    card.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(card.dataset.api, { method: "POST", body: fields });
      if (answer.status === 409) {
        // Somebody decided meanwhile: the server shows both.
        card.dataset.plain = "true";
        form.requestSubmit(button);
        return;
      }
      const told = await answer.json();
      if (!answer.ok) {
        tell(card, told.error + " Nothing was saved.");
        return;
      }
      form.elements.basedOn.value = told.decision.id;
      card.classList.add("is-decided");
      tell(card, button.textContent.trim().replace(/^\d\s*/, "") + ": saved.");
      onward(card);
    } catch (e) {
      tell(card, "The desk does not answer. Nothing is known to be saved; try again.");
    } finally {
      card.removeAttribute("aria-busy");
    }
  };

  cards.forEach((card) => {
    card.querySelector("form").addEventListener("submit", (event) => {
      const button = event.submitter || card.querySelector("button[value=reject]");
      if (!card.dataset.plain) {
        event.preventDefault();
        decide(card, button);
      }
    });
    card.querySelector("input[name=reason]").addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        decide(card, card.querySelector("button[value=reject]"));
      }
    });
  });

  const fold = document.querySelector(".facets-fold");

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
      const narrow = document.querySelector("a.narrow");
      if (query) {
        event.preventDefault();
        query.focus();
        query.select();
      } else if (narrow) {
        // The queue has no words of its own: it is narrowed on the search page, which leads back.
        event.preventDefault();
        narrow.click();
      }
    } else if (event.key === "f") {
      const option = document.querySelector(".facets a.option") || document.getElementById("from");
      if (option) {
        event.preventDefault();
        fold.setAttribute("open", "");
        option.focus();
      }
    } else if (event.key === "r") {
      const reason = document.querySelector(".review .decide input[name=reason]");
      const these = document.querySelector("a.review-these");
      if (reason) {
        event.preventDefault();
        reason.focus();
      } else if (these) {
        event.preventDefault();
        these.click();
      }
    } else if (event.key === "j") {
      queue ? turn(1) : move(1);
    } else if (event.key === "k") {
      queue ? turn(-1) : move(-1);
    } else if (current() && /^[1-4]$/.test(event.key)) {
      event.preventDefault();
      decide(current(), current().querySelectorAll(".verdicts button")[Number(event.key) - 1]);
    } else if (/^[1-4]$/.test(event.key) && !queue) {
      // On a statement's page a decision takes Enter, too: nobody decides by a slip there.
      const button = document.querySelectorAll(".review .verdicts button")[Number(event.key) - 1];
      if (button) {
        event.preventDefault();
        button.focus();
      }
    } else if (current() && event.key === "o") {
      current().querySelector("a.open").click();
    }
  });

  // On a narrow screen the hits come first; the facets open when asked for.
  if (fold && window.matchMedia("(max-width: 52rem)").matches) {
    fold.removeAttribute("open");
  }
})();

// While the desk works on an answer: a line that says so, after half a second, and again when it takes long.
(() => {
  "use strict";
  let timers = [];
  let line = null;

  const clear = () => {
    timers.forEach(clearTimeout);
    timers = [];
    if (line) {
      line.remove();
      line = null;
    }
  };
  const say = (words) => {
    if (!line) {
      line = document.createElement("p");
      line.className = "waiting";
      line.setAttribute("role", "status");
      document.body.append(line);
    }
    line.textContent = words;
  };
  const wait = () => {
    clear();
    timers = [
      setTimeout(() => say("Looking it up …"), 500),
      setTimeout(() => say("This takes longer than usual: the index is busy. The page comes when it has answered."), 6000),
      setTimeout(clear, 60000),
    ];
  };

  document.addEventListener("submit", (event) => {
    // What a POST leads to may be a file, after which no page comes.
    if (!event.defaultPrevented && event.target.method === "get") {
      wait();
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link && plain && !event.defaultPrevented && !link.target && !link.hasAttribute("download")) {
      const to = new URL(link.href, window.location.href);
      const within = to.origin === window.location.origin;
      const same = to.pathname === window.location.pathname && to.search === window.location.search && to.hash;
      if (within && !same && !to.pathname.startsWith("/api/") && !/\.[a-z]+$/.test(to.pathname)) {
        wait();
      }
    }
  });
  window.addEventListener("pageshow", clear);
})();
