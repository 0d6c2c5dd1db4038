// What each page of a desk's server shares: asking the server, and sending it what a reader knows better, with the token
// that it wants from those who write. The token stays in this tab.
"use strict";
const desk = (() => {
  if (typeof document === "undefined") return null;
  const told = async (answer) => {
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.error);
    return body;
  };
  const key = "hearsay: token";
  const tokenOf = (asksFor) => {
    if (asksFor) {
      const given = prompt("Writing needs the token of this desk:");
      if (!given) throw new Error("Nothing was sent: writing needs the token of this desk.");
      sessionStorage.setItem(key, given.trim());
    }
    return sessionStorage.getItem(key);
  };
  const send = async (method, path, body) => {
    const needed = "token" in document.body.dataset;
    for (let asksFor = needed && !sessionStorage.getItem(key); ; asksFor = true) {
      const headers = { "Content-Type": "application/json" };
      if (needed) headers.Authorization = "Bearer " + tokenOf(asksFor);
      const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
      if (answer.status !== 401 || !needed) return told(answer);
    }
  };
  return {
    mayWrite: "writes" in document.body.dataset,
    ask: async (path) => told(await fetch(path)),
    send,
    keep: (line) => send("POST", "/api/corrections", { line }),
    takeBack: (number) => send("DELETE", "/api/corrections/" + number),
    counted: (count, one, many) => count + " " + (count === 1 ? one : many),
  };
})();
