export const actionExport = {
  "export-json": "Export as JSON",
  "export-png": "Export as PNG",
  "export-csv-touchpoints": "Export touchpoints as CSV",
  "export-csv-findings": "Export findings as CSV",
  "export-csv-handovers": "Export handovers as CSV",
  "export-csv-measures": "Export measures as CSV",
  "export-csv-raci": "Export RACI as CSV",
  "export-markdown": "Export audit as Markdown",
  "export-ics": "Export dates as a calendar",
};
