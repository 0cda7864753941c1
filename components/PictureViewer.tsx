import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { direction, number, t } from "../lib/i18n.ts";
import { IconButton } from "./IconButton.tsx";
import type { Openable } from "./openable.ts";
import "./readingIcons.ts";

type Props = {
  pictures: Openable[];
  /** Which of them is shown first. */
  first: number;
  onClose: () => void;
};

/** One picture of an article as large as the window is, or as it is itself; the arrows lead to the others. */
export function PictureViewer({ pictures, first, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(first);
  const [isWhole, setWhole] = useState(true);
  const picture = pictures[at];
  useLayoutEffect(() => {
    const box = dialog.current;
    box?.showModal();
    box?.querySelector<HTMLElement>("header button:last-child")?.focus();
    // Closed before it goes, it gives focus back to where that was.
    return () => box?.close();
  }, []);

  /** After the last one comes the first. */
  function go(to: number): void {
    setAt((to + pictures.length) % pictures.length);
    setWhole(true);
  }

  function press(event: KeyboardEvent): void {
    // What keys do on the page behind, they do not do here.
    event.stopPropagation();
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const by = stepOf(event.key);
    // Of a picture that is larger than the window, the arrows show the rest.
    if (by === 0 || !isWhole) return;
    event.preventDefault();
    go(at + by);
  }

  if (!picture) return null;
  const zoom = () => setWhole(!isWhole);
  return (
    <dialog class="viewer" aria-modal="true" aria-label={t("picture")} ref={dialog} onClose={onClose} onKeyDown={press}>
      <header>
        {pictures.length > 1 && (
          <>
            <IconButton
              icon="previousPicture"
              iconClass="flip"
              label={t("previousPicture")}
              onPress={() => go(at - 1)}
            />
            <IconButton icon="nextPicture" iconClass="flip" label={t("nextPicture")} onPress={() => go(at + 1)} />
            <p class="num" role="status">
              {t("pictureOf", number(at + 1), number(pictures.length))}
            </p>
          </>
        )}
        <span class="sp" />
        <IconButton icon="zoom" label={t("actualSize")} isPressed={!isWhole} onPress={zoom} />
        <IconButton icon="close" label={t("close")} onPress={onClose} />
      </header>
      <Stage key={picture.source} picture={picture} isWhole={isWhole} onZoom={zoom} onClose={onClose} />
      {(picture.caption || picture.alt) && (
        <p class="cap" dir="auto">
          {picture.caption || picture.alt}
        </p>
      )}
    </dialog>
  );
}

function stepOf(key: string): number {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return 0;
  return key === (direction() === "rtl" ? "ArrowLeft" : "ArrowRight") ? 1 : -1;
}

type StageProps = { picture: Openable; isWhole: boolean; onZoom: () => void; onClose: () => void };

/** A click beside the picture closes, one on it shows it larger or whole. */
function Stage({ picture, isWhole, onZoom, onClose }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = stage.current;
    if (!box || isWhole) return;
    box.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) / 2);
    box.focus();
  }, [isWhole]);
  return (
    <div
      class={isWhole ? "stage" : "stage natural"}
      ref={stage}
      tabIndex={isWhole ? undefined : 0}
      role={isWhole ? undefined : "group"}
      aria-label={isWhole ? undefined : t("actualSize")}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <img src={picture.source} alt={picture.alt} onClick={onZoom} />
    </div>
  );
}
