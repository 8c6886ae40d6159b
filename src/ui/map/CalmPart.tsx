import { type ElementType, type ReactNode, useEffect, useMemo } from "react";
import { isSame } from "#model/is-same.ts";
import { createCalmStore, isTyped } from "./calm-store.ts";
import { EditorStateProvider, useEditor } from "./open-map.ts";

interface CalmPartProps {
  readonly as?: ElementType;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * What stands beside the map: while keys and the hand work on the map, it follows in their pauses, so that it never
 * holds them up. Whoever works in the part itself sees every change at once.
 */
export function CalmPart({ as: Box = "div", className, children }: CalmPartProps) {
  const editor = useEditor();
  const part = useMemo(() => {
    let hasFocus = false;
    // What is selected decides what the fields are of: nobody must write into those of another node.
    const calm = createCalmStore(
      editor.store,
      (next, shown) => !hasFocus && isSame(next.selection, shown.selection),
      isTyped,
    );
    const setFocus = (has: boolean) => {
      hasFocus = has;
      if (has) calm.catchUp();
    };
    return { ...calm, setFocus };
  }, [editor]);
  useEffect(() => part.follow(), [part]);
  return (
    <Box
      className={className}
      onPointerDownCapture={part.catchUp}
      onKeyDownCapture={part.catchUp}
      onFocusCapture={() => part.setFocus(true)}
      onBlurCapture={() => part.setFocus(false)}
    >
      <EditorStateProvider value={part.store}>{children}</EditorStateProvider>
    </Box>
  );
}
