import { b2bPurchase } from "./b2b-purchase.ts";
import { b2cPurchase } from "./b2c-purchase.ts";
import { serviceCase } from "./service-case.ts";
import type { TemplateEntry } from "./template-entry.ts";

/** The table of templates: one entry, and its texts in the catalogues `template`, make a new one. */
export const templateTable: readonly TemplateEntry[] = [b2bPurchase, b2cPurchase, serviceCase];
