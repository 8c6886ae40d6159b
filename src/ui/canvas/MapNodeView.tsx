import { Handle, type NodeProps } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { sizeOf } from "#model/geometry.ts";
import { drawNode } from "#scene/draw-node.ts";
import { useCanvasState, useCanvasStore } from "./canvas-state.ts";
import { type FlowNode, handleSides } from "./flow-nodes.ts";
import classes from "./MapNodeView.module.css";
import { usePen } from "./pen.ts";
import { SceneShapes } from "./SceneShapes.tsx";
import { TitleEditor } from "./TitleEditor.tsx";

/** Any node of the map: its picture from the scene, handles, and the title while it is being edited. */
export const MapNodeView = memo(function MapNodeView({ data, selected }: NodeProps<FlowNode>) {
  const { node, facts, isFaded } = data;
  const pen = usePen();
  const store = useCanvasStore();
  const { t } = useTranslation();
  const detail = useCanvasState((state) => state.detail);
  const isEditing = useCanvasState((state) => state.editing?.nodeId === node.id);
  const shapes = useMemo(() => drawNode(node, facts, detail, pen), [node, facts, detail, pen]);
  const { width, height } = sizeOf(node);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the flow around it is what the keyboard talks to (F2).
    <div
      className={classes.node}
      data-selected={selected || undefined}
      data-faded={isFaded || undefined}
      data-kind={node.kind}
      data-detail={detail}
      onDoubleClick={() => store.setState({ editing: { nodeId: node.id, text: null } })}
    >
      <svg width={width} height={height} aria-hidden="true" className={classes.picture}>
        <SceneShapes shapes={shapes} />
      </svg>
      {handleSides.map(({ id, position }) => (
        <Handle
          key={id}
          id={id}
          type="source"
          position={position}
          className={classes.handle}
          title={t("canvas.connectHint")}
        />
      ))}
      {isEditing && <TitleEditor node={node} detail={detail} />}
    </div>
  );
}, isSameLook);

/** Where it stands is the business of the element around it. */
function isSameLook(a: NodeProps<FlowNode>, b: NodeProps<FlowNode>): boolean {
  return a.data === b.data && a.selected === b.selected;
}
