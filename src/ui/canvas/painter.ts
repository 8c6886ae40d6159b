import { overlaps, type Rectangle } from "#model/geometry.ts";
import { isSame } from "#model/is-same.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { Pen } from "#scene/drawing.ts";
import { paintShape } from "#scene/paint-canvas.ts";
import type { Palette } from "#scene/palette.ts";
import { detailOfZoom } from "./canvas-state.ts";
import { MOST_ELEMENTS, nodesWithin } from "./elements.ts";
import { changeOfPart, drawPart, type PaintedShape, type PaintedState } from "./painted-shapes.ts";
import {
  INWARD_REACH,
  LEAST_MARGIN,
  moveOf,
  type Picture,
  pictureFor,
  REACH,
  type Screen,
  stillShows,
  type View,
} from "./painted-view.ts";

/** What is to be seen. */
export interface PaintedContent {
  readonly map: JourneyMap;
  readonly state: PaintedState;
  /** Of the map with all that is dragged; null for an empty one. */
  readonly bounds: Rectangle | null;
  readonly screen: Screen;
  readonly pen: Pen;
  readonly palette: Palette;
}

/** Paints a map for a view that moves. */
export interface Painter {
  /** Shows other content; only what differs is painted where that is possible. */
  show(content: PaintedContent, view: View): void;
  /**
   * Moves and stretches what is painted, and paints anew what does not reach far enough. Returns whether it should be
   * painted sharply once the view rests.
   */
  follow(view: View): boolean;
  /** Paints everything sharply. */
  sharpen(view: View): void;
}

interface Painting extends PaintedContent {
  readonly picture: Picture;
  readonly shapes: readonly PaintedShape[];
  /** Hundreds of texts take too long for a hand that moves: until it rests they are blocks, as from afar. */
  readonly isRough: boolean;
  /** From afar the lanes are painted on a board of their own: their curves take as long as all else. */
  readonly hasGround: boolean;
  /** Pixels for a map unit. */
  readonly scale: number;
}

/**
 * `shown`: an empty canvas in an element that lies at the corner of the screen and is moved with the view. It is shown
 * a finished bitmap: a canvas that one paints upon is copied by the browser for each frame in which anything moves.
 */
export function createPainter(shown: HTMLCanvasElement): Painter | null {
  const output = shown.getContext("bitmaprenderer");
  // A test page without pictures.
  if (!output || typeof OffscreenCanvas === "undefined") return null;
  const board = createBoard();
  const ground = createBoard();
  if (!board || !ground) return null;
  let content: PaintedContent | null = null;
  let last: Painting | null = null;
  // What the browser has lost comes back empty.
  for (const { canvas } of [board, ground])
    canvas.addEventListener("contextrestored", () => {
      last = null;
    });

  function present(painting: Painting, view: View): void {
    last = painting;
    if (!board || !output) return;
    const { width, height } = board.canvas;
    const copy = new OffscreenCanvas(width, height);
    copy.getContext("2d")?.drawImage(board.canvas, 0, 0);
    if (shown.width !== width || shown.height !== height) {
      const ratio = pixelRatio();
      shown.width = width;
      shown.height = height;
      shown.style.width = `${width / ratio}px`;
      shown.style.height = `${height / ratio}px`;
    }
    output.transferFromImageBitmap(copy.transferToImageBitmap());
    move(painting, view);
  }

  function move({ picture }: Painting, view: View): void {
    if (shown.parentElement) shown.parentElement.style.transform = moveOf(picture, onPixel(picture, view));
  }

  function paint(view: View, isMoving: boolean): void {
    if (!content || !board || !ground) return;
    const { map, state, bounds, screen, pen, palette } = content;
    const isGoingIn = isMoving && last !== null && view.zoom > last.picture.view.zoom;
    const picture = pictureFor(view, screen, bounds, isGoingIn ? INWARD_REACH : REACH);
    const scale = prepare(board, picture);
    const detail = detailOfZoom(view.zoom);
    const isRough = isMoving && detail !== "far" && nodesWithin(map.nodes, picture.part).size > MOST_ELEMENTS;
    const shapes = drawPart(map, picture.part, state, isRough ? "far" : detail, pen);
    const hasGround = detail === "far";
    if (hasGround) {
      prepare(ground, picture);
      for (const { shape } of groundOf(shapes)) paintShape(ground, shape, palette, 1 / scale);
      copyPixels(ground, board);
    }
    for (const { shape, isGround } of shapes)
      if (!(hasGround && isGround)) paintShape(board, shape, palette, 1 / scale);
    present({ ...content, picture, shapes, isRough, hasGround, scale }, view);
  }

  /** Paints into the last picture what differs from it; false when it is not a picture of what is to be seen. */
  function mend(view: View): boolean {
    if (!content || !last || !board || !ground || last.isRough) return false;
    const { map, state, bounds, screen, pen, palette } = content;
    const { picture, scale } = last;
    const isSameView = picture.view.zoom === view.zoom && scale === view.zoom * pixelRatio();
    if (!isSameView || last.palette !== palette || !isSame(last.screen, screen)) return false;
    if (!stillShows(picture, view, screen, bounds, LEAST_MARGIN)) return false;
    const shapes = drawPart(map, picture.part, state, detailOfZoom(view.zoom), pen);
    const change = changeOfPart(last.shapes, shapes);
    const painting = { ...last, ...content, shapes };
    if (change) {
      const groundChange = last.hasGround ? changeOfPart(groundOf(last.shapes), groundOf(shapes)) : null;
      if (groundChange) mendPart(ground, null, groundChange, { ...painting, shapes: groundOf(shapes) });
      mendPart(board, last.hasGround ? ground : null, change, painting);
      present(painting, view);
    } else {
      last = painting;
      move(painting, view);
    }
    return true;
  }

  return {
    show(next, view) {
      content = next;
      if (!mend(view)) paint(view, false);
    },
    follow(view) {
      if (!content) return false;
      const isOfScreen = last?.scale === (last?.picture.view.zoom ?? 0) * pixelRatio();
      if (last && isOfScreen && stillShows(last.picture, view, content.screen, content.bounds, LEAST_MARGIN))
        move(last, view);
      else paint(view, true);
      // A picture that was only moved is as sharp as a new one.
      return last !== null && (last.isRough || last.picture.view.zoom !== view.zoom);
    },
    sharpen: (view) => paint(view, false),
  };
}

