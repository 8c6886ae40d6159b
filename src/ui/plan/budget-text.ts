/** Between groups of digits, and between a number and its currency on either side. */
const SPACE_IN_AMOUNT = /(?<=\d) (?=\d{3}\b|\p{Sc}|[A-Z]{3}\b)|(?<=\p{Sc}|\b[A-Z]{3}) (?=\d)/gu;

/** A budget is written freely; an amount in it stays on one line with its currency. */
export const budgetText = (budget: string): string => budget.replace(SPACE_IN_AMOUNT, "\u00a0");
