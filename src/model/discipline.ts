/** The three disciplines that can own a node. The order is the order of their slots on a card. */
export const disciplines = ["marketing", "sales", "it"] as const;

export type Discipline = (typeof disciplines)[number];
export type Owner = Discipline | null;
