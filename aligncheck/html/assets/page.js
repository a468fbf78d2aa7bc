"use strict";
(() => {
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

  const show = (article) => {
    if (current === article && (article || !overview?.classList.contains("away"))) return;
    current?.classList.remove("current");
    article?.classList.add("current");
    overview?.classList.toggle("away", article !== null);
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

  const inSight = (element) => {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.top >= find(".top").offsetHeight && box.bottom <= innerHeight;
  };

  const toMark = (key) => {
    const [, mark] = select(key);
    mark?.closest("tr")?.classList.remove("right");
    mark?.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: "center" });
  };

  // Where the list stays in sight beside the text, the text alone is scrolled, if it must be.
  const toEntry = (key) => {
    const [entry, mark] = select(key);
    find("a", entry)?.focus({ preventScroll: true });
    const beside = getComputedStyle(entry.closest(".findings")).position === "sticky";
    if (!beside || !mark) return entry.scrollIntoView({ block: "nearest" });
    mark.closest("tr")?.classList.remove("right");
    if (!inSight(mark)) mark.scrollIntoView({ block: "center" });
  };

  const route = (name = decodeURIComponent(location.hash.slice(1))) => {
    const target = name ? document.getElementById(name) : null;
    const article = target?.closest(".article") ?? (overview ? null : articles[0]);
    show(article ?? null);
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
  const go = (name) => {
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
    const inList = document.activeElement?.closest(".finding");
    go((inList ? "m-" : "f-") + finding);
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

  // The overview: filters, order, pages.
  const overviewOf = () => {
    const body = find("#articles");
    const more = find("#more-articles");
    const rows = [...all("tr", body), ...(more ? all("tr", more.content) : [])].map((row, order) => ({
      row,
      order,
      name: find("th a", row).textContent,
      words: row.dataset.words,
      tally: row.dataset.tally.split(" ").filter(Boolean).map((part) => {
        const [locale, code, severity, number] = part.split(":");
        return { locale, code, severity, number: Number(number) };
      }),
      coverage: new Map(all("td[data-coverage]", row).filter((cell) => cell.dataset.coverage)
        .map((cell) => [cell.dataset.locale, Number(cell.dataset.coverage)])),
    }));
    more?.remove();
    const size = Number(overview.dataset.page);
    const [text, rule, locale, severity, sort] =
      ["#filter-text", "#filter-rule", "#filter-locale", "#filter-severity", "#sort"].map((id) => find(id));
    const heads = all("th[data-sort]", overview);
    let page = 0;
    let order = { by: "order", locale: "", down: false };
    let fitting = rows;

    const wanted = (one) =>
      (!rule.value || one.code === rule.value)
      && (!locale.value || one.locale === locale.value)
      && (!severity.value || one.severity === severity.value);
    const narrowed = () => Boolean(rule.value || locale.value || severity.value);
    const number = (parts) => parts.reduce((sum, one) => sum + one.number, 0);
    const least = (one, of) => (of ? one.coverage.get(of) : Math.min(...one.coverage.values())) ?? 101;

    const compared = {
      order: (a, b) => a.order - b.order,
      name: (a, b) => a.name.localeCompare(b.name),
      findings: (a, b) => a.hits - b.hits,
      coverage: (a, b) => Math.min(least(a, order.locale), 101) - Math.min(least(b, order.locale), 101),
    };

    const chips = (holder, parts) => {
      const sums = ["error", "warning", "info"]
        .map((level) => [level, number(parts.filter((one) => one.severity === level))])
        .filter(([, sum]) => sum);
      holder.replaceChildren(...sums.map(([level, sum]) => {
        const chip = document.createElement("span");
        const word = document.createElement("span");
        chip.className = "count " + level;
        word.className = "word";
        word.textContent = " " + level + (sum === 1 || level === "info" ? "" : "s");
        chip.append(String(sum), word);
        return chip;
      }));
    };

    const recount = (one) => {
      const parts = one.tally.filter(wanted);
      const total = find(".total", one.row);
      let holder = find(".chips", total);
      if (holder) chips(holder, parts);
      all("td.version", one.row).forEach((cell) => {
        const inside = find(".chips", cell);
        if (inside) chips(inside, parts.filter((part) => part.locale === cell.dataset.locale));
      });
    };

    const draw = () => {
      const last = Math.max(0, Math.ceil(fitting.length / size) - 1);
      page = Math.min(page, last);
      const part = fitting.slice(page * size, (page + 1) * size);
      part.forEach(recount);
      body.replaceChildren(...part.map((one) => one.row));
      find("#pages").hidden = last === 0;
      find("#page-number").textContent = "page " + (page + 1) + " of " + (last + 1);
      find("#page-back").disabled = page === 0;
      find("#page-on").disabled = page === last;
      const found = fitting.reduce((sum, one) => sum + one.hits, 0);
      find("#shown").textContent = fitting.length + " of " + rows.length
        + (rows.length === 1 ? " article, " : " articles, ") + found + (found === 1 ? " finding" : " findings");
    };

    const apply = () => {
      const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach((one) => { one.hits = number(one.tally.filter(wanted)); });
      fitting = rows.filter((one) =>
        (!narrowed() || one.hits > 0) && words.every((word) => one.words.includes(word)));
      fitting.sort((a, b) => (order.down ? -1 : 1) * compared[order.by](a, b) || a.order - b.order);
      heads.forEach((head) => {
        const mine = head.dataset.sort === order.by && (head.dataset.locale ?? "") === order.locale;
        if (mine) head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      page = 0;
      draw();
    };

    const FIRST_DOWN = { findings: true };
    heads.forEach((head) => find("button", head).addEventListener("click", () => {
      const same = head.dataset.sort === order.by && (head.dataset.locale ?? "") === order.locale;
      const down = same ? !order.down : Boolean(FIRST_DOWN[head.dataset.sort]);
      order = { by: head.dataset.sort, locale: head.dataset.locale ?? "", down };
      if (!order.locale) sort.value = order.by;
      apply();
    }));
    sort.addEventListener("change", () => {
      order = { by: sort.value, locale: "", down: Boolean(FIRST_DOWN[sort.value]) };
      apply();
    });
    text.addEventListener("input", apply);
    [rule, locale, severity].forEach((choice) => choice.addEventListener("change", apply));
    const form = find("#filters");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => {
      order = { by: "order", locale: "", down: false };
      apply();
    }));
    find("#page-back").addEventListener("click", () => { page -= 1; draw(); });
    find("#page-on").addEventListener("click", () => { page += 1; draw(); });
    apply();
  };

  // The browser goes to the address by itself as well, after us, and knows only one of the two
  // places; on a reload it goes back to where the reader was, which is to stay.
  const arrived = () => {
    if (performance.getEntriesByType("navigation")[0]?.type === "navigate") route();
    root.classList.add("arrived");
  };

  if (overview) overviewOf();
  route();
  addEventListener("load", () => requestAnimationFrame(arrived));
})();
