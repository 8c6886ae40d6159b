import { command } from "./en/command.ts";
import { common } from "./en/common.ts";
import { details } from "./en/details.ts";
import { field } from "./en/field.ts";
import { history } from "./en/history.ts";
import { library } from "./en/library.ts";
import { option } from "./en/option.ts";
import { people } from "./en/people.ts";
import { template } from "./en/template.ts";
import { things } from "./en/things.ts";

export const en = { template, library, things, people, option, history, field, details, command, common };
