"use strict";
// The list of letters: find, sort, only what needs an editor. Without this script the list stands in pages, the most
// pressing first. What is asked for is kept in the address, so that it can be sent on.
(() => {
  const MOST = 500; // rows shown at once
  const table = document.querySelector("table.letters");
  const tools = document.getElementById("letters-tools");
  if (!table || !tools) return;
  const body = table.tBodies[0];
  const pages = document.querySelector("nav.pages");
  const asWritten = [...body.rows];
  const form = tools.content.firstElementChild.cloneNode(true);
  const shown = form.querySelector(".shown"), sums = form.querySelector(".sums-shown");
  const keys = { title: 1, written: 3, claims: 5, checks: 6, work: 7 };
  let every = null;
  let state = { q: "", work: "", sort: "", down: "" };

  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const tallies = (rows) =>
    rows.length
      ? element("ul", { class: "tallies" }, ...rows.map(([css, symbol, text]) =>
          element("li", { class: css }, element("span", { class: "sym", "aria-hidden": "true" }, symbol), ` ${text}`)))
      : "none";
  const cell = (label, css, ...children) => element("td", { "data-label": label, class: css }, ...children);
  const row = ([href, title, id, day, written, , , work, without, verdicts, statuses]) =>
    element("tr", {},
      element("th", { scope: "row" }, element("a", { href, dir: "auto" }, title), element("span", { class: "id" }, id)),
      cell("Written", "", day ? element("time", { datetime: day }, written) : written),
      cell("Claims", "", tallies(verdicts)),
      cell("Checks", "", tallies(statuses)),
      cell("For an editor", "num", element("strong", {}, String(work)),
        ...(without ? [element("span", { class: "without" }, without)] : [])));

  const wanted = (letters) => {
    const terms = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const also = window.crossfootWords || {};
    const words = (one) =>
      [one[1], one[2], one[4], ...[...one[9], ...one[10]].map((tally) => tally[2]), also[one[2]]].join(" ").toLowerCase();
    const found = letters.filter((one) => (!state.work || one[7] > 0) && terms.every((term) => words(one).includes(term)));
    const at = keys[state.sort];
    if (!at) return found;
    const order = (a, b) => (typeof a[at] === "number" ? a[at] - b[at] : a[at].localeCompare(b[at]));
    return found.sort((a, b) => (state.down ? order(b, a) : order(a, b)));
  };
  const show = () => {
    for (const th of table.tHead.querySelectorAll("th[data-sort]"))
      th.setAttribute("aria-sort", th.dataset.sort !== state.sort ? "none" : state.down ? "descending" : "ascending");
    const plain = !state.q && !state.work && !state.sort;
    const found = plain ? null : wanted(every);
    body.replaceChildren(...(plain ? asWritten : found.slice(0, MOST).map(row)));
    if (found && !found.length) body.append(element("tr", {}, element("td", { colspan: "5", class: "none" }, form.dataset.none)));
    if (pages) pages.hidden = !plain;
    shown.textContent = plain ? form.dataset.total : found.length.toLocaleString("en");
    sums.textContent = plain ? "" : ` · ${[[5, "claim"], [6, "check"], [7, "item"]].map((one) => counted(found, ...one)).join(", ")}`;
    form.classList.toggle("more", !plain && found.length > MOST);
  };
  // "1 claim", "2,340 claims": the sum of one column of the letters that are shown, in the words that the page gives
  const counted = (found, at, name) => {
    const sum = found.reduce((all, one) => all + one[at], 0);
    return form.dataset[name].split("|")[sum === 1 ? 0 : 1].replace("#", sum.toLocaleString("en"));
  };
  const fetched = (name) => new Promise((done) => {
    const script = element("script", { src: `assets/${name}.js` });
    script.onload = done;
    script.onerror = done; // found by what the list itself tells
    document.head.append(script);
  });
  let listed = null, worded = null;
  const load = async (then) => {
    listed ||= fetched("letters-list");
    if (state.q) worded ||= fetched("letters-words");
    await Promise.all([listed, worded]);
    every = window.crossfootLetters || [];
    then();
  };
  const keep = () => {
    const said = Object.entries(state).filter(([, value]) => value);
    const address = said.length ? `#${new URLSearchParams(said)}` : "#letters";
    if (location.hash !== address && (said.length || location.hash.includes("="))) history.replaceState(null, "", address);
  };
  const ask = (change) => {
    state = { ...state, ...change };
    keep();
    load(show);
  };
  const recall = () => {
    if (!location.hash.includes("=")) return;
    const said = new URLSearchParams(location.hash.slice(1));
    for (const name of Object.keys(state)) state[name] = said.get(name) || "";
    form.elements.q.value = state.q;
    form.elements.work.checked = Boolean(state.work);
    load(show);
  };

  for (const th of table.tHead.querySelectorAll("th[data-sort]")) {
    const button = element("button", { type: "button" }, ...th.childNodes);
    button.addEventListener("click", () => {
      const again = state.sort === th.dataset.sort;
      const first = typeof th.dataset.down === "string" ? "1" : "";
      ask({ sort: th.dataset.sort, down: again ? (state.down ? "" : "1") : first });
    });
    th.append(button);
  }
  form.addEventListener("input", () => ask({ q: form.elements.q.value, work: form.elements.work.checked ? "1" : "" }));
  form.addEventListener("submit", (event) => event.preventDefault());
  table.before(form);
  addEventListener("hashchange", recall);
  show();
  recall();
})();
