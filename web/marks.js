// The claims in the articles. The page gives for each the place where it begins, its length and its point; its words are
// underlined when its article is first opened. Claims overlap, so a text is cut wherever one begins or ends, and each
// piece leads to the point of the claim that began last.
"use strict";
const marks = (() => {
  const pieces = new Map();
  const drawn = new Set();
  let points;

  // A point by its number, as its link to itself gives it.
  const pointOf = (number) => {
    if (!points) points = new Map([...document.querySelectorAll("a.here")].map((link) => [link.textContent.slice(1), link.hash.slice(1)]));
    return points.get(number);
  };

  const wrap = (words, claims) => {
    const address = pointOf(claims[claims.length - 1].point);
    // White space alone is nothing to follow.
    const piece = document.createElement(words.data.trim() ? "a" : "span");
    const section = document.getElementById(address).closest(".standing");
    piece.className = section ? section.id : "";
    if (piece.tagName === "A") piece.href = "#" + address;
    piece.dataset.c = claims.map((claim) => claim.id).join(" ");
    words.replaceWith(piece);
    piece.append(words);
    for (const claim of claims) pieces.get(claim.id).push(piece);
  };

  // The text nodes of a text with where they begin, and its claims in order of where they begin.
  const measure = (text) => {
    const nodes = [];
    const claims = [];
    let at = 0;
    for (const paragraph of text.children) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType === Node.TEXT_NODE) {
          nodes.push([node, at]);
          at += node.length;
        } else if (node.dataset.m) {
          const [length, point] = node.dataset.m.split(".");
          claims.push({ id: node.id, point, begin: at, end: at + Number(length) });
        }
      }
    }
    return [nodes, claims];
  };

  const draw = (source) => {
    if (drawn.has(source)) return;
    drawn.add(source);
    const [nodes, claims] = measure(source.querySelector(".text"));
    for (const claim of claims) pieces.set(claim.id, []);
    let next = 0;
    let open = [];
    for (const [node, begin] of nodes) {
      const end = begin + node.length;
      let rest = node;
      for (let from = begin, to; from < end; from = to) {
        while (next < claims.length && claims[next].begin <= from) open.push(claims[next++]);
        open = open.filter((claim) => claim.end > from);
        to = Math.min(end, ...open.map((claim) => claim.end), next < claims.length ? claims[next].begin : end);
        const words = rest;
        if (to < end) rest = rest.splitText(to - from);
        if (open.length) wrap(words, open);
      }
    }
  };

  const piecesOf = (id) => {
    const place = document.getElementById(id);
    if (place) draw(place.closest("details.source"));
    return pieces.get(id) || [];
  };

  // A claim's words; where it goes on in another paragraph, a space stands between.
  const wordsOf = (id) => {
    let paragraph;
    return piecesOf(id).map((piece) => {
      const gap = paragraph && piece.closest("p") !== paragraph ? " " : "";
      paragraph = piece.closest("p");
      return gap + piece.textContent;
    }).join("");
  };

  return { draw, piecesOf, wordsOf };
})();
