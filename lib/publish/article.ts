/** What the kit knows of an article once its file has been read and found good. */
export type SourceArticle = {
  /** The file's name; it decides between articles of the same moment. */
  file: string;
  url: string;
  title: string;
  description: string;
  pubDate: PubDate;
  hero: ArticlePicture | null;
  tags: string[];
  /** As written, but for the addresses of pictures, which are absolute. */
  markdown: string;
  html: string;
  /** The picture files that have to be published beside the feeds. */
  pictures: PictureFile[];
};

/** When an article came out. `day` is yyyy-mm-dd where only a calendar day was given; `at` is then noon UTC of it. */
export type PubDate = { at: number; day: string | null };

/** A picture by its absolute address. What is null could not be read from the file, or the file is elsewhere. */
export type ArticlePicture = { url: string; type: string | null; width: number | null; height: number | null };

/** A picture to copy. `path` is relative to the output folder, with forward slashes. */
export type PictureFile = { path: string; source: string; bytes: Uint8Array };

/** The publication that the feeds speak for. */
export type Site = {
  /** Absolute and without a slash at its end. */
  url: string;
  title: string;
  description: string;
  language: string;
  /** Where an article lives below `url`, with `{slug}` in it: `/blog/{slug}/`. */
  path: string;
};

/** Why an article is left out, in words for its author. */
export type Fault = { file: string; field: string; reason: string };
