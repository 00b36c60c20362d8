/// The script that updates a page in a browser when its source changes. Only the preview serves it.
enum PreviewScript {
  /// The path of the script. No page has this path, because the names of pages contain no underscore.
  static let path = "_trousse/apercu.js"
  /// The path of the event stream.
  static let eventsPath = "_trousse/evenements"
  /// The id of the HTML element that contains the panel of problems.
  static let panelID = "_trousse_apercu"

  /// The script. Each event contains the whole state, so a page stays correct even if it misses an event.
  static let text = """
    "use strict";
    (() => {
      let version = document.currentScript.dataset.version;
      let source;
      let hidden = null;
      const host = document.getElementById("\(panelID)");
      const panel = host.shadowRoot || host.attachShadow({ mode: "open" });

      const swap = (names) => {
        for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
          const address = new URL(link.href);
          const name = names[decodeURIComponent(address.pathname).slice(1)];
          if (name === undefined) continue;
          const next = link.cloneNode();
          address.pathname = "/" + name;
          address.search = "?" + version;
          next.href = address.href;
          next.addEventListener("load", () => link.remove());
          next.addEventListener("error", () => location.reload());
          link.after(next);
        }
      };

      const listen = () => {
        const button = panel.querySelector("button");
        if (!button) return;
        button.addEventListener("click", () => {
          hidden = panel.innerHTML;
          panel.replaceChildren();
        });
      };

      const show = (problems) => {
        const draft = document.createElement("template");
        draft.innerHTML = problems;
        if (draft.innerHTML === hidden || draft.innerHTML === panel.innerHTML) return;
        hidden = null;
        panel.replaceChildren(draft.content);
        listen();
      };

      const hear = (event) => {
        const state = JSON.parse(event.data);
        if (state.version !== version) {
          if (state.former !== version || !state.styles) return location.reload();
          version = state.version;
          swap(state.styles);
        }
        show(state.problems);
      };

      // A browser opens few connections to one host, so hidden pages close theirs.
      const connect = () => {
        if (document.hidden) {
          if (source) source.close();
          source = undefined;
        } else if (!source) {
          source = new EventSource("/\(eventsPath)");
          source.addEventListener("message", hear);
        }
      };

      listen();
      connect();
      document.addEventListener("visibilitychange", connect);
      addEventListener("pagehide", () => source && source.close());
      addEventListener("pageshow", (event) => event.persisted && location.reload());
    })();

    """
}
