import { Handle, type NodeProps } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { sizeOf } from "#model/geometry.ts";
import { drawNode } from "#scene/draw-node.ts";
import type { Detail } from "#scene/drawing.ts";
import { useCanvasState, useCanvasStore } from "./canvas-state.ts";
import { type FlowData, type FlowNode, handleSides } from "./flow-nodes.ts";
import classes from "./MapNodeView.module.css";
import { usePen } from "./pen.ts";
import { SceneShapes } from "./SceneShapes.tsx";
import { TitleEditor } from "./TitleEditor.tsx";

/** Any node of the map: its picture from the scene, handles, and the title while it is being edited. */
export const MapNodeView = memo(function MapNodeView({ data, selected }: NodeProps<FlowNode>) {
  const { node, isFaded, isPainted } = data;
  const store = useCanvasStore();
  const detail = useCanvasState((state) => state.detail);
  const isEditing = useCanvasState((state) => state.editing?.nodeId === node.id);
  const isMet = useCanvasState((state) => !isPainted || state.isConnecting);
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
      {!isPainted && <NodePicture data={data} detail={detail} />}
      {isMet && <Handles />}
      {isEditing && <TitleEditor node={node} detail={detail} />}
    </div>
  );
}, isSameLook);

function NodePicture({ data, detail }: { readonly data: FlowData; readonly detail: Detail }) {
  const { node, facts } = data;
  const pen = usePen();
  const shapes = useMemo(() => drawNode(node, facts, detail, pen), [node, facts, detail, pen]);
  const { width, height } = sizeOf(node);
  return (
    <svg width={width} height={height} aria-hidden="true" className={classes.picture}>
      <SceneShapes shapes={shapes} />
    </svg>
  );
}

/** Where connections begin and end. */
function Handles() {
  const { t } = useTranslation();
  return handleSides.map(({ id, position }) => (
    <Handle
      key={id}
      id={id}
      type="source"
      position={position}
      className={classes.handle}
      title={t("canvas.connectHint")}
    />
  ));
}

/** Where it stands is the business of the element around it. */
function isSameLook(a: NodeProps<FlowNode>, b: NodeProps<FlowNode>): boolean {
  return a.data === b.data && a.selected === b.selected;
}
