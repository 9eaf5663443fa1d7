// The permission that belongs to `site.enable`: pages ask the browser for exactly this pattern before they send the message.

/** `extensionUrl` is any URL of ours. Chromium takes a port in a match pattern; Firefox refuses it and grants the host. */
export function hostPattern(origin: string, extensionUrl: string): string {
  const { protocol, host, hostname } = new URL(origin)
  return `${protocol}//${extensionUrl.startsWith('moz-extension:') ? hostname : host}/*`
}
