export const storeNotice = {
  heading: "About your stored maps",
  putAway: "Understood",
  damaged_one:
    "One part of “{{title}}” could not be read. It is kept apart, and the map works without it. You can find it on the recovery page.",
  damaged_other:
    "{{count}} parts of “{{title}}” could not be read. They are kept apart, and the map works without them. You can find them on the recovery page.",
  unlisted:
    "There is a map of which not even the name can be read: the browser's storage is damaged in this place. Nothing was removed; on the recovery page you can download what is left of it.",
  rewritten:
    "The browser's storage was removed while you worked. “{{title}}” was written anew from this window.",
  conflict:
    "“{{title}}” was changed in another window at the same time. Nothing is lost: your version is kept as “{{copy}}” in the library, and this page shows the other one.",
  lateApart:
    "The last changes of a window that was closed no longer fit “{{title}}”, because the map was changed elsewhere meanwhile. They are kept apart: you can download them on the recovery page.",
  restored_one: "Your browser lost its database. One map was restored from the backup copy of {{at}}.",
  restored_other:
    "Your browser lost its database. {{count}} maps were restored from the backup copy of {{at}}.",
  saveToFile:
    "You have worked on “{{title}}” for a while, and it is in no file yet. Export it as JSON, or choose a backup folder under “Where your maps are kept” in the settings menu.",
  saveNow: "Save as a file now",
  lost: "Your browser lost its database, and the backup copy with it. If you have a backup file or an exported map, import it.",
  mapsLost_one:
    "Your map is no longer in this browser: the browser has lost its database and the backup copy as well (site data was cleared, or the disk was full). If you have exported it or had a backup folder, import the file, and choose the folder again under “Where your maps are kept” in the settings menu.",
  mapsLost_other:
    "Your {{count}} maps are no longer in this browser: the browser has lost its database and the backup copies as well (site data was cleared, or the disk was full). If you have exported them or had a backup folder, import the files, and choose the folder again under “Where your maps are kept” in the settings menu.",
  mirrorRebuilt: "The backup copy was missing or damaged and has been made anew.",
  blocked:
    "Another window of this app is blocking the storage. Close the other windows; then it goes on by itself.",
  newerProgram:
    "A newer version of this app is open in another window. This window only shows your maps now: please load this page again.",
  onlyHere:
    "This browser keeps nothing (a private window, storage that is forbidden, or a full disk). Your maps are gone when you close this window: download them.",
};
