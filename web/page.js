// What the page does beyond being read: claims and their pieces light up together, a claim's article comes up beside
// the account, the table sorts. Without it the same links jump and the same folds open, so nothing is lost.
"use strict";
(() => {
  const articles = document.getElementById("articles");
  const hint = articles.querySelector(".hint");
  const close = articles.querySelector(".close");
  const narrow = matchMedia("(max-width: 67.99rem)");
  const claimsOf = (piece) => piece.dataset.c.split(" ");
  for (const source of articles.querySelectorAll("details.source[open]")) marks.draw(source);
  articles.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches("details.source")) marks.draw(event.target);
  }, true);

  // Claims light up whole, though their words may be in pieces.
  const light = (id) => {
    for (const piece of articles.querySelectorAll(".now")) piece.classList.remove("now");
    for (const piece of marks.piecesOf(id)) piece.classList.add("now");
  };

  const raise = () => {
    if (!narrow.matches) return;
    articles.classList.add("up");
    close.hidden = false;
  };
  const lower = () => {
    articles.classList.remove("up");
    close.hidden = true;
  };

  // Brings a claim or an article into view beside the account without moving the account.
  const show = (target) => {
    const source = target.closest("details.source");
    if (source && !source.open) {
      for (const other of articles.querySelectorAll("details.source[open]")) other.open = false;
      source.open = true;
    }
    raise();
    light(target.id);
    const column = articles.getBoundingClientRect();
    const top = target.getBoundingClientRect().top - column.top + articles.scrollTop;
    const away = target.id.startsWith("c") ? articles.clientHeight / 3 : 8;
    if (articles.scrollHeight > articles.clientHeight) articles.scrollTo({ top: Math.max(0, top - away) });
    else target.scrollIntoView({ block: "center" });
  };

  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (articles.contains(target) && target !== articles) {
      show(target);
    } else {
      lower();
      for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      target.scrollIntoView();
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target || !articles.contains(target) || target === articles) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    show(target);
    const focus = marks.piecesOf(target.id)[0] || target.querySelector("summary") || target;
    focus.focus({ preventScroll: true });
  });
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  close.addEventListener("click", lower);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") lower();
  });

  // What a claim belongs to: its point's words, its origins, the values it gives.
  const describe = (piece) => {
    const point = document.getElementById(piece.getAttribute("href").slice(1));
    if (!point) return "";
    const words = point.querySelector("h3, q");
    const parts = [point.querySelector(".here").textContent];
    const tag = point.querySelector(".tag");
    if (tag) parts.push(tag.firstChild.textContent.trim());
    if (words) parts.push("\u201C" + words.textContent.trim() + "\u201D");
    const bracket = point.querySelector(".bracket > summary");
    if (bracket) parts.push(bracket.textContent.trim());
    for (const row of point.querySelectorAll(".scale li:not(.axis)")) {
      const reading = row.querySelector(".reading").textContent.trim();
      const own = claimsOf(piece).some((id) => row.querySelector("a[href='#" + id + "']"));
      if (own && reading) parts.push("here: " + reading);
    }
    return parts.join(" \u00B7 ");
  };
  const tell = (event) => {
    const piece = event.target.closest && event.target.closest(".text a[href]");
    if (!piece) return;
    hint.textContent = describe(piece);
    hint.hidden = hint.textContent === "";
  };
  articles.addEventListener("mouseover", tell);
  articles.addEventListener("focusin", tell);
  articles.addEventListener("mouseleave", () => { hint.hidden = true; });
  articles.addEventListener("focusout", () => { hint.hidden = true; });

  // The table's rows by standing, by how many newsrooms, or by what was seen first.
  const sorting = document.querySelector(".sorting");
  if (sorting) {
    sorting.hidden = false;
    const body = document.querySelector("#matrix tbody");
    const given = [...body.rows];
    const cells = (row) => [...row.querySelectorAll("td a")];
    const measure = {
      spread: (row) => cells(row).length,
      first: (row) => Math.min(...cells(row).map((cell) => Number(cell.hash.slice(2)))),
    };
    sorting.addEventListener("click", (event) => {
      const by = event.target.dataset.by;
      if (!by) return;
      const sign = by === "spread" ? -1 : 1;
      const rows = by === "standing" ? given
        : [...given].sort((a, b) => sign * (measure[by](a) - measure[by](b)));
      body.append(...rows);
      for (const button of sorting.querySelectorAll("button"))
        button.setAttribute("aria-pressed", String(button === event.target));
    });
  }

  if (location.hash) follow();
})();
