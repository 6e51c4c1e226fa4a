"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const marks = all("a.mark");
  const cards = all("li.card");
  const pop = document.createElement("div");
  pop.id = "pop";
  pop.hidden = true;
  pop.setAttribute("role", "tooltip");
  document.querySelector("main").append(pop);

  // What a mark stands for, innermost first: its own card, then those of the attributions around it.
  const cardsOf = (mark) => {
    const ids = [mark.getAttribute("href").slice(1)];
    for (let each = mark; each; each = each.parentElement) {
      ids.push(...(each.dataset?.in ?? "").split(" "));
    }
    all("[data-in]", mark).forEach((inner) => ids.push(...inner.dataset.in.split(" ")));
    return [...new Set(ids)].map((id) => document.getElementById(id)).filter((card) => card?.matches(".card"));
  };

  // Every stretch of text by the id of its card, looked up once: a page may hold ten thousand claims.
  const stretches = new Map(cards.map((card) => [card.id, []]));
  all("[data-in], a.mark").forEach((each) => {
    const ids = (each.dataset.in ?? "").split(" ");
    if (each.matches("a.mark")) ids.push(each.getAttribute("href").slice(1));
    ids.forEach((id) => stretches.get(id)?.push(each));
  });
  const parts = (card) => stretches.get(card.id);

  let closing = 0;
  const hide = () => {
    pop.hidden = true;
    all(".lit").forEach((each) => each.classList.remove("lit"));
  };
  const show = (mark) => {
    clearTimeout(closing);
    hide();
    const found = cardsOf(mark);
    if (!found.length) return;
    pop.replaceChildren(...found.map((card) => {
      const copy = document.createElement("div");
      copy.className = card.className;
      copy.classList.remove("chosen");
      copy.append(...[...card.cloneNode(true).childNodes]);
      all("[id]", copy).forEach((each) => each.removeAttribute("id"));
      all("a", copy).forEach((each) => each.replaceWith(...each.childNodes));
      return copy;
    }));
    pop.hidden = false;
    const box = mark.getClientRects()[0];
    const width = pop.offsetWidth;
    const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
    const below = box.bottom + pop.offsetHeight + 10 < innerHeight || box.top < pop.offsetHeight + 60;
    pop.style.left = `${left + scrollX}px`;
    pop.style.top = `${scrollY + (below ? box.bottom + 8 : box.top - pop.offsetHeight - 8)}px`;
    parts(found[0]).forEach((each) => each.classList.add("lit"));
  };
  const choose = (card) => {
    all(".chosen").forEach((each) => each.classList.remove("chosen"));
    card.classList.add("chosen");
    const list = card.parentElement;
    if (list.scrollHeight > list.clientHeight) {
      list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
    }
  };

  marks.forEach((mark) => {
    mark.addEventListener("mouseenter", () => show(mark));
    mark.addEventListener("mouseleave", () => { closing = setTimeout(hide, 150); });
    mark.addEventListener("focus", () => { show(mark); choose(cardsOf(mark)[0]); });
    mark.addEventListener("blur", hide);
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      mark.focus();
      choose(cardsOf(mark)[0]);
    });
  });
  pop.addEventListener("mouseenter", () => clearTimeout(closing));
  pop.addEventListener("mouseleave", hide);
  cards.forEach((card) => {
    card.addEventListener("mouseenter", () => parts(card).forEach((each) => each.classList.add("lit")));
    card.addEventListener("mouseleave", () => parts(card).forEach((each) => each.classList.remove("lit")));
  });

  // Filters: made of what is on the page, so that the page itself needs to know nothing of them.
  const form = document.querySelector("header form");
  const counted = form.querySelector("output");
  const selects = all("select", form);
  const sections = all("section.document");
  cards.forEach((card) => {
    card.dataset.document = card.closest("section").getAttribute("aria-label");
  });
  selects.forEach((select) => {
    const counts = new Map();
    cards.forEach((card) => {
      const value = card.dataset[select.name];
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    });
    [...counts].sort((one, two) => one[0].localeCompare(two[0])).forEach(([value, count]) => {
      select.add(new Option(`${value} (${count})`, value));
    });
    select.closest("label").hidden = counts.size < (select.name === "document" ? 2 : 1);
  });
  const filter = () => {
    hide();
    cards.forEach((card) => {
      card.hidden = selects.some((select) => select.value && card.dataset[select.name] !== select.value);
      parts(card).forEach((each) => each.classList.toggle("out", card.hidden));
    });
    // A stretch that several claims share stays lit while one of them is shown.
    cards.filter((card) => !card.hidden).forEach((card) => {
      parts(card).forEach((each) => each.classList.remove("out"));
    });
    marks.forEach((mark) => { mark.tabIndex = mark.classList.contains("out") ? -1 : 0; });
    // A document in which nothing was asked for is out of the way, too.
    const asked = selects.some((select) => select.value);
    const wanted = new Set(cards.filter((card) => !card.hidden).map((card) => card.closest("section")));
    sections.forEach((section) => { section.hidden = asked && !wanted.has(section); });
    const shown = cards.filter((card) => !card.hidden).length;
    counted.value = shown === cards.length ? `${shown} shown` : `${shown} of ${cards.length} shown`;
  };
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
  if (sections.length === 1) document.title = `${sections[0].getAttribute("aria-label")} – claimcheck`;

  const follow = () => document.getElementById(location.hash.slice(1))?.closest("a.mark")?.focus();
  addEventListener("hashchange", follow);
  follow();

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches?.("select, input")) return;
    if (event.key === "Escape") hide();
    const step = { j: 1, n: 1, k: -1, p: -1 }[event.key];
    if (!step) return;
    const open = marks.filter((mark) => !mark.classList.contains("out"));
    const at = open.indexOf(document.activeElement);
    const next = open[at < 0 ? (step > 0 ? 0 : open.length - 1) : (at + step + open.length) % open.length];
    next?.focus();
  });
})();
