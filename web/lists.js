// The desk's lists: which stories are new since the reader's last visit, taking corrections back, handing in an address.
(() => {
  const make = (tag, words, more) => Object.assign(document.createElement(tag), { textContent: words, ...more });

  // A visit lasts as long as the tab: what was new when it began stays marked.
  const lastVisit = () => {
    const kept = "hearsay: last visit";
    try {
      let before = sessionStorage.getItem(kept);
      if (before === null) sessionStorage.setItem(kept, before = localStorage.getItem(kept) || "");
      localStorage.setItem(kept, new Date().toISOString());
      return before;
    } catch {
      return "";  // a browser that keeps nothing
    }
  };
  const since = document.getElementById("since");
  if (since) {
    const before = lastVisit();
    let count = 0;
    for (const time of document.querySelectorAll("time.changed")) {
      if (!before || new Date(time.dateTime) <= new Date(before)) continue;
      ++count;
      time.closest("li").classList.add("fresh");
      time.closest("li").querySelector("h2").append(" ", make("b", "new", { className: "new" }));
    }
    if (before) since.textContent = (count ? desk.counted(count, "story here has", "stories here have") + " changed" : "Nothing here has changed") +
      " since your last visit, " + new Date(before).toLocaleString() + ".";
  }

  if (!desk.mayWrite) return;
  const undone = document.getElementById("undone");
  for (const button of document.querySelectorAll("[data-withdraws]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const line = button.closest("li").querySelector("code").textContent;
        if (button.dataset.withdraws) {
          await desk.takeBack(button.dataset.withdraws);
          button.dataset.withdraws = "";
          button.textContent = "Keep it after all";
          undone.textContent = "Taken back: " + line;
        } else {
          button.dataset.withdraws = (await desk.keep(line)).number;
          button.textContent = "Undo";
          undone.textContent = "Kept again: " + line;
        }
      } catch (error) {
        undone.textContent = error.message;
      }
      button.disabled = false;
    });
  }

  const form = document.getElementById("hand-in");
  if (!form) return;
  form.hidden = false;
  const status = form.querySelector("[role=status]");
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const { number } = await desk.send("POST", "/api/addresses", { address: form.elements.address.value });
      status.textContent = "Waiting to be taken in.";
      for (let pause = 500; ; pause = Math.min(10000, 2 * pause)) {
        await wait(pause);
        const thing = await desk.ask("/api/inbox/" + number);
        if (thing.state === "waiting") continue;
        const found = desk.counted(thing.added, "new report", "new reports") + ", " + thing.changed + " changed, " + thing.again + " there already";
        status.textContent = thing.fault ? (thing.added + thing.changed + thing.again ? found + "; " : "") + thing.fault : found + " ";
        if (thing.story) status.append(make("a", "The story", { href: "/stories/" + encodeURIComponent(thing.story) }));
        return;
      }
    } catch (error) {
      status.textContent = error.message;
    }
  });
})();
