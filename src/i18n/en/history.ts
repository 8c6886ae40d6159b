export const history = {
  title: "History",
  steps: "Steps",
  opened: "Opened",
  hint: "Click a step to go back or forward to it.",
  now: "you are here",
  versions: "Older states: all versions of this map",
};
