// What a page says of itself once Chromium has rendered it. Addresses are resolved, split and decoded by the browser,
// so that no test interprets one. The answer is plain data: see facts.py.
() => {
  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return null; }
  };

  const reference = (element, attribute, resolved, use) => {
    const written = element.getAttribute(attribute) ?? "";
    const found = { tag: element.localName, written, use, protocol: null, host: "", path: null, fragment: null };
    try {
      const url = new URL(resolved);
      found.protocol = url.protocol;
      found.host = url.host;
      found.path = decoded(url.pathname);
      if (resolved.includes("#")) found.fragment = decoded(url.hash.slice(1));
      found.isMalformed = found.path === null || (resolved.includes("#") && found.fragment === null);
    } catch {
      found.isMalformed = true;
    }
    return found;
  };

  const all = (selector) => [...document.querySelectorAll(selector)];
  const absolute = (text) => { try { return new URL(text, document.baseURI).href; } catch { return text; } };

  const references = [
    // An SVG link has an animated address, any other a plain one.
    ...all("a[href], area[href]").map((e) =>
      reference(e, "href", e.href.baseVal ? absolute(e.href.baseVal) : e.href, "link")),
    ...all("form[action]").map((e) => reference(e, "action", absolute(e.getAttribute("action")), "link")),
    ...all("link[href]").map((e) =>
      reference(e, "href", e.href, /stylesheet|icon|preload|manifest/.test(e.rel) ? "load" : "link")),
    ...all("[src]").map((e) => reference(e, "src", absolute(e.getAttribute("src")), "load")),
    ...all("object[data]").map((e) => reference(e, "data", e.data, "load")),
    ...all("use[href]").map((e) => reference(e, "href", absolute(e.href.baseVal), "load")),
    ...all("[srcset]").flatMap((e) => e.getAttribute("srcset").split(",").map((candidate) =>
      reference(e, "srcset", absolute(candidate.trim().split(/\s+/)[0]), "load"))),
  ];

  const text = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const named = (element) =>
    text({ textContent: element.getAttribute("aria-label") }) !== "" ||
    (element.getAttribute("aria-labelledby") ?? "").split(/\s+/)
      .some((id) => id && text(document.getElementById(id)) !== "");
  const outline = (element) => element.cloneNode(false).outerHTML;
  const hidden = (element) => element.closest("[aria-hidden=true]") !== null;

  const fields = all("input, select, textarea").filter(
    (e) => !["hidden", "submit", "reset", "button", "image"].includes(e.type));
  const isLabelled = (e) => named(e) || [...e.labels].some((label) => text(label) !== "");

  const isNamedPicture = (svg) =>
    svg.getAttribute("role") === "img" && (named(svg) || text(svg.querySelector("title")) !== "");
  const pictures = all("img, area, input[type=image]").filter((e) => !e.hasAttribute("alt"));
  const drawings = all("svg").filter((e) => e.parentElement.closest("svg") === null)
    .filter((e) => !hidden(e) && !isNamedPicture(e));

  const breadcrumb = document.querySelector('nav[aria-label^="Vous êtes ici"]');
  const current = breadcrumb ? [...breadcrumb.querySelectorAll('[aria-current="page"]')] : [];

  // What a script adds is no part of what everybody reads.
  const readText = () => {
    const tools = all(".calculator, .filter").filter((tool) => !tool.hidden);
    for (const tool of tools) tool.hidden = true;
    const read = document.body.innerText;
    for (const tool of tools) tool.hidden = false;
    return read;
  };

  return {
    title: document.title,
    language: document.documentElement.lang,
    text: readText(),
    mainTexts: all("main").map((e) => e.innerText),
    headings: all("h1, h2, h3, h4, h5, h6").map((e) => ({ level: Number(e.localName[1]), text: text(e) })),
    ids: all("[id]").map((e) => e.id),
    anchors: [...all("[id]").map((e) => e.id), ...all("a[name]").map((e) => e.name)].filter((name) => name !== ""),
    references,
    unlabelledFields: fields.filter((e) => !isLabelled(e)).map(outline),
    namelessControls: all("a[href], button, summary").filter((e) =>
      !hidden(e) && text(e) === "" && !named(e) && !e.querySelector("img[alt]:not([alt='']), svg[role=img]"))
      .map(outline),
    picturesWithoutText: [...pictures, ...drawings].map(outline),
    breadcrumb: breadcrumb && {
      isOutsideMain: breadcrumb.closest("main") === null,
      current: current.map((e) => ({
        text: text(e),
        isLink: e.closest("a[href]") !== null || e.querySelector("a[href]") !== null,
      })),
    },
  };
}
