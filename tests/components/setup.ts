import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

afterEach(cleanup);

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal("ResizeObserver", NoObserver);
vi.stubGlobal("IntersectionObserver", NoObserver);
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  }) as unknown as MediaQueryList;
Element.prototype.scrollIntoView ??= () => {};
// jsdom loads no fonts; a text area that grows with its text asks when they have come.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
// Nothing is painted in jsdom: whoever asks for a context has to cope with having none.
HTMLCanvasElement.prototype.getContext = () => null;
// React Flow reads the zoom from a matrix and the size of a node from its element.
class FlatMatrix {
  m22 = 1;
}
vi.stubGlobal("DOMMatrixReadOnly", FlatMatrix);
Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { get: () => 1200, configurable: true },
  offsetHeight: { get: () => 800, configurable: true },
});
// jsdom does not know the element's type.
(SVGElement.prototype as unknown as { getBBox(): object }).getBBox = () => ({
  x: 0,
  y: 0,
  width: 0,
  height: 0,
});
