import { command } from "./de/command.ts";
import { common } from "./de/common.ts";
import { details } from "./de/details.ts";
import { field } from "./de/field.ts";
import { history } from "./de/history.ts";
import { library } from "./de/library.ts";
import { option } from "./de/option.ts";
import { people } from "./de/people.ts";
import { template } from "./de/template.ts";
import { things } from "./de/things.ts";

export const de = { template, library, things, people, option, history, field, details, command, common };
