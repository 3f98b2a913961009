// Draws every chart from the table that stands with it, with Chart.js. Without scripts there are the tables, whose rows lead to the same places.
(() => {
  "use strict";
  const Chart = window.Chart;
  const figures = Array.from(document.querySelectorAll("figure.chart"));
  if (!Chart) {
    return;
  }
  const root = document.documentElement;
  const colour = (name) => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const faded = (paint, share) => Chart.helpers.color(paint).alpha(share).rgbString();
  const number = (cell) => Number(cell.textContent.replace(/\D/g, ""));
  const said = (count) => count.toLocaleString("en");

  const read = (figure) => {
    const heads = Array.from(figure.querySelectorAll("thead th"));
    const kinds = heads
      .map((head, column) => ({ name: head.textContent, colour: head.dataset.colour, column }))
      .filter((kind) => kind.colour);
    const rows = Array.from(figure.querySelectorAll("tbody tr"), (row) => {
      const head = row.cells[0];
      const link = head.querySelector("a");
      const note = row.querySelector(".note");
      return {
        label: link ? link.textContent : head.firstChild.textContent.trim(),
        link,
        chosen: Boolean(link && link.hasAttribute("aria-current")),
        note: note ? note.textContent : "",
        step: row.dataset.step,
        blind: Number(row.dataset.blind || 0),
        counts: kinds.map((kind) => number(row.cells[kind.column])),
      };
    });
    return { kinds, rows };
  };

  // For those who do not see it: what it spans, and where most is. Every number stands in the table.
  const described = (name, { kinds, rows }) => {
    const sum = (row) => row.counts.reduce((a, b) => a + b, 0);
    const most = rows.reduce((a, b) => (sum(b) > sum(a) ? b : a));
    const named = (count, i) => said(count) + (kinds.length > 1 ? " " + kinds[i].name.toLowerCase() : "");
    const parts = most.counts.map(named).join(", ");
    const span = rows.length > 1 ? rows[0].label + " to " + rows[rows.length - 1].label : rows[0].label;
    return "Chart: " + name + ", " + span + ". Most in " + most.label + ": " + parts + ". The table below has every number.";
  };

  // Behind the bars: times that nobody looked at, and what is being dragged over.
  const ground = (rows, state) => ({
    id: "ground",
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea: area, scales } = chart;
      const half = (area.right - area.left) / rows.length / 2;
      const fill = (i, paint) => {
        // Whole dots: where two halves of one meet, a line would show.
        const left = Math.round(scales.x.getPixelForValue(i) - half);
        const right = Math.round(scales.x.getPixelForValue(i) + half);
        ctx.fillStyle = paint;
        ctx.fillRect(left, area.top, right - left, area.bottom - area.top);
      };
      ctx.save();
      rows.forEach((row, i) => {
        if (row.blind > 0) {
          fill(i, faded(colour("line"), 0.55 * row.blind));
        }
        if (state.first !== null && i >= Math.min(state.first, state.last) && i <= Math.max(state.first, state.last)) {
          fill(i, colour("soft"));
        }
      });
      ctx.restore();
    },
  });

  const data = ({ kinds, rows }) => {
    const narrowed = rows.some((row) => row.chosen);
    return {
      labels: rows.map((row) => row.label),
      datasets: kinds.map((kind, k) => ({
        label: kind.name,
        // Nothing is no bar: else the least height would be drawn for it.
        data: rows.map((row) => row.counts[k] || null),
        backgroundColor: rows.map((row) => (narrowed && !row.chosen ? faded(colour(kind.colour), 0.4) : colour(kind.colour))),
        hoverBackgroundColor: colour(kind.colour),
        borderColor: colour("paper"),
        borderWidth: { top: kinds.length > 1 ? 1 : 0 },
        minBarLength: 2,
        maxBarThickness: 48,
        categoryPercentage: 0.9,
        barPercentage: 0.9,
      })),
    };
  };

  const options = (figure, { rows }) => {
    const style = getComputedStyle(figure);
    const rtl = style.direction === "rtl";
    const ticks = { color: colour("quiet"), font: { family: style.fontFamily, size: 12 } };
    return {
      // Nothing moves, so there is nothing to ask a reader who wants less of it.
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      locale: "en",
      interaction: { mode: "index", intersect: false },
      onHover: (event, bars, chart) => {
        chart.canvas.classList.toggle("leads", bars.length > 0 && rows[bars[0].index].link !== null);
      },
      scales: {
        x: {
          stacked: true,
          reverse: rtl,
          grid: { display: false },
          border: { color: colour("line") },
          ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 16 },
        },
        y: {
          stacked: true,
          beginAtZero: true,
          position: rtl ? "right" : "left",
          grid: { color: colour("line") },
          border: { display: false },
          ticks: { ...ticks, precision: 0, maxTicksLimit: 4 },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          rtl,
          textDirection: style.direction,
          filter: (item) => item.raw !== null,
          backgroundColor: colour("ink"),
          titleColor: colour("paper"),
          bodyColor: colour("paper"),
          footerColor: colour("paper"),
          footerFont: { weight: "normal" },
          callbacks: { footer: (items) => (items.length > 0 ? rows[items[0].dataIndex].note : "") },
        },
      },
    };
  };

  // Click a bar for its time; drag over several, or hold Shift on the last of them, for all between. The dates of the form do the same.
  const lead = (chart, { rows }, state) => {
    const canvas = chart.canvas;
    const at = (event) => {
      const found = chart.getElementsAtEventForMode(event, "index", { intersect: false }, false);
      return found.length > 0 ? found[0].index : null;
    };
    const go = (one, other) => {
      const search = new URLSearchParams(window.location.search);
      const ends = [one, other].sort();
      search.set("from", ends[0]);
      search.set("to", ends[1]);
      search.delete("after");
      window.location.search = search.toString();
    };
    const drop = () => {
      state.first = null;
      state.last = null;
      chart.draw();
    };
    canvas.addEventListener("pointerdown", (event) => {
      const bar = at(event);
      if (event.button === 0 && bar !== null && rows[bar].step && !event.shiftKey) {
        state.first = bar;
        state.last = bar;
      }
    });
    canvas.addEventListener("pointermove", (event) => {
      const bar = state.first === null ? null : at(event);
      if (bar !== null && bar !== state.last) {
        state.last = bar;
        chart.draw();
      }
    });
    canvas.addEventListener("click", (event) => {
      const bar = at(event);
      const begun = new URLSearchParams(window.location.search).get("from");
      if (bar === null || state.dragged) {
        state.dragged = false;
      } else if (event.shiftKey && begun && rows[bar].step) {
        go(begun, rows[bar].step);
      } else if (rows[bar].link) {
        // As a click on the row's own link, with the keys held: those open it elsewhere.
        const { ctrlKey, metaKey, shiftKey } = event;
        rows[bar].link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
      }
    });
    document.addEventListener("pointerup", () => {
      if (state.first !== null) {
        const { first, last } = state;
        state.dragged = first !== last;
        drop();
        if (first !== last) {
          go(rows[first].step, rows[last].step);
        }
      }
    });
    document.addEventListener("pointercancel", drop);
  };

  const drawn = figures.map((figure) => {
    const table = read(figure);
    if (table.rows.length === 0) {
      return () => {};
    }
    const plot = figure.querySelector(".plot");
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", described(figure.querySelector("figcaption").textContent, table));
    plot.append(canvas);
    figure.querySelectorAll("[hidden]").forEach((part) => part.removeAttribute("hidden"));
    const state = { first: null, last: null, dragged: false };
    const chart = new Chart(canvas, {
      type: "bar",
      data: data(table),
      options: options(figure, table),
      plugins: [ground(table.rows, state)],
    });
    lead(chart, table, state);
    return () => {
      chart.data = data(table);
      chart.options = options(figure, table);
      chart.update("none");
    };
  });
  const paint = () => drawn.forEach((again) => again());

  // A canvas keeps the colours it was drawn with: drawn again when the system turns dark, and light for paper.
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  const paper = (on) => () => {
    root.classList.toggle("on-paper", on);
    paint();
  };
  window.addEventListener("beforeprint", paper(true));
  window.addEventListener("afterprint", paper(false));
})();
