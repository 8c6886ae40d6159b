export const shell = {
  close: "Close",
  confirm: "OK",
  loading: "Loading",
  toLibrary: "Back to all maps",
  menu: "Settings and help",
  menuWithUpdate: "Settings and help, update ready",
  update: {
    ready: "Update ready: load the new version",
    waitsForSaving: "The new version is loaded as soon as everything is saved",
  },
  recovery: "Recovery page",
  theme: "Theme",
  language: "Language",
  actionFailed: "“{{action}}” did not work. Nothing was changed by it.",
  group: {
    file: "Map",
    edit: "Edit",
    add: "Add",
    arrange: "Arrange",
    assign: "Responsibility",
    view: "View",
    help: "Help",
  },
  palette: {
    placeholder: "Find an action or a node",
    nothing: "Nothing on this page has this name.",
    nodes: "Nodes of this map",
  },
  help: {
    heading: "Help and keyboard shortcuts",
    text: "Everything that can be done on this page. Whatever has no keys of its own can be found with the action search.",
  },
  error: {
    heading: "Something went wrong here",
    text: "This page stopped working. Every change that was shown as saved is safe in this browser. Load the page again to go on.",
    reload: "Load the page again",
  },
  blockedStore: {
    heading: "Waiting for another window",
  },
  newerStore: {
    heading: "A newer version of this app was here",
    text: "Your maps were last saved by a newer version. This older one does not touch them, so that nothing is lost. Load the page again to get the newer version; on the recovery page you can download everything.",
  },
  newerMap: {
    heading: "This map needs a newer version",
    text: "It was saved by a newer version of this app. Nothing was changed. Load the page again to get the newer version; your other maps can be opened as usual.",
  },
  unreadableMap: {
    heading: "This map cannot be read",
    text: "The browser's storage is damaged in this place, and no older state of the map could be read. Nothing was changed or removed. On the recovery page you can download everything that is left of it.",
  },
  notFound: {
    heading: "This map is not here",
    text: "It may have been deleted, lie in the bin, or belong to another browser: maps stay in the browser in which they were made.",
  },
};
