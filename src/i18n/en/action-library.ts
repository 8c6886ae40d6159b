export const actionLibrary = {
  "new-map": "New map",
  "open-sample": "Open the sample map",
  import: "Import maps from files",
};
