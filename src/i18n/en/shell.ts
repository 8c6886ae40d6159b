export const shell = {
  close: "Close",
  confirm: "OK",
  loading: "Loading",
  toLibrary: "Back to all maps",
  menu: "Settings and help",
  menuWithUpdate: "Settings and help, update ready",
  update: {
    ready: "Update ready: load the new version",
    waitsForSaving: "The new version is loaded as soon as all is saved",
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
    nothing: "There is nothing of this name on this page.",
    nodes: "Nodes of this map",
  },
  help: {
    heading: "Help and keyboard shortcuts",
    text: "All that can be done on this page. Whatever has no keys of its own is found by the action search.",
  },
  error: {
    heading: "Something went wrong here",
    text: "This page stopped working. Every change that was shown as saved is safe in this browser. Load the page again to go on.",
    reload: "Load the page again",
  },
  notFound: {
    heading: "This map is not here",
    text: "It may have been deleted, lie in the bin, or belong to another browser: maps stay in the browser in which they were made.",
  },
};
