export const shell = {
  close: "Close",
  confirm: "OK",
  loading: "Loading",
  toLibrary: "Back to all maps",
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
