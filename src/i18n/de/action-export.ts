export const actionExport = {
  "export-json": "Als JSON exportieren",
  "export-png": "Als PNG exportieren",
};
