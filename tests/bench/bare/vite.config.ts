import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page that ours is compared with: React Flow as in its documentation, nothing else. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react()],
  build: { outDir: "../../../dist-bench", emptyOutDir: true, chunkSizeWarningLimit: 2000 },
});
