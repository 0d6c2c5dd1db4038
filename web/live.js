// A story's page at the desk: says what came since it was opened. It asks the server every half minute, when the reader
// comes back to it, and after a correction. Its text stays as it is until the reader asks for the new one.
(() => {
  if (!desk) return;
  const live = document.getElementById("live");
  const { story, articles, after } = document.body.dataset;
  const make = (tag, words, parent) => {
    const element = document.createElement(tag);
    element.textContent = words;
    parent.append(element);
    return element;
  };
  let shown = "";
  const tell = (line, changes) => {
    const more = line.articles - Number(articles);
    const key = more + " " + line.current + " " + changes.length;
    if (key === shown || (more <= 0 && !changes.length && line.current)) return;
    shown = key;
    live.textContent = "";
    const says = make("p", "", live);
    if (more > 0) make("b", desk.counted(more, "new report", "new reports"), says).after(" since you opened this");
    if (!line.current) says.append(more > 0 ? "; " : "", "the account is being remade");
    if (changes.length) says.append(more > 0 || !line.current ? "; " : "", desk.counted(changes.length, "change", "changes"));
    says.append(". ");
    if (changes.length) Object.assign(make("a", "Show the account as it is now", says), { href: location.pathname });
    if (!changes.length) return;
    const fold = make("details", "", live);
    make("summary", "What changed", fold);
    const list = make("ul", "", fold);
    for (const change of changes) {
      const item = make("li", change.why, list);
      if (change.words) make("q", change.words.text, make("p", "", item));
    }
  };
  const look = async () => {
    if (document.hidden) return;
    try {
      const [line, { changes }] = await Promise.all([
        desk.ask("/api/stories/" + story + "/line"), desk.ask("/api/changes?limit=100&story=" + story + "&after=" + after)]);
      tell(line, changes);
    } catch {}  // the next time
  };
  desk.look = look;
  look();
  setInterval(look, 30000);
  document.addEventListener("visibilitychange", look);

  // Each name leads to what it said elsewhere.
  for (const name of document.querySelectorAll(".origins li summary .name")) {
    const link = make("a", "In all stories", make("p", "", name.closest("details")));
    link.href = "/sources?name=" + encodeURIComponent(name.textContent);
  }
})();
