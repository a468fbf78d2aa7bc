// The page: where the reader is, the findings walked through, keys.

const root = document.documentElement;
const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// What the reader chose is kept where the browser allows it.
const remembered = (key) => {
  try { return localStorage.getItem("aligncheck-" + key); } catch (error) { return null; }
};
const remember = (key, value) => {
  try { localStorage.setItem("aligncheck-" + key, value); } catch (error) { /* not allowed here */ }
};

// Where articles are pages of their own, the way back leads to the overview as it was in this tab.
const visit = (path, name) => {
  try { sessionStorage.setItem("aligncheck-" + path, name); } catch (error) { /* not allowed here */ }
};
const visited = (path) => {
  try { return sessionStorage.getItem("aligncheck-" + path) ?? ""; } catch (error) { return ""; }
};

// Light and dark.
const THEMES = { "": "as the system", light: "light", dark: "dark" };
const themeButton = find("#theme");
const setTheme = (theme) => {
  root.dataset.theme = theme;
  find("span", themeButton).textContent = THEMES[theme];
};
const stored = remembered("theme");
setTheme(stored in THEMES ? stored : "");
themeButton.addEventListener("click", () => {
  const names = Object.keys(THEMES);
  const next = names[(names.indexOf(root.dataset.theme) + 1) % names.length];
  setTheme(next);
  remember("theme", next);
});

// Where we are: the overview, or one article; the finding looked at.
const overview = find("#overview");
const articles = all(".article");
const titleOfRun = document.title;
let current = null;
let finding = null;
let filters = null;

const show = (article) => {
  if (current === article && (article || !overview?.classList.contains("away"))) return;
  current?.classList.remove("current");
  article?.classList.add("current");
  overview?.classList.toggle("away", article !== null);
  say(null);
  current = article;
  finding = null;
  const name = article ? find("h1", article).textContent : "";
  document.title = article ? name + " – aligncheck" : titleOfRun;
  window.scrollTo({ top: 0, behavior: "instant" });
};

const keyed = (key, within = document) =>
  all("[data-finding]", within).filter((element) => element.dataset.finding === key);

const select = (key) => {
  all(".current", current).forEach((element) => element.classList.remove("current"));
  finding = key;
  const entry = document.getElementById("f-" + key);
  const mark = document.getElementById("m-" + key);
  [entry, mark, ...keyed(key, current)].forEach((element) => element?.classList.add("current"));
  const entries = all(".finding", current);
  const position = find(".position", current);
  if (position) position.textContent = entries.indexOf(entry) + 1 + " of " + entries.length;
  reveal(entry);
  say(entry);
  return [entry, mark];
};

// Scroll the list alone, never the page, so that text and list keep their places.
const reveal = (entry) => {
  const list = entry?.parentElement;
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const above = entry.offsetTop - list.offsetTop;
  const seen = above >= list.scrollTop && above + entry.offsetHeight <= list.scrollTop + list.clientHeight;
  if (!seen) list.scrollTop = above - list.clientHeight / 4;
};

// Where the list is not beside the text, the bar below says what the finding is.
const isBeside = () => getComputedStyle(find(".findings", current)).position === "sticky";
const say = (entry) => {
  const said = current && find(".said", current);
  if (!said) return;
  said.hidden = !entry;
  if (!entry) return;
  const about = find(".about", said);
  about.className = "about " + LEVELS.find((level) => entry.classList.contains(level));
  about.replaceChildren(...[...entry.children].map((part) => part.cloneNode(true)));
};
const close = () => {
  all(".current", current).forEach((element) => element.classList.remove("current"));
  const mark = document.getElementById("m-" + finding);
  finding = null;
  say(null);
  mark?.focus({ preventScroll: true });
};

const inSight = (element) => {
  const box = element.getBoundingClientRect();
  const below = isBeside() ? 0 : find(".steps", current).offsetHeight;
  return box.height > 0 && box.top >= find(".top").offsetHeight && box.bottom <= innerHeight - below;
};

const toMark = (key) => {
  const [, mark] = select(key);
  mark?.closest("tr")?.classList.remove("right");
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: "center" });
};

const toList = (key) => {
  const [entry] = select(key);
  find("a", entry)?.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "nearest" });
};

