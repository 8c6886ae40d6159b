/**
 * How many nodes a map may have. The product is made for maps of up to 2,000; beyond this a browser cannot show one, or
 * the page would stand still. Asked of every file that comes in and of every command.
 */
export const MOST_NODES = 5000;
