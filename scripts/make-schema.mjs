// Writes the JSON Schema of the map format. Node reads TypeScript only through a bundler here: vite comes anyway.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const server = await createServer({
  root,
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { mapFileSchema } = await server.ssrLoadModule("/src/exchange/json/file-schema.ts");
  writeFileSync(new URL("../public/dreiklang-map.schema.json", import.meta.url), mapFileSchema());
} finally {
  await server.close();
}
