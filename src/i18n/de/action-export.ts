export const actionExport = {
  "export-json": "Als JSON exportieren",
  "export-png": "Als PNG exportieren",
  "export-csv-touchpoints": "Touchpoints als CSV exportieren",
  "export-csv-findings": "Befunde als CSV exportieren",
  "export-csv-handovers": "Übergaben als CSV exportieren",
  "export-csv-measures": "Maßnahmen als CSV exportieren",
  "export-csv-raci": "RACI als CSV exportieren",
  "export-markdown": "Audit als Markdown exportieren",
  "export-ics": "Termine als Kalender exportieren",
};
