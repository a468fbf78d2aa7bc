// The overview: filters, order, pages.

const LEVELS = ["error", "warning", "info"];
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
  const AS_FOUND = { by: "order", locale: "", down: false };
  let order = AS_FOUND;
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
    const sums = LEVELS
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
    draw();
  };

  // What is chosen stands in the address, so that what is shown can be sent to somebody.
  const FIELDS = { text, rule, locale, severity };
  let written = "";
  const chosen = () => {
    const said = new URLSearchParams();
    Object.entries(FIELDS).forEach(([name, field]) => field.value && said.set(name, field.value));
    if (order !== AS_FOUND) said.set("sort", [order.by, order.locale, order.down ? "down" : "up"].join("."));
    if (page) said.set("page", page + 1);
    return said.toString();
  };
  const name = () => (chosen() ? "overview?" + chosen() : "overview");
  const write = () => {
    written = chosen();
    address(name(), "replaceState");
    visit(location.pathname, name());
  };
  const read = (query) => {
    if (query === written) return;
    const said = new URLSearchParams(query);
    Object.entries(FIELDS).forEach(([key, field]) => { field.value = said.get(key) ?? ""; });
    [rule, locale, severity].filter((choice) => choice.selectedIndex < 0)
      .forEach((choice) => { choice.value = ""; });
    const [by, of, way] = (said.get("sort") ?? "").split(".");
    order = Object.hasOwn(compared, by) ? { by, locale: of ?? "", down: way === "down" } : AS_FOUND;
    sort.value = order.locale ? "order" : order.by;
    page = Math.max(0, Math.floor(Number(said.get("page")) || 1) - 1);
    written = query;
    visit(location.pathname, name());
    apply();
  };
  const change = () => {
    page = 0;
    apply();
    write();
  };
  const turn = (by) => {
    page += by;
    draw();
    write();
  };

  const FIRST_DOWN = { findings: true };
  heads.forEach((head) => find("button", head).addEventListener("click", () => {
    const same = head.dataset.sort === order.by && (head.dataset.locale ?? "") === order.locale;
    const down = same ? !order.down : Boolean(FIRST_DOWN[head.dataset.sort]);
    order = { by: head.dataset.sort, locale: head.dataset.locale ?? "", down };
    if (!order.locale) sort.value = order.by;
    change();
  }));
  sort.addEventListener("change", () => {
    order = sort.value === "order" ? AS_FOUND : { by: sort.value, locale: "", down: Boolean(FIRST_DOWN[sort.value]) };
    change();
  });
  text.addEventListener("input", change);
  [rule, locale, severity].forEach((choice) => choice.addEventListener("change", change));
  const form = find("#filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    order = AS_FOUND;
    change();
  }));
  find("#page-back").addEventListener("click", () => turn(-1));
  find("#page-on").addEventListener("click", () => turn(1));
  apply();
  return { name, read };
};
