/** How much there is in parsed data, keys included. */
export interface DataSize {
  readonly values: number;
  readonly characters: number;
}

/** Not to be asked of what may be nested without limit. */
export function sizeOf(data: unknown): DataSize {
  let values = 0;
  let characters = 0;
  const visit = (value: unknown): void => {
    values += 1;
    if (typeof value === "string") characters += value.length;
    else if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        characters += key.length;
        visit(part);
      }
    }
  };
  visit(data);
  return { values, characters };
}
