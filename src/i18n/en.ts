import { actionExport } from "./en/action-export.ts";
import { actionGeneral } from "./en/action-general.ts";
import { actionLibrary } from "./en/action-library.ts";
import { actionMap } from "./en/action-map.ts";
import { audit } from "./en/audit.ts";
import { auditPage } from "./en/audit-page.ts";
import { canvas } from "./en/canvas.ts";
import { command } from "./en/command.ts";
import { common } from "./en/common.ts";
import { details } from "./en/details.ts";
import { exchange } from "./en/exchange.ts";
import { field } from "./en/field.ts";
import { gesture } from "./en/gesture.ts";
import { history } from "./en/history.ts";
import { key } from "./en/key.ts";
import { kind } from "./en/kind.ts";
import { lacking } from "./en/lacking.ts";
import { library } from "./en/library.ts";
import { mapPage } from "./en/map-page.ts";
import { option } from "./en/option.ts";
import { outline } from "./en/outline.ts";
import { people } from "./en/people.ts";
import { plan } from "./en/plan.ts";
import { portfolio } from "./en/portfolio.ts";
import { problem } from "./en/problem.ts";
import { raci } from "./en/raci.ts";
import { reasonGeneral } from "./en/reason-general.ts";
import { reasonMap } from "./en/reason-map.ts";
import { report } from "./en/report.ts";
import { rule } from "./en/rule.ts";
import { saving } from "./en/saving.ts";
import { scene } from "./en/scene.ts";
import { shell } from "./en/shell.ts";
import { storage } from "./en/storage.ts";
import { storeNotice } from "./en/store-notice.ts";
import { table } from "./en/table.ts";
import { template } from "./en/template.ts";
import { things } from "./en/things.ts";
import { triage } from "./en/triage.ts";
import { versions } from "./en/versions.ts";

export const en = {
  plan,
  portfolio,
  problem,
  exchange,
  key,
  reason: { ...reasonGeneral, ...reasonMap },
  action: { ...actionExport, ...actionLibrary, ...actionGeneral, ...actionMap },
  shell,
  report,
  raci,
  rule,
  outline,
  kind,
  audit,
  auditPage,
  table,
  template,
  lacking,
  library,
  things,
  people,
  option,
  history,
  gesture,
  field,
  details,
  canvas,
  scene,
  mapPage,
  saving,
  storage,
  storeNotice,
  triage,
  versions,
  command,
  common,
};
