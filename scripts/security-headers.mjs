/**
 * What the pages of Dreiklang may do. The build writes it into `index.html`, for hosts where nobody can set headers,
 * and the server sends it. Styles alone may stand inline: the component library makes style elements as it runs.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types app-urls",
];

export const contentSecurityPolicy = directives.join("; ");

/** For every answer of a server. Browsers heed `frame-ancestors` in a header alone. */
export const securityHeaders = {
  "content-security-policy": `${contentSecurityPolicy}; frame-ancestors 'none'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
