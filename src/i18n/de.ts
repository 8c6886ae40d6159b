import { actionExport } from "./de/action-export.ts";
import { actionGeneral } from "./de/action-general.ts";
import { actionLibrary } from "./de/action-library.ts";
import { actionMap } from "./de/action-map.ts";
import { audit } from "./de/audit.ts";
import { auditPage } from "./de/audit-page.ts";
import { canvas } from "./de/canvas.ts";
import { command } from "./de/command.ts";
import { common } from "./de/common.ts";
import { details } from "./de/details.ts";
import { exchange } from "./de/exchange.ts";
import { field } from "./de/field.ts";
import { gesture } from "./de/gesture.ts";
import { history } from "./de/history.ts";
import { key } from "./de/key.ts";
import { kind } from "./de/kind.ts";
import { lacking } from "./de/lacking.ts";
import { library } from "./de/library.ts";
import { mapPage } from "./de/map-page.ts";
import { option } from "./de/option.ts";
import { outline } from "./de/outline.ts";
import { people } from "./de/people.ts";
import { plan } from "./de/plan.ts";
import { portfolio } from "./de/portfolio.ts";
import { problem } from "./de/problem.ts";
import { raci } from "./de/raci.ts";
import { reasonGeneral } from "./de/reason-general.ts";
import { reasonMap } from "./de/reason-map.ts";
import { report } from "./de/report.ts";
import { rule } from "./de/rule.ts";
import { saving } from "./de/saving.ts";
import { scene } from "./de/scene.ts";
import { shell } from "./de/shell.ts";
import { storage } from "./de/storage.ts";
import { storeNotice } from "./de/store-notice.ts";
import { table } from "./de/table.ts";
import { template } from "./de/template.ts";
import { things } from "./de/things.ts";
import { triage } from "./de/triage.ts";
import { versions } from "./de/versions.ts";

export const de = {
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