/** A view of the same size, next to this one, in which a picture lies on whole pixels: between two it would be blurred. */
function onPixel({ view: painted }: Picture, view: View): View {
  if (view.zoom !== painted.zoom) return view;
  const ratio = pixelRatio();
  const near = (to: number, from: number) => from + Math.round((to - from) * ratio) / ratio;
  return { ...view, x: near(view.x, painted.x), y: near(view.y, painted.y) };
}

const pixelRatio = () => window.devicePixelRatio || 1;

/** Empties the board for a picture; from then on map units are painted. Returns how many pixels one has. */
function prepare(board: OffscreenCanvasRenderingContext2D, { view, part }: Picture): number {
  const scale = view.zoom * pixelRatio();
  const width = Math.max(1, Math.ceil(part.width * scale));
  const height = Math.max(1, Math.ceil(part.height * scale));
  const { canvas } = board;
  board.setTransform(1, 0, 0, 1, 0, 0);
  if (canvas.width === width && canvas.height === height) board.clearRect(0, 0, width, height);
  else {
    canvas.width = width;
    canvas.height = height;
  }
  board.setTransform(scale, 0, 0, scale, -part.x * scale, -part.y * scale);
  return scale;
}

function groundOf(shapes: readonly PaintedShape[]): readonly PaintedShape[] {
  return shapes.filter(({ isGround }) => isGround);
}

type Board = OffscreenCanvasRenderingContext2D;

function createBoard(): Board | null {
  return new OffscreenCanvas(1, 1).getContext("2d");
}

/** Puts what one board has on another one of the same size; only where the other one may be painted. */
function copyPixels(from: Board, to: Board): void {
  to.save();
  to.setTransform(1, 0, 0, 1, 0, 0);
  to.drawImage(from.canvas, 0, 0);
  to.restore();
}

/** Paints a part of a picture anew, map units. `ground`: what has the lanes already. */
function mendPart(
  board: Board,
  ground: Board | null,
  change: Rectangle,
  { picture: { part }, scale, palette, shapes }: Pick<Painting, "picture" | "scale" | "palette" | "shapes">,
): void {
  // Cut along whole pixels: half of one would be painted twice.
  const left = Math.floor((change.x - part.x) * scale);
  const top = Math.floor((change.y - part.y) * scale);
  const box = {
    x: left / scale + part.x,
    y: top / scale + part.y,
    width: (Math.ceil((change.x + change.width - part.x) * scale) - left) / scale,
    height: (Math.ceil((change.y + change.height - part.y) * scale) - top) / scale,
  };
  board.save();
  board.beginPath();
  board.rect(box.x, box.y, box.width, box.height);
  board.clip();
  board.clearRect(box.x, box.y, box.width, box.height);
  if (ground) copyPixels(ground, board);
  for (const { shape, reach, isGround } of shapes)
    if (!(ground && isGround) && overlaps(reach, box)) paintShape(board, shape, palette, 1 / scale);
  board.restore();
}
