// Corrections: the reader marks on the page what the program got wrong, and saves the lines as a file for the next run
// (docs/corrections.md). Nothing leaves the page but that file, and without a script the page is only read. On a page
// of a desk's server to which the reader may write, each line is kept there at once, and can be taken back.
"use strict";
const lines = (() => {
  const quoted = (text) => '"' + text.replace(/\s+/g, " ").trim().replace(/[\\"]/g, "\\$&") + '"';
  const article = (id) => (/^[\w.-]+$/.test(id) ? id : quoted(id));
  const claim = (place) => "claim in " + article(place.article) + " " + quoted(place.words);
  return {
    oneName: (a, b) => "name " + quoted(a) + " is " + quoted(b),
    twoNames: (a, b) => "name " + quoted(a) + " is not " + quoted(b),
    copy: (to, from) => "article " + article(to) + " is a copy of " + article(from),
    noCopy: (to, from) => "article " + article(to) + " is not a copy of " + article(from),
    ignore: (place) => "ignore in " + article(place.article) + " " + quoted(place.words),
    belongs: (place, other) => claim(place) + " belongs with " + article(other.article) + " " + quoted(other.words),
    apart: (place) => claim(place) + " stands apart",
    saidBy: (place, name) => claim(place) + " is said by " + (name.trim() ? quoted(name) : "nobody"),
  };
})();

(() => {
  if (typeof document === "undefined") return;
  const keeper = typeof desk !== "undefined" && desk.mayWrite ? desk : null;
  const account = document.querySelector(".account");
  const make = (tag, words, parent, more) => {
    const element = Object.assign(document.createElement(tag), more);
    if (words) element.textContent = words;
    if (parent) parent.append(element);
    return element;
  };
  const button = (words, parent, act) => {
    const made = make("button", words, parent, { type: "button", className: "mend" });
    made.addEventListener("click", act);
    return made;
  };
  const choice = (label, options, parent) => {
    const outer = make("label", label + " ", parent);
    const select = make("select", "", outer);
    for (const [value, words] of options) make("option", words.slice(0, 90), select, { value });
    return select;
  };

  // The panel: off until asked for.
  const panel = make("section", "", null, { id: "correct" });
  panel.setAttribute("aria-labelledby", "correct-title");
  make("h2", "Correct this account", panel, { id: "correct-title" });
  make("p", keeper ? "What you know better is kept at this desk, and also applies to later articles; the account is remade each time. Each line can be taken back."
    : "What you know better goes into a small file, and hearsay report --corrections FILE replays it. Nothing is sent anywhere.", panel,
    { className: "note" });
  const toggle = button("Mark what is wrong", panel, () => set(toggle.getAttribute("aria-pressed") !== "true"));
  toggle.setAttribute("aria-pressed", "false");
  const editor = make("div", "", panel, { hidden: true });
  const area = make("textarea", "", null, { id: "correct-lines", rows: 6, spellcheck: false });
  const held = make("ul", "", editor, { className: "held" });
  if (!keeper) {
    make("label", "Lines to save", editor, { htmlFor: "correct-lines" });
    editor.append(area);
  }
  const status = make("p", "", editor, { className: "note" });
  status.setAttribute("role", "status");
  document.getElementById("limits").before(panel);
  for (const code of document.querySelectorAll("#corrections code")) area.value += code.textContent + "\n";

  // What is not saved yet outlives a reload; where the browser keeps nothing for a page, it asks before it leaves it.
  const key = "hearsay: corrections to " + location.pathname;
  let saved = area.value;
  const keep = () => {
    if (keeper) return true;  // nothing waits to be saved
    try {
      if (area.value === saved) localStorage.removeItem(key);
      else localStorage.setItem(key, area.value);
      return true;
    } catch {
      return area.value === saved;
    }
  };
  const recall = () => {
    let kept = null;
    try {
      kept = localStorage.getItem(key);
    } catch {}
    if (kept === null || kept === saved) return;
    area.value = kept;
    set(true);
    status.textContent = "What you noted and did not save is still here.";
  };
  area.addEventListener("input", keep);
  addEventListener("beforeunload", (event) => { if (!keep()) event.preventDefault(); });

  // A line that the desk holds, with the way to take it back.
  const showHeld = (number, line) => {
    const item = make("li", "", held);
    make("code", line, item);
    item.append(" ");
    const undo = button("Undo", item, async () => {
      undo.disabled = true;
      try {
        await keeper.takeBack(number);
        item.remove();
        status.textContent = "Taken back: " + line;
        toggle.focus();
        keeper.look();
      } catch (error) {
        status.textContent = error.message;
        undo.disabled = false;
      }
    });
    undo.setAttribute("aria-label", "Undo: " + line);
  };
  const keepThere = async (line, done) => {
    try {
      showHeld((await keeper.keep(line)).number, line);
      status.textContent = "Kept: " + line;
      if (done) done.textContent = "Kept";
      keeper.look();
    } catch (error) {
      status.textContent = error.message;
    }
  };

  const add = (line, done) => {
    if (keeper) return void keepThere(line, done);
    if (!area.value.split("\n").includes(line)) area.value += (area.value && !area.value.endsWith("\n") ? "\n" : "") + line + "\n";
    keep();
    status.textContent = "Noted: " + line;
    if (done) done.textContent = "Noted";
  };

  // A claim's article and words, from the article as it stands beside the account.
  const place = (number) => ({
    article: document.getElementById("c" + number).closest("details.source").dataset.id,
    words: marks.wordsOf("c" + number),
  });
  const numbersIn = (element) => [...element.querySelectorAll("a[href^='#c']")]
    .map((link) => link.getAttribute("href")).filter((to) => /^#c\d+$/.test(to)).map((to) => to.slice(2));
  const points = () => [...document.querySelectorAll(".point, .briefs > li")].filter((point) => numbersIn(point).length)
    .map((point) => [numbersIn(point)[0], point.querySelector(".here").textContent + ": " + point.querySelector("q").textContent]);

  const offerClaim = (by) => {
    const form = make("div", "", null, { className: "mending" });
    const all = numbersIn(by).map(place);
    const to = choice("It belongs to", points(), form);
    button("Move it there", form, () => all.forEach((one) => add(lines.belongs(one, place(to.value)))));
    button("It stands apart", form, () => {
      add(lines.apart(all[0]));
      all.slice(1).forEach((one) => add(lines.belongs(one, all[0])));
    });
    const who = make("input", "", make("label", "It is said by ", form), { placeholder: "nobody: the outlet itself" });
    button("Change the speaker", form, () => all.forEach((one) => add(lines.saidBy(one, who.value))));
    button("Ignore these words", form, () => all.forEach((one) => add(lines.ignore(one))));
    return form;
  };

  const formsOf = (name) => [...new Set([...name.nextElementSibling.querySelectorAll(".forms q")].map((form) => form.textContent))];
  const offerName = (name) => {
    const form = make("div", "", null, { className: "mending" });
    const own = name.querySelector("q").textContent;
    const others = [...document.querySelectorAll("#names dt q, #names .plain q")].map((words) => words.textContent)
      .filter((words) => words !== own);
    const same = choice("It is also called", others.map((words) => [words, words]), form);
    button("These are one", form, () => add(lines.oneName(own, same.value)));
    const apart = formsOf(name).filter((words) => words !== own);
    if (apart.length) {
      const other = choice("It is not", apart.map((words) => [words, words]), form);
      button("These are two", form, () => add(lines.twoNames(own, other.value)));
    }
    return form;
  };

  // Opens and closes the choices after an element; made when first wanted.
  const offer = (after, words, content) => {
    let form;
    const opener = button(words, null, () => {
      if (!form) opener.after(form = content());
      else form.hidden = !form.hidden;
      opener.setAttribute("aria-expanded", String(!form.hidden));
    });
    opener.setAttribute("aria-expanded", "false");
    after.append(" ", opener);
  };

  const offerCopy = (copy) => {
    const [from, to] = [copy.dataset.from, copy.dataset.to];
    const form = make("p", "");
    const not = button("This is not a copy", form, () => add(lines.noCopy(to, from), not));
    copy.append(form);
  };

  let built = false;
  const build = () => {
    built = true;
    for (const by of account.querySelectorAll(".by")) if (numbersIn(by).length) offer(by, "Correct", () => offerClaim(by));
    for (const name of document.querySelectorAll("#names dt")) offer(name, "Correct", () => offerName(name));
    document.querySelectorAll("details.copy").forEach(offerCopy);
    const articles = [...document.querySelectorAll("details.source")].map((source) =>
      [source.dataset.id, source.querySelector("summary").textContent]);
    const copying = make("div", "", null, { className: "mending" });
    const to = choice("This report", articles, copying);
    const from = choice("is a copy of", articles, copying);
    button("Note the copy", copying, () => {
      if (to.value !== from.value) add(lines.copy(to.value, from.value));
    });
    editor.prepend(copying);
    if (!keeper) return;
    const applied = [...document.querySelectorAll("#corrections code")].map((code) => code.textContent);
    keeper.ask("/api/corrections").then(({ corrections }) => {
      for (const one of corrections) if (applied.includes(one.line)) showHeld(one.number, one.line);
    }, (error) => { status.textContent = error.message; });
  };
  if (!keeper) button("Save as a file", editor, () => {
    const link = make("a", "", null, { download: "corrections.txt" });
    link.href = URL.createObjectURL(new Blob(["# Corrections to an account; see docs/corrections.md\n" + area.value], { type: "text/plain" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    saved = area.value;
    keep();
    status.textContent = "Saved.";
  });

  function set(on) {
    if (on && !built) build();
    toggle.setAttribute("aria-pressed", String(on));
    editor.hidden = !on;
    document.body.classList.toggle("marking", on);
  }
  recall();
})();
