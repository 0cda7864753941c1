import { extname } from "node:path";

/** By the ending of the path; null where that says nothing, as of a path without one. */
export function contentType(path: string): string | null {
  return contentTypes[extname(path).toLowerCase()] ?? null;
}

const contentTypes: Record<string, string> = {
  ".atom": "application/atom+xml; charset=utf-8",
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".htm": "text/html; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".opml": "text/x-opml; charset=utf-8",
  ".png": "image/png",
  ".rss": "application/rss+xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  // No charset: it would overrule the one in the document's own declaration.
  ".xml": "application/xml",
};
