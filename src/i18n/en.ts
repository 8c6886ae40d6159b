import { library } from "./en/library.ts";
import { template } from "./en/template.ts";
