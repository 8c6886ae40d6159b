/* The recovery page: what is found, as files. Plain JavaScript without a build and without the app. */
import { putApart } from "./recover-apart.js";
import { deleteEverything } from "./recover-delete.js";
import { apartAsFile, everythingAsFile, fileNameOf, saveFile } from "./recover-files.js";
import { fileOf, mapsIn, rowsOf } from "./recover-maps.js";
import { readEverything } from "./recover-read.js";
import { textsIn, wantedLanguage } from "./recover-texts.js";
import { withinTime } from "./recover-time.js";

/** Larger files are offered as they are, without a look into them. Bytes. */
const LARGEST_FILE = 200_000_000;
/** Browsers drop downloads that follow too closely, milliseconds. */
const BETWEEN_DOWNLOADS = 300;

const language = wantedLanguage();
const t = textsIn(language);
const page = document.getElementById("recovery");

document.documentElement.lang = language;
document.title = t("title");

if (window.top === window.self) await showPage();
// A page around this one could lead clicks astray.
else page.append(element("a", { href: location.href, target: "_blank", rel: "noopener" }, t("ownWindow")));

async function showPage() {
  const again = element("a", { href: "./", className: "button primary" }, t("tryAgain"));
  const status = element("p", { role: "status" }, t("reading"));
  page.append(element("h1", {}, t("heading")), element("p", {}, t("intro")), element("p", {}, again), status);
  void offerNewVersion(again);
  let found;
  let maps;
  try {
    found = await readEverything();
    maps = mapsIn(await sourcesOf(found));
    status.remove();
  } catch (error) {
    status.replaceWith(element("p", { role: "alert" }, t("failed", { reason: reasonOf(error) })));
    return;
  }
  page.append(
    section(
      "maps",
      ...(maps.length > 0 ? [element("ul", {}, ...maps.map(mapEntry))] : [paragraph("noMaps")]),
      ...(maps.length > 1 ? [button("downloadAllMaps", () => saveNewest(maps))] : []),
    ),
    ...apartSections(found, maps),
    ...fileSection(found.files),
    ...problemSection(found.problems),
    everythingSection(found),
    resetSection(found),
  );
}

/** What may be broken is the version that starts: a newer one may be there already. */
async function offerNewVersion(link) {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    if (!registration) return;
    const offer = () => {
      if (!registration.waiting) return;
      link.textContent = t("tryNewVersion");
      link.onclick = (event) => {
        if (!registration.waiting) return;
        event.preventDefault();
        navigator.serviceWorker.addEventListener("controllerchange", () => location.assign(link.href));
        registration.waiting.postMessage("activate");
      };
    };
    offer();
    registration.addEventListener("updatefound", () =>
      registration.installing?.addEventListener("statechange", offer),
    );
    await registration.update();
  } catch {
    // Without a network there is no newer version.
  }
}

/** A database is one source, and each file of the backup copy is one: it has changes of its own. */
async function sourcesOf({ databases, files, problems }) {
  const sources = databases.map(({ stores }) => ({ isBackup: false, stores }));
  for (const { path, file } of files) {
    if (file.size > LARGEST_FILE) continue;
    try {
      const rows = rowsOf(await withinTime(file.text()));
      sources.push({ isBackup: true, stores: [{ name: path, rows }] });
    } catch (error) {
      problems.push({ where: path, problem: error });
    }
  }
  return sources;
}

function mapEntry({ newest, older }) {
  const entry = copyEntry(newest, "changed");
  if (older.length > 0) {
    entry.append(
      element(
        "details",
        {},
        element("summary", {}, t("older", { count: older.length })),
        element("ul", {}, ...older.map((copy) => copyEntry(copy, copy.isKept ? "kept" : "changed"))),
      ),
    );
  }
  return entry;
}

/** A file for each map, which the app imports; those in the bin too, since here nobody can take them out of it. */
async function saveNewest(maps) {
  for (const { newest } of maps) {
    saveMap(newest);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_DOWNLOADS));
  }
}

function saveMap(copy) {
  saveFile([fileOf(copy)], fileNameOf(copy.map.title, "dreiklang.json"));
}

function copyEntry(copy, when) {
  const title = copy.map.title.trim() || t("noTitle");
  const facts = [t("nodes", { count: Object.keys(copy.map.nodes).length })];
  if (copy.at) facts.push(t(when, { when: timeText(copy.at) }));
  if (copy.name) facts.push(copy.name);
  if (copy.isDeleted) facts.push(t("inBin"));
  if (copy.isBackup) facts.push(t("backupCopy"));
  if (!copy.isWhole) facts.push(t("notWhole"));
  return entry(title, facts.join(" · "), title, () => saveMap(copy));
}

