import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { addSecurityPolicy, keepOffline, preloadApp } from "./scripts/vite-plugins.ts";

export default defineConfig({
  // Relative addresses, so that a build works in any folder of any web server.
  base: "./",
  plugins: [react(), addSecurityPolicy(), preloadApp(), keepOffline()],
  build: {
    target: "es2023",
    sourcemap: false,
    chunkSizeWarningLimit: 900,
  },
  test: {
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/unit/**/*.test.ts"],
          // Random stories take long on a busy computer.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "components",
          environment: "jsdom",
          include: ["tests/components/**/*.test.tsx"],
          setupFiles: ["tests/components/setup.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
