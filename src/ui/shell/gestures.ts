/** What a key does on the map beside the actions: written like a shortcut, its text is `gesture.<id>`. */
interface Gesture {
  readonly id: string;
  readonly keys: readonly string[];
}

/** In the order in which somebody needs them who captures a workshop. */
export const gestures: readonly Gesture[] = [
  { id: "below", keys: ["enter"] },
  { id: "next", keys: ["tab"] },
  { id: "write", keys: ["A … Z"] },
  { id: "finish", keys: ["enter"] },
  { id: "rate", keys: ["1 … 5"] },
  { id: "go", keys: ["← ↑ ↓ →"] },
  { id: "extend", keys: ["shift+← ↑ ↓ →"] },
  { id: "move", keys: ["alt+← ↑ ↓ →"] },
  { id: "paste", keys: ["mod+V"] },
  { id: "leave", keys: ["escape"] },
  { id: "pan", keys: ["space"] },
];
