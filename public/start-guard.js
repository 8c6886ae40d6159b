/*
 * Watches over the start of the app from outside of it, so that nobody sits before an empty page: not when its
 * script is broken, nor when it does not arrive. Plain JavaScript, since a build may be what is broken.
 */
(() => {
  /** How long the app may take to draw something, in milliseconds. */
  const START_TIME = 10_000;

  const isInFrame = window.top !== window.self;
  if (isInFrame) {
    // A page around this one could lead clicks astray: nothing of the app is loaded.
    window.stop();
    const link = document.createElement("a");
    link.href = location.href;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = isGerman()
      ? "Dreiklang in einem eigenen Fenster öffnen"
      : "Open Dreiklang in a window of its own";
    document.documentElement.replaceChildren(document.createElement("body"));
    document.body.append(link);
    return;
  }

  let hasFailed = false;

  function isGerman() {
    return (navigator.languages?.[0] ?? navigator.language).toLowerCase().startsWith("de");
  }

  function isDrawn() {
    return (document.getElementById("root")?.childElementCount ?? 0) > 0;
  }

  function show(isVisible) {
    const notice = document.getElementById("start-notice");
    if (!notice || notice.hidden === !isVisible) return;
    if (isVisible && !document.querySelector("link[href$='plain.css']")) {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = "./plain.css";
      document.head.append(style);
    }
    for (const part of notice.children) part.hidden = part.lang !== (isGerman() ? "de" : "en");
    notice.hidden = !isVisible;
  }

  function fail() {
    hasFailed = true;
    look();
  }

  /** What is drawn may go again: React takes everything away when an error reaches it. */
  function look() {
    show(hasFailed && !isDrawn());
  }

  window.addEventListener(
    "error",
    ({ target }) => {
      // Pictures and styles that are missing do not keep the app from starting.
      if (target === window || target instanceof HTMLScriptElement) fail();
    },
    true,
  );
  window.addEventListener("unhandledrejection", fail);
  // Not "DOMContentLoaded", which waits for the script of the app, and a network may hang.
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    new MutationObserver(look).observe(document.getElementById("root"), { childList: true });
    look();
  });
  setTimeout(fail, START_TIME);
})();
