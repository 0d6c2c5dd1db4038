// Copying: a point's link to itself also copies its address, and each statement gets a button that copies it as a
// citation. Where a browser gives no clipboard, the old command is tried.
"use strict";
const citation = (words, outlet, time, address) =>
  (/^["'\u201C\u2018\u201E\u00AB]/.test(words) ? words : "\u201C" + words + "\u201D") + " (" + [outlet, time, address].filter(Boolean).join(", ") + ")";

(() => {
  if (typeof document === "undefined") return;
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.getElementById("account").append(status);

  const copyByCommand = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  const copy = async (text, element) => {
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const focus = document.activeElement;
      done = copyByCommand(text);
      if (focus) focus.focus({ preventScroll: true });
    }
    status.textContent = done ? "Copied: " + text : "This browser does not let a page copy.";
    element.classList.toggle("copied", done);
    setTimeout(() => element.classList.remove("copied"), 1500);
  };
  const address = (point) => location.href.split("#")[0] + "#" + point;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.here");
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) copy(address(link.hash.slice(1)), link);
  });

  // The claim whose words stand above a byline: its own first, or in the news that of the point it leads to.
  const claimBeside = (by) => {
    const own = by.querySelector("a[href^='#c']");
    if (own) return own.hash.slice(1);
    const to = by.querySelector("a[href^='#p-']");
    const point = to && document.getElementById(to.hash.slice(1));
    const there = point && point.querySelector(".by a[href^='#c']");
    return there ? there.hash.slice(1) : "";
  };
  const cite = (by, words) => {
    const source = document.getElementById(claimBeside(by)).closest("details.source");
    const time = source.querySelector("summary time");
    const link = source.querySelector(".location a");
    const to = by.querySelector("a[href^='#p-']");
    const point = by.closest("[id^='p-']");
    return citation(words.textContent, source.querySelector("summary b").textContent, time ? time.textContent : "",
      link ? link.href : address(point ? point.id : to.hash.slice(1)));
  };
  for (const by of document.querySelectorAll(".account .by")) {
    const words = by.parentElement.querySelector(":scope > q, :scope > h3 > q");
    if (!words || !claimBeside(by)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite";
    button.textContent = "Cite";
    button.title = "Copy these words with their outlet, date and address";
    button.addEventListener("click", () => copy(cite(by, words), button));
    by.append(" ", button);
  }
})();
