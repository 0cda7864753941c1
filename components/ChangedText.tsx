import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { plural, t } from "../lib/i18n.ts";
import type { ChangedBlock } from "../lib/view/changes.ts";
import { foldBlocks, foldPieces, type Fold } from "../lib/view/foldSame.ts";
import type { Piece } from "../lib/view/wordDiff.ts";

/** A text with what was put in and taken out marked, by more than colour; what stayed is folded where it is long. */
export const ChangedText = ({ blocks }: { blocks: ChangedBlock[] }) => (
  <>{foldBlocks(blocks).map((fold, i) => foldOf(fold, i, (block, at) => <Block key={at} {...block} />))}</>
);

const TAGS = { heading: "h3", text: "p", item: "p", quotation: "blockquote", code: "pre" } as const;

function Block({ block, pieces }: ChangedBlock) {
  const Tag = TAGS[block.kind];
  return (
    <Tag class={block.kind === "item" ? "item" : undefined}>
      {foldPieces(pieces).map((fold, i) => foldOf(fold, i, (piece, at) => <Words key={at} {...piece} />))}
    </Tag>
  );
}

function foldOf<Item>(fold: Fold<Item>, key: number, draw: (item: Item, at: number) => ComponentChildren) {
  const drawn = fold.items.map(draw);
  return fold.foldedWords === null ? drawn : <Folded key={key} words={fold.foldedWords} content={drawn} />;
}

/** Browsers say nothing of `ins` and `del` to those who hear a page: hidden words do. */
function Words({ change, text }: Piece) {
  if (change === "same") return <>{text}</>;
  const Tag = change === "in" ? "ins" : "del";
  return (
    <Tag>
      <span class="vh">{t(change === "in" ? "addedFrom" : "removedFrom")} </span>
      {text}
      <span class="vh"> {t(change === "in" ? "addedTo" : "removedTo")}</span>
    </Tag>
  );
}

/** The button gives way to what it unfolds, which takes the focus. */
function Folded({ words, content }: { words: number; content: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  const opened = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (isOpen) opened.current?.focus({ preventScroll: true });
  }, [isOpen]);
  if (!isOpen) {
    return (
      <button type="button" class="fold" onClick={() => setOpen(true)}>
        {plural("wordsUnchanged", words)}
      </button>
    );
  }
  return (
    <>
      <span class="unfolded" tabIndex={-1} ref={opened} />
      {content}
    </>
  );
}
