import { type MouseEvent, memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Id } from "#model/journey-map.ts";
import type { ConnectionLook } from "#scene/draw-connection.ts";
import type { Detail } from "#scene/drawing.ts";
import { connectionDrawing } from "#scene/remembered.ts";
import classes from "./ConnectionView.module.css";
import { usePen } from "./pen.ts";
import { SceneShapes } from "./SceneShapes.tsx";
import type { ShownConnection } from "./shown-connections.ts";

interface Props {
  readonly connection: ShownConnection;
  readonly detail: Detail;
  /** Its picture is a part of the painted map. */
  readonly isPainted: boolean;
  readonly isSelected: boolean;
  readonly isFaded: boolean;
  /** The id of the element that says what the keyboard can do with it. */
  readonly helpId: string;
  onSelect(event: MouseEvent, id: Id): void;
  onContextMenu(event: MouseEvent, id: Id): void;
}

interface MovingProps {
  readonly look: ConnectionLook;
  readonly detail: Detail;
  readonly isSelected: boolean;
  readonly isFaded: boolean;
}

/** What is to be seen of a connection, and nothing to press. */
export const MovingConnection = memo(function MovingConnection(props: MovingProps) {
  const { look, detail, isSelected, isFaded } = props;
  const pen = usePen();
  return (
    <g
      className={classes.connection}
      data-selected={isSelected || undefined}
      data-faded={isFaded || undefined}
    >
      {isSelected && <path d={look.route.d} className={classes.halo} />}
      <SceneShapes shapes={connectionDrawing(look, detail, pen, isSelected ? "accent" : "connection")} />
    </g>
  );
});

/** A connection, drawn by the scene; an invisible broad line makes it easy to hit. */
export const ConnectionView = memo(function ConnectionView(props: Props) {
  const { connection, detail, isPainted, isSelected, isFaded, helpId, onSelect, onContextMenu } = props;
  const { t } = useTranslation();
  const pen = usePen();
  const { id, look, from, to } = connection;
  const name = useMemo(
    () =>
      t("canvas.connectionName", {
        from: from.title || t("scene.noTitle"),
        to: to.title || t("scene.noTitle"),
      }),
    [t, from.title, to.title],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of shapes is no fieldset.
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the canvas hears the keys of its elements.
    <g
      // Whoever presses here does not mean the canvas.
      className={`${classes.connection} nopan`}
      role="group"
      tabIndex={0}
      aria-label={name}
      aria-describedby={helpId}
      data-connection={id}
      data-selected={isSelected || undefined}
      data-faded={isFaded || undefined}
      data-painted={isPainted || undefined}
      onClick={(event) => onSelect(event, id)}
      onContextMenu={(event) => onContextMenu(event, id)}
    >
      <path d={look.route.d} className={classes.halo} />
      {!isPainted && (
        <SceneShapes shapes={connectionDrawing(look, detail, pen, isSelected ? "accent" : "connection")} />
      )}
      <path d={look.route.d} className={classes.target} />
    </g>
  );
});
