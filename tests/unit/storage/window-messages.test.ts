import { expect, test, vi } from "vitest";
import { tellAllWindows, type WindowMessage } from "#storage/writer-right.ts";

test("a map that this very window has still open hears of its new title, as those of other windows do", async () => {
  const [own, other] = [new BroadcastChannel("test"), new BroadcastChannel("test")];
  const heard: Record<string, WindowMessage[]> = { own: [], other: [] };
  own.addEventListener("message", (event) => heard.own?.push((event as MessageEvent<WindowMessage>).data));
  other.addEventListener("message", (event) =>
    heard.other?.push((event as MessageEvent<WindowMessage>).data),
  );
  const message: WindowMessage = { kind: "rename", mapId: "map1", title: "Fair" };
  tellAllWindows(own, message);
  await vi.waitFor(() => expect(heard).toEqual({ own: [message], other: [message] }));
  own.close();
  other.close();
});
