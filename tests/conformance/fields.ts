/** What a reader of feeds makes of a document, in the terms that the corpus asks about. */
export type Fields = {
  title: string | null;
  link: string | null;
  items: ItemFields[];
};

export type ItemFields = {
  id: string | null;
  link: string | null;
  title: string | null;
  /** Renderings of the text; one that is right is enough, since readers differ in which of two texts is the summary. */
  content: Markup[];
  summary: Markup[];
  authors: string[];
  tags: string[];
  /** Milliseconds since 1970. */
  published: number | null;
  updated: number | null;
  enclosures: { url: string; type: string; length: number | null }[];
};

export type Markup = { value: string; isHtml: boolean; baseUrl: string | null };

/** Reads a document's bytes, or throws where it takes them for no feed. */
export type Engine = (bytes: Uint8Array, from: Source) => Fields | Promise<Fields>;

export type Source = { url: string; contentType: string | null };

/** The same bytes as text, decoded by an engine and under the label that was asked for. */
export type Texts = { ours: string; asked: string; certainty: "sure" | "any" | "guess" };
