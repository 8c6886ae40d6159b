import { memo } from "react";
import type { ColorName } from "#scene/palette.ts";
import { placePath } from "#scene/place-path.ts";
import { fontOf, type Look, type PathShape, type Shape } from "#scene/shapes.ts";

const color = (name: ColorName | undefined) => (name === undefined ? "none" : `var(--dk-${name})`);

function lookOf(look: Look) {
  return {
    fill: color(look.fill),
    ...(look.stroke === undefined
      ? {}
      : {
          stroke: color(look.stroke),
          strokeWidth: look.strokeWidth ?? 1,
          strokeLinejoin: "round" as const,
          strokeLinecap: look.dash ? ("butt" as const) : ("round" as const),
        }),
    ...(look.dash === undefined ? {} : { strokeDasharray: look.dash.join(" ") }),
    ...(look.opacity === undefined ? {} : { opacity: look.opacity }),
  };
}

/** A drawing list as SVG elements, in the colours of the page's theme. */
export const SceneShapes = memo(function SceneShapes({ shapes }: { readonly shapes: readonly Shape[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a drawing list is made anew as a whole, a shape is known by its place.
  return shapes.map((shape, index) => <SceneShape key={index} shape={shape} />);
});

function SceneShape({ shape }: { readonly shape: Shape }) {
  switch (shape.type) {
    case "group":
      return (
        <g transform={`translate(${shape.x} ${shape.y})`} opacity={shape.opacity}>
          <SceneShapes shapes={shape.shapes} />
        </g>
      );
    case "text":
      return (
        <text
          x={shape.x}
          y={shape.y}
          style={{ font: fontOf(shape), fill: color(shape.color) }}
          textAnchor={shape.anchor}
          xmlSpace="preserve"
        >
          {shape.text}
        </text>
      );
    case "rectangle":
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius}
          {...lookOf(shape)}
        />
      );
    case "circle":
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} {...lookOf(shape)} />;
    case "path":
      return <ScenePath shape={shape} />;
  }
}

function ScenePath({ shape }: { readonly shape: PathShape }) {
  const { d, x = 0, y = 0, scale = 1, strokeWidth = 1, dash } = shape;
  const look = {
    ...shape,
    strokeWidth: strokeWidth * scale,
    ...(dash ? { dash: dash.map((length) => length * scale) } : {}),
  };
  return <path d={placePath(d, x, y, scale)} {...lookOf(look)} />;
}
