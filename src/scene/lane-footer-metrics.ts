/** The foot of a lane from its upper edge, map units: the emotion curve above, the baton strip below. */
export const CURVE_TOP = 4;
export const CURVE_HEIGHT = 74;
export const BATON_TOP = 86;
export const BATON_HEIGHT = 26;
