import type { ComponentChild, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { describePicture, listenForOpening, openablesIn, type Openable } from "./openable.ts";
import { PictureViewer } from "./PictureViewer.tsx";

type Pictures = {
  /** Where they are looked for. */
  article: RefObject<HTMLElement | null>;
  open: (image: HTMLImageElement) => void;
  viewer: ComponentChild;
};

type Opened = { opener: HTMLElement; pictures: Openable[]; first: number };

/** Opens the pictures of an article large, one of them at a time. */
export function usePictures(): Pictures {
  const article = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = (image: HTMLImageElement) => {
    const images = article.current ? openablesIn(article.current) : [];
    setOpened({ opener: image, pictures: images.map(describePicture), first: images.indexOf(image) });
  };
  const close = () => {
    setOpened(null);
    // The dialog can only give focus back to the frame as a whole.
    opened?.opener.focus({ preventScroll: true });
  };
  // Those in the text are heard of through its frame.
  useEffect(() => (article.current ? listenForOpening(article.current, open) : undefined), []);
  return { article, open, viewer: opened && <PictureViewer {...opened} onClose={close} /> };
}
