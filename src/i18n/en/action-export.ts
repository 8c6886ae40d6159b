export const actionExport = {
  "export-json": "Export as JSON",
  "export-png": "Export as PNG",
};