/** A row with a button; `what` is named on it for those who do not see what stands beside it. */
function entry(title, facts, what, save) {
  const download = button("download", save);
  download.setAttribute("aria-label", t("downloadOf", { title: what }));
  const words = element("div", {}, element("strong", { dir: "auto" }, title), element("span", {}, facts));
  return element("li", {}, element("div", { className: "row" }, words, download));
}

/** What the app has put apart, since it could not be part of a map. */
function apartSections(found, maps) {
  const titles = new Map(maps.map(({ newest }) => [newest.id, newest.map.title.trim() || t("noTitle")]));
  const { late, parts } = putApart(found, titles);
  const listed = (key, counted, entries) => {
    if (entries.length === 0) return [];
    const rows = entries.map((one) => {
      const facts = [t(counted, { count: one.count }), timeText(one.at)].filter(Boolean).join(" · ");
      const name = () => fileNameOf(`${one.title} (${t(key)})`, "json");
      return entry(one.title, facts, `${one.title}, ${facts}`, () => saveFile([apartAsFile(one)], name()));
    });
    return [section(key, paragraph(`${key}Text`), element("ul", {}, ...rows))];
  };
  return [...listed("late", "lateCount", late), ...listed("parts", "partCount", parts)];
}

function timeText(at) {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  return time.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
}

function fileSection(files) {
  if (files.length === 0) return [];
  const entries = files.map(({ path, file }) =>
    entry(path, t("size", { count: file.size }), path, () => saveFile([file], path.split("/").at(-1))),
  );
  const list = element("details", {}, element("summary", {}, t("fileCount", { count: files.length })));
  list.append(element("ul", {}, ...entries));
  return [section("files", list)];
}

function problemSection(problems) {
  if (problems.length === 0) return [];
  const entries = problems.map(({ where, problem }) => element("li", {}, `${where}: ${reasonOf(problem)}`));
  return [section("problems", element("ul", {}, ...entries))];
}

/** In a plain sentence where there is one, else in the browser's own words. */
function reasonOf(problem) {
  if (problem?.name === "TimeoutError") return t("noAnswer");
  if (problem?.name === "NoDatabaseError") return t("noDatabase");
  return String(problem);
}

function everythingSection(found) {
  const said = element("p", { role: "status" });
  const save = async () => {
    said.textContent = t("everythingDone", { file: await saveEverything(found) });
  };
  return section("everything", paragraph("everythingText"), button("downloadEverything", save), said);
}

async function saveEverything(found) {
  const name = `dreiklang-${new Date().toISOString().slice(0, 16).replace(":", "-")}.json`;
  saveFile(await everythingAsFile(found), name);
  return name;
}

function resetSection(found) {
  const question = element("div", { role: "group" });
  const part = section("reset", paragraph("resetText"), button("resetStart", ask), question);
  async function ask() {
    const file = await saveEverything(found);
    const confirm = button("resetConfirm", empty);
    confirm.className = "danger";
    const cancel = button("cancel", () => question.replaceChildren());
    question.replaceChildren(element("p", { role: "alert" }, t("resetAsk", { file })), confirm, cancel);
    cancel.focus();
  }
  async function empty() {
    const left = await deleteEverything();
    const text = left.length > 0 ? t("resetBlocked", { names: left.join(", ") }) : t("resetDone");
    question.replaceChildren(element("p", { role: "alert" }, text));
  }
  return part;
}

function section(key, ...content) {
  const heading = element("h2", { id: key }, t(key));
  const part = element("section", {}, heading, ...content);
  part.setAttribute("aria-labelledby", key);
  return part;
}

function paragraph(key) {
  return element("p", {}, t(key));
}

/** Works once at a time: what was pressed twice is not downloaded twice. What does not work is said beside it. */
function button(key, perform) {
  const made = element("button", { type: "button" }, t(key));
  const trouble = element("p", { role: "alert" });
  made.addEventListener("click", async () => {
    made.disabled = true;
    trouble.remove();
    try {
      await perform();
    } catch (error) {
      trouble.textContent = t("failed", { reason: reasonOf(error) });
      made.after(trouble);
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

function element(name, properties, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...content);
  return made;
}
