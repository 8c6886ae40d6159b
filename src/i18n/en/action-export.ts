export const actionExport = {
  "export-json": "Export as JSON",
  "export-png": "Export as PNG",
  "export-csv-touchpoints": "Export Touchpoints as CSV",
  "export-csv-findings": "Export Findings as CSV",
  "export-csv-handovers": "Export Handovers as CSV",
  "export-csv-measures": "Export Measures as CSV",
  "export-csv-raci": "Export RACI as CSV",
  "export-markdown": "Export audit as Markdown",
  "export-ics": "Export dates as a calendar",
};
