"use strict";
// A letter's page that moves: text and cards together, keys, counts that are toggles, a bar of marks beside the text.
// Without this script the page is the same page: every mark is a link to its card, every card one to its mark.
(() => {
  const pane = document.getElementById("letter");
  const split = document.querySelector(".split");
  if (!pane || !split) return;
  const wide = matchMedia("(min-width: 62rem)");
  const byId = (id) => (id ? document.getElementById(id) : null);
  const target = (link) => byId(decodeURIComponent((link.getAttribute("href") || "").replace(/^[^#]*#?/, "")));
  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  // A stop is a card or a check, with where it stands in the text.
  const stops = [...document.querySelectorAll("article.card, ol.checks > li.check")].map((box) => {
    const link = box.matches(".card") ? box.querySelector("h3 a") : box.querySelector(".places q a");
    return { box, link, home: document.createComment(""), mark: link ? target(link) : null };
  });
  const ofBox = new Map(stops.map((stop) => [stop.box.id, stop]));
  const seen = (stop) => !stop.box.hidden && !stop.box.closest("details:not([open])");
  let current = null;

  // ---- Together into view ----
  const into = (mark) => {
    const shown = mark.getClientRects().length ? mark : mark.nextElementSibling || mark;
    if (!wide.matches) return;
    const at = shown.getBoundingClientRect(), frame = pane.getBoundingClientRect();
    const top = Math.max(frame.top, 0), bottom = Math.min(frame.bottom, innerHeight);
    if (at.top < top + 60 || at.bottom > bottom - 60) pane.scrollTop += at.top - (top + bottom) / 2;
  };
  const intoColumn = (box) => {
    const at = box.getBoundingClientRect();
    if (at.top >= 0 && (at.bottom <= innerHeight || at.top <= innerHeight / 3)) return;
    box.scrollIntoView({ block: at.height < innerHeight * 0.6 ? "center" : "start" });
  };
  const restore = () => {
    for (const stop of stops)
      if (stop.home.parentNode) {
        stop.home.replaceWith(stop.box);
        stop.box.querySelector(".shut")?.remove();
        if (stop.box.matches("li")) stop.box.removeAttribute("role");
      }
  };
  // On a small screen a card opens under its sentence: it is moved there, and moves back when it is closed.
  const sentenceEnd = (mark) => {
    const segment = mark.closest(".seg");
    const range = document.createRange();
    range.setStartAfter(mark);
    range.setEndAfter(segment.lastChild);
    const rest = range.toString();
    const first = window.Intl?.Segmenter ? [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(rest.slice(0, 2000))][0] : null;
    let left = Math.min(first ? first.segment.length : rest.length, (rest.indexOf("\n") + 1 || rest.length + 1) - 1);
    const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!range.intersectsNode(node) || mark.contains(node)) continue;
      if (node.data.length < left) { left -= node.data.length; continue; }
      let top = node;
      if (node.parentNode === segment && left < node.data.length) { node.splitText(left); return node; }
      while (top.parentNode !== segment) top = top.parentNode;
      return top;
    }
    return segment.lastChild;
  };
  const openUnder = (stop) => {
    restore();
    if (!stop.mark) return stop.box.scrollIntoView({ block: "start" });
    const shut = element("button", { type: "button", class: "shut" }, "Close");
    shut.addEventListener("click", () => close());
    stop.box.replaceWith(stop.home);
    sentenceEnd(stop.mark).after(stop.box);
    if (stop.box.matches("li")) stop.box.setAttribute("role", "group"); // outside its list it is no item of one
    stop.box.prepend(shut);
    const at = stop.mark.getBoundingClientRect();
    if (at.top < 0 || at.top > innerHeight / 2) stop.mark.scrollIntoView({ block: "start" });
  };
  const close = () => {
    const stop = current;
    const moved = stop && stop.home.parentNode;
    restore();
    if (!moved) return false;
    stop.mark.scrollIntoView({ block: "center" });
    (stop.mark.matches("a") ? stop.mark : stop.mark.nextElementSibling)?.focus({ preventScroll: true });
    return true;
  };

  const unmark = () =>
    document.querySelectorAll(".current, .together").forEach((one) => one.classList.remove("current", "together"));
  // The figures of a sum light up together: those of a check, and of a claim those of the checks that it went into.
  const together = (stop) => {
    const used = stop.box.matches("li") ? [stop.box] : [...stop.box.querySelectorAll(".used a")].map(target);
    const links = used.filter(Boolean).flatMap((box) => [...box.querySelectorAll(".places q a")]);
    return links.map(target).filter(Boolean).map((one) => (one.getClientRects().length ? one : one.nextElementSibling || one));
  };
  const show = (stop, { focus = null, mark = stop.mark, keep = true, small = true } = {}) => {
    current = stop;
    unmark();
    stop.box.classList.add("current");
    for (const one of [mark, stop.mark]) one?.classList.add("current");
    for (const one of together(stop)) one.classList.add("together");
    if (wide.matches || (!small && !stop.home.parentNode)) intoColumn(stop.box); else openUnder(stop);
    if (mark) into(mark);
    if (keep) history.replaceState(null, "", `#${stop.box.id}`);
    focus?.focus({ preventScroll: true });
  };
  const stopAt = (node) => {
    const box = node.closest("article.card, ol.checks > li.check");
    return box ? ofBox.get(box.id) : null;
  };
  const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href*='#']");
    if (link && plain(event) && link.getAttribute("href").startsWith("#")) {
      const to = target(link);
      if (!to) return;
      if (ofBox.has(to.id)) {
        event.preventDefault();
        const stop = ofBox.get(to.id);
        const mark = link.closest(".text") ? link : stop.mark;
        reveal(stop);
        // the mark that was clicked keeps the focus; from elsewhere the focus goes along to the card
        return show(stop, { focus: link.closest(".text, .card, .check") ? link : stop.link, mark });
      }
      const own = stopAt(link);
      if (own && to.closest(".text")) {
        event.preventDefault();
        return wide.matches ? show(own, { focus: link, mark: to }) : (restore(), to.scrollIntoView({ block: "center" }));
      }
      return;
    }
    if (event.target.closest("a, button, summary, input, textarea, select, label, form")) return;
    if (getSelection()?.toString()) return; // words are being copied
    const own = stopAt(event.target);
    if (own && own.mark && wide.matches) show(own);
  });

  // ---- Which are shown: counts that are toggles, and words to find ----
  const off = new Set();
  let terms = [];
  const text = new Map();
  const words = (stop) => {
    if (!text.has(stop)) text.set(stop, stop.box.textContent.toLowerCase());
    return text.get(stop);
  };
  const wanted = (stop) =>
    ![...off].some((css) => stop.box.classList.contains(css)) && terms.every((term) => words(stop).includes(term));
  const tools = byId("letter-tools")?.content.firstElementChild.cloneNode(true);
  const apply = () => {
    let shown = 0;
    for (const stop of stops) {
      stop.box.hidden = !wanted(stop);
      shown += stop.box.hidden ? 0 : 1;
    }
    for (const mark of pane.querySelectorAll(".m, .f"))
      mark.classList.toggle("quiet", [...off].some((css) => mark.classList.contains(css)));
    if (tools) tools.querySelector("output").textContent = off.size || terms.length ? `${shown} of ${stops.length} shown` : "";
    document.dispatchEvent(new Event("filtered"));
    track();
  };
  const reveal = (stop) => {
    if (stop.box.parentElement.closest("details")) stop.box.parentElement.closest("details").open = true;
    if (seen(stop)) return;
    off.clear();
    terms = [];
    if (tools) tools.elements.q.value = "";
    for (const button of document.querySelectorAll("[data-toggles] button")) button.setAttribute("aria-pressed", "true");
    apply();
  };
  for (const row of document.querySelectorAll("[data-toggles] li")) {
    const css = row.className;
    const button = element("button", { type: "button", "aria-pressed": "true" }, ...row.childNodes);
    button.addEventListener("click", () => {
      const now = off.has(css);
      if (now) off.delete(css); else off.add(css);
      button.setAttribute("aria-pressed", String(now));
      apply();
    });
    row.append(button);
  }

  // ---- The bar of marks ----
  const bar = element("div", { class: "track", "aria-hidden": "true" });
  split.append(bar);
  const LEVELS = ["amend", "look", "fine"];
  function track() {
    if (!wide.matches || pane.scrollHeight <= pane.clientHeight) return bar.replaceChildren();
    const top = pane.getBoundingClientRect().top - pane.scrollTop, height = pane.scrollHeight;
    const marks = [...pane.querySelectorAll("a.m, a.f")].filter((one) => !one.classList.contains("quiet") && one.tabIndex >= 0);
    // all places are read before a dot is set: each dot set would have the whole page laid out again for the next place
    const places = marks.map((mark) => (100 * (mark.getBoundingClientRect().top - top)) / height);
    bar.replaceChildren(...marks.map((mark, at) => {
      const level = LEVELS.find((one) => mark.classList.contains(`l-${one}`));
      const dot = element("span", { class: mark.className.replace(/\b(m|f|current)\b/g, ""), "data-level": level });
      dot.style.top = `${places[at]}%`;
      dot.addEventListener("click", () => mark.click());
      return dot;
    }));
  }

  // ---- Copying the wording that is offered; printing what was chosen ----
  for (const words of document.querySelectorAll("q.copied")) {
    const copy = element("button", { type: "button", class: "copy" }, "Copy");
    copy.addEventListener("click", async () => {
      getSelection().selectAllChildren(words); // where nothing may be copied for one, the words stand ready to be
      try { await navigator.clipboard.writeText(words.textContent); copy.textContent = "Copied"; } catch { words.focus?.(); }
    });
    words.after(" ", copy);
  }
  for (const way of document.querySelectorAll(".print-ways a"))
    way.addEventListener("click", () => setTimeout(() => print(), 0)); // the address says what is printed (print.css)

  // ---- Keys ----
  const step = (by) => {
    const shown = stops.filter(seen);
    if (!shown.length) return;
    let at = shown.indexOf(current);
    if (at < 0) at = by > 0 ? -1 : shown.length;
    const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
    show(next, { focus: next.link });
  };
  const first = () => {
    const link = document.querySelector("#desk .desk a");
    const stop = (link && ofBox.get(target(link)?.id)) || stops[0];
    if (!stop) return;
    reveal(stop);
    show(stop, { focus: stop.link });
  };
  const go = (rel) => document.querySelector(`.masthead a[rel="${rel}"]`)?.click();
  const help = byId("keys");
  const keys = {
    j: () => step(1), k: () => step(-1), 1: first, "[": () => go("prev"), "]": () => go("next"), u: () => go("up"),
    x: () => { const one = current && several ? tickOf(current) : null; one?.click(); },
    "/": () => tools?.elements.q.focus(), "?": () => help?.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Escape" && !help?.open) {
      if (typing) typing.blur(); else close();
      return;
    }
    if (typing || help?.open || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // ---- Several at once, in a review ----
  const several = byId("several");
  const ticks = [...document.querySelectorAll(".tick input")];
  const tickOf = (stop) => stop.box.querySelector(".tick input");
  const told = () => {
    const checked = ticks.filter((one) => one.checked), count = checked.length;
    const hidden = checked.filter((one) => one.closest("[hidden]")).length; // chosen, then filtered away: said, not lost
    several.querySelector("summary output").textContent =
      count ? `${count} chosen${hidden ? `, ${hidden} of them not shown` : ""}` : "";
    several.querySelector("button.main").disabled = !count;
  };
  if (several) {
    const all = element("button", { type: "button" }, "Choose all that are shown and ask");
    const none = element("button", { type: "button" }, "Choose none");
    all.addEventListener("click", () => {
      for (const stop of stops.filter((one) => seen(one) && !one.box.matches(".l-fine")))
        if (tickOf(stop)) tickOf(stop).checked = true;
      told();
    });
    none.addEventListener("click", () => { for (const one of ticks) one.checked = false; told(); });
    several.querySelector("legend").after(element("p", { class: "row" }, all, none));
    document.addEventListener("change", (event) => { if (event.target.closest(".tick")) told(); });
    addEventListener("pageshow", told); // a browser may bring ticks back
    document.addEventListener("filtered", told);
    told();
  }

  // ---- What is being written in a form is kept until it is sent, and comes back when the page is left and opened ----
  for (const form of document.querySelectorAll("form.decide[data-key]")) {
    const name = `crossfoot-draft-${form.dataset.key}`;
    const fields = () => [...form.elements].filter((one) => one.name && one.type !== "hidden" && one.name !== "by");
    form.addEventListener("input", () => {
      const told = fields().filter((one) => one.type !== "radio" || one.checked).map((one) => [one.name, one.value]);
      sessionStorage.setItem(name, JSON.stringify([form.elements.revision.value, told]));
    });
    form.addEventListener("submit", () => sessionStorage.removeItem(name));
    const [revision, told] = JSON.parse(sessionStorage.getItem(name) || "[]");
    if (revision !== form.elements.revision.value) continue;
    for (const [field, value] of told)
      for (const one of fields().filter((each) => each.name === field))
        if (one.type === "radio") one.checked = one.value === value; else one.value = value;
    form.closest("details")?.setAttribute("open", "");
  }

  if (tools) {
    tools.addEventListener("input", () => {
      terms = tools.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
      apply();
    });
    tools.addEventListener("submit", (event) => { event.preventDefault(); current = null; step(1); });
    tools.elements.keys.addEventListener("click", () => help?.showModal());
    document.querySelector("header.head").append(tools);
  }
  const arrive = () => {
    const to = byId(decodeURIComponent(location.hash.slice(1)));
    if (!to) return;
    const stop = ofBox.get(to.id) || stops.find((one) => one.mark === to);
    if (stop) { reveal(stop); show(stop, { keep: false, small: false }); }
  };
  addEventListener("hashchange", arrive);
  addEventListener("resize", track);
  wide.addEventListener("change", () => { restore(); track(); });
  document.addEventListener("toggle", track, true);
  document.fonts?.ready.then(track);
  apply();
  arrive();
})();
