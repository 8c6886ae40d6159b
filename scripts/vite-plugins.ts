import type { PluginOption } from "vite";
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
