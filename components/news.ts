import { signal } from "@preact/signals";

/** What is to be told of this version; null while it is not known, and when it was told. */
export const news = signal<{ version: string; close: () => void } | null>(null);

export function tellNews(version: string, markSeen: () => Promise<void>): void {
  const close = () => {
    news.value = null;
    void markSeen();
  };
  news.value = { version, close };
}
