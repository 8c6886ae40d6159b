/** What keys do on the map beside the actions. */
export const gesture = {
  heading: "Capture without the mouse",
  below: "One more of the same kind below (a touchpoint: in the same stage)",
  next: "Next touchpoint to the right, connected (of a persona: a journey)",
  write:
    "Write the title of what is selected (M, S and I set the owner: hold Shift for a title that begins with one)",
  finish: "Accept the title; Escape discards it",
  rate: "Rate from disappointing to delightful",
  go: "Go to the next node",
  extend: "Select one more",
  move: "Move the selection",
  paste: "A copied list becomes touchpoints, one per line",
  leave: "Clear the selection; Tab then moves through the page",
  pan: "Hold and drag to move the view, or drag with the right mouse button",
};
