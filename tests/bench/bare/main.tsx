import "@xyflow/react/dist/style.css";
import {
  type Edge,
  type Node,
  Panel,
  ReactFlow,
  type ReactFlowInstance,
  useEdgesState,
  useNodesState,
} from "@xyflow/react";
import Dexie from "dexie";
import { toPng } from "html-to-image";
import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { BareGraph } from "../bench-map.ts";

declare global {
  interface Window {
    /** Set by whoever drives the page. */
    graph?: BareGraph;
    flow?: ReactFlowInstance;
    /** Of the last picture: how long it is as a data address. */
    pictureLength?: number;
  }
}

const database = new Dexie("bare");
database.version(1).stores({ graphs: "" });
const graphs = database.table<BareGraph>("graphs");
const isSaved = location.hash === "#saved";

function App() {
  const [nodes, setNodes, onNodesChange] = useNodesState<Node>([]);
  const [edges, setEdges, onEdgesChange] = useEdgesState<Edge>([]);
  const [isShown, setShown] = useState(false);
  const before = useRef<Node[]>([]);

  function show({ nodes, edges }: BareGraph): void {
    setNodes(nodes);
    setEdges(edges);
    setShown(true);
  }

  useEffect(() => {
    if (isSaved && !isShown) void graphs.get("graph").then((graph) => graph && show(graph));
  });

  return (
    <>
      {isShown && (
        <ReactFlow
          nodes={nodes}
          edges={edges}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onInit={(flow) => {
            window.flow = flow as unknown as ReactFlowInstance;
          }}
          minZoom={0.02}
          fitView
        >
          <Panel>
            <input
              aria-label="Title"
              onChange={({ target: { value } }) =>
                setNodes((all) =>
                  all.map((node) => (node.id === "t0" ? { ...node, data: { label: value } } : node)),
                )
              }
            />
            <button
              type="button"
              onClick={() => {
                before.current = nodes;
                setNodes(nodes.map((node, index) => (index < 500 ? moved(node) : node)));
              }}
            >
              Move 500
            </button>
            <button type="button" onClick={() => setNodes(before.current)}>
              Undo
            </button>
            <button
              type="button"
              onClick={async () => {
                window.pictureLength = (await picture(nodes)).length;
              }}
            >
              Picture
            </button>
          </Panel>
        </ReactFlow>
      )}
      {!isShown && (
        <>
          <button type="button" onClick={() => window.graph && show(window.graph)}>
            Load
          </button>
          <button type="button" onClick={() => void graphs.put(window.graph as BareGraph, "graph")}>
            Save
          </button>
        </>
      )}
    </>
  );
}

function moved(node: Node): Node {
  return { ...node, position: { x: node.position.x + 10, y: node.position.y + 10 } };
}

/** The whole graph at twice its size, as React Flow's documentation shows it. */
function picture(nodes: readonly Node[]): Promise<string> {
  const right = Math.max(...nodes.map(({ position, width = 0 }) => position.x + width));
  const bottom = Math.max(...nodes.map(({ position, height = 0 }) => position.y + height));
  const element = document.querySelector<HTMLElement>(".react-flow__viewport");
  if (!element) throw new Error("no graph");
  return toPng(element, {
    backgroundColor: "white",
    width: right,
    height: bottom,
    pixelRatio: 2,
    style: { width: `${right}px`, height: `${bottom}px`, transform: "none" },
  });
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
