export const history = {
  title: "History",
  steps: "Steps",
  opened: "Opened",
  hint: "A click on a step goes back or forward to it.",
  now: "you are here",
  versions: "Older states: all versions of this map",
};
