import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PluginOption } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { SERVICE_WORKER } from "../src/app-urls.ts";
import { palettes } from "../src/scene/palette.ts";
import { contentSecurityPolicy } from "./security-headers.mjs";

const CHARSET = '<meta charset="utf-8" />';

/** Writes the security policy into the built page; the server for development needs what it forbids. */
export function addSecurityPolicy(): PluginOption {
  return {
    name: "dreiklang-security-policy",
    apply: "build",
    transformIndexHtml(html) {
      if (!html.includes(CHARSET)) throw new Error(`index.html has no ${CHARSET}`);
      const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />`;
      // Before everything that it is to hold for.
      return html.replace(CHARSET, `${CHARSET}\n    ${policy}`);
    },
  };
}

/** Lets the browser fetch the app while `boot.ts`, which asks for it, is still on its way itself. */
export function preloadApp(): PluginOption {
  return {
    name: "dreiklang-preload-app",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const boot = chunks.find(({ isEntry }) => isEntry);
        const app = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/src/app/main.tsx"));
        if (!app) throw new Error("there is no chunk of the app");
        const scripts = new Set([app.fileName]);
        // A set grows while one goes through it: all that the app imports, and what that imports.
        for (const name of scripts)
          for (const path of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
            scripts.add(path);
        const styles = chunks
          .filter(({ fileName }) => scripts.has(fileName))
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        const link = (attributes: Record<string, string | boolean>) =>
          ({ tag: "link", attrs: attributes, injectTo: "head" }) as const;
        return [
          // The page names itself what its own script imports.
          ...[...scripts]
            .filter((path) => !boot?.imports.includes(path))
            .map((path) => link({ rel: "modulepreload", crossorigin: true, href: `./${path}` })),
          ...styles.map((path) => link({ rel: "stylesheet", crossorigin: true, href: `./${path}` })),
        ];
      },
    },
  };
}

const folder = "dist";
/** Only the README shows it. */
const notNeeded = ["screenshot.png"];

/** Makes the app installable and gives the service worker the list of all files, each with what is in it. */
export function keepOffline(): PluginOption {
  return VitePWA({
    strategies: "injectManifest",
    registerType: "prompt",
    // The page does it, by the one address that its security policy trusts.
    injectRegister: false,
    srcDir: "src/app/offline",
    filename: "service-worker.ts",
    outDir: folder,
    integration: {
      beforeBuildServiceWorker({ injectManifest }) {
        // The plugin would add the icons and the manifest with sums of its own; they are among all files anyway.
        injectManifest.additionalManifestEntries = [];
      },
      configureCustomSWViteBuild(options) {
        options.logLevel = "warn";
        const output = options.build?.rollupOptions?.output;
        if (!output || Array.isArray(output)) return;
        // The plugin still says it in the words of an older Vite, which warns of them.
        delete output.inlineDynamicImports;
        output.codeSplitting = false;
      },
    },
    manifest: {
      id: "./",
      name: "Dreiklang",
      short_name: "Dreiklang",
      description: "Customer journeys, touchpoints and who answers for them.",
      lang: "en",
      start_url: "./",
      scope: "./",
      display: "standalone",
      theme_color: palettes.light.surface,
      background_color: palettes.light.canvas,
      icons: [
        { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
        { src: "icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "icon-512.png", sizes: "512x512", type: "image/png" },
        { src: "icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      ],
    },
    injectManifest: {
      globPatterns: ["**/*"],
      globIgnores: [SERVICE_WORKER, ...notNeeded],
      maximumFileSizeToCacheInBytes: 20_000_000,
      manifestTransforms: [
        (entries) => ({
          manifest: [...new Set(entries.map(({ url }) => url))].sort().map((url) => {
            const content = readFileSync(join(folder, url));
            return {
              url,
              revision: createHash("sha256").update(content).digest("base64"),
              size: content.length,
            };
          }),
        }),
      ],
    },
  });
}