// The words come into sight as well: the text alone is scrolled, if it must be.
const toEntry = (key) => {
  const [entry, mark] = select(key);
  if (!mark) return toList(key);
  (isBeside() ? find("a", entry) : mark)?.focus({ preventScroll: true });
  mark.closest("tr")?.classList.remove("right");
  if (!inSight(mark)) mark.scrollIntoView({ block: "center" });
};

const route = (fragment = location.hash.slice(1)) => {
  const [encoded, query = ""] = fragment.split("?");
  const name = decodeURIComponent(encoded);
  const target = name ? document.getElementById(name) : null;
  const article = target?.closest(".article") ?? (overview ? null : articles[0]);
  show(article ?? null);
  if (!article) filters?.read(query);
  if (name.startsWith("m-") && target) toMark(name.slice(2));
  else if (name.startsWith("f-") && target) toEntry(name.slice(2));
  else if (name.startsWith("a-") && target) target.focus({ preventScroll: true });
  else if (target?.matches("tr")) {
    target.classList.remove("right");
    target.scrollIntoView({ block: "center" });
  }
};
window.addEventListener("popstate", () => route());

// Browsers refuse to change the address too often; the page works without.
const address = (name, change) => {
  try { history[change](null, "", "#" + name); } catch (error) { /* too often */ }
};
const go = (to) => {
  const name = to === "overview" && filters ? filters.name() : to;
  if (location.hash !== "#" + name) address(name, "pushState");
  route(name);
};

const step = (by) => {
  const keys = all(".finding", current).map((entry) => entry.dataset.key);
  if (!keys.length) return;
  const here = keys.indexOf(finding);
  const next = here < 0 ? (by > 0 ? 0 : keys.length - 1) : (here + by + keys.length) % keys.length;
  address("m-" + keys[next], "replaceState");
  toMark(keys[next]);
};

const hide = () => {
  const button = current && find(".hide", current);
  if (!button) return;
  const hidden = find(".beads", current).classList.toggle("only-wrong");
  button.setAttribute("aria-pressed", String(hidden));
  if (finding) document.getElementById("m-" + finding)?.scrollIntoView({ block: "center" });
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) {
    const name = link.getAttribute("href");
    if (!name.startsWith("#") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(name.slice(1));
    return;
  }
  const button = event.target.closest("button");
  if (button?.classList.contains("step")) return step(Number(button.dataset.step));
  if (button?.classList.contains("hide")) return hide();
  if (button?.classList.contains("close")) return close();
  const marked = event.target.closest("[data-finding]");
  if (marked && !getSelection().toString()) go("f-" + marked.dataset.finding);
});

// Single keys, which the reader can switch off.
const help = find("#help");
const keysOn = find("#keys-on");
keysOn.checked = remembered("keys") !== "off";
keysOn.addEventListener("change", () => remember("keys", keysOn.checked ? "on" : "off"));
find("#help-open").addEventListener("click", () => help.showModal());
find("#help-close").addEventListener("click", () => help.close());

const across = () => {
  if (!finding) return step(1);
  if (document.activeElement?.closest(".finding")) return go("m-" + finding);
  address("f-" + finding, "pushState");
  if (isBeside()) toEntry(finding);
  else toList(finding);
};
const toOverview = () => {
  if (overview) go("overview");
  else location.href = find(".brand").href;
};
const KEYS = {
  n: () => current && step(1),
  p: () => current && step(-1),
  f: () => current && across(),
  h: hide,
  o: toOverview,
  "/": () => find("#filter-text")?.focus(),
  "?": () => help.showModal(),
};
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, dialog");
  const held = event.ctrlKey || event.metaKey || event.altKey;
  const act = KEYS[event.key];
  if (typing || held || !act || !keysOn.checked || help.open) return;
  event.preventDefault();
  act();
});

// The browser goes to the address by itself as well, after us, and knows only one of the two
// places; on a reload it goes back to where the reader was, which is to stay.
const arrived = () => {
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") route();
  root.classList.add("arrived");
};

if (overview) filters = overviewOf();
else all(`a[href="${find(".brand").getAttribute("href")}"]`).forEach((link) => { link.hash = visited(link.pathname); });
route();
addEventListener("load", () => requestAnimationFrame(arrived));
